/** Pictures that go with the person's words to models that can see. */

export const imageKinds = ['image/png', 'image/jpeg'] as const;
export type ImageKind = (typeof imageKinds)[number];

/** With one message. */
export const mostImages = 4;
/** Of one picture. */
export const mostImageBytes = 10 * 1024 * 1024;

export interface SentImage {
  readonly mediaType: ImageKind;
  readonly bytes: Uint8Array;
}

/** What a message tells of a picture; the picture itself is asked for by its place. */
export interface ImageInfo {
  readonly mediaType: ImageKind;
  readonly byteLength: number;
}

const beginnings: Readonly<Record<ImageKind, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/** By its first bytes; undefined for what is neither. */
export const imageKindOf = (bytes: Uint8Array): ImageKind | undefined =>
  imageKinds.find(kind => beginnings[kind].every((byte, at) => bytes[at] === byte));
