/** A picture that waits in the composer of a conversation. */

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

export const isImageFile = ({ type }: Pick<File, 'type'>): boolean => /^image\/(?!svg)/.test(type);

export const addressOf = ({ mediaType, base64 }: Pick<Attachment, 'mediaType' | 'base64'>): string =>
  `data:${mediaType};base64,${base64}`;
