/** What a client may ask of turns: ask, stop, cancel one in line, regenerate, continue. */
import { JarvisError } from '../domain/errors.ts';
import { imageKindOf, mostImageBytes, type SentImage } from '../domain/image.ts';
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `turn.${string}`>;

export function turnHandlers(services: Services): Pick<Handlers, Names> {
  const turns = () => services.current().turns;
  return {
    'turn.ask': async ({ profileId, images, ...input }) => {
      if (profileId !== undefined && profileId !== services.current().profile.id) {
        throw new JarvisError('input.other-profile');
      }
      const shown = images?.map(readImage) ?? [];
      const asked = { ...input, ...(shown.length > 0 && { images: shown }) };
      return { turnId: input.turnId, ...(await turns().ask(asked)) };
    },
    'turn.soon': async ({ conversationId }) => {
      turns().soon(conversationId);
      return {};
    },
    'turn.stop': async ({ turnId }) => {
      await turns().stop(turnId);
      return {};
    },
    'turn.cancelQueued': async ({ turnId }) => ({ cancelled: await turns().cancelQueued(turnId) }),
    'turn.regenerate': async ({ turnId, messageId }) => {
      await turns().regenerate(turnId, messageId);
      return {};
    },
    'turn.continue': async ({ turnId, messageId }) => {
      await turns().continue(turnId, messageId);
      return {};
    },
  };
}

/** Throws `input.invalid` for what is no picture, or too large. */
function readImage({ base64 }: { readonly base64: string }): SentImage {
  const bytes = Buffer.from(base64, 'base64');
  const mediaType = imageKindOf(bytes);
  if (mediaType !== undefined && bytes.length <= mostImageBytes) return { mediaType, bytes };
  throw new JarvisError('input.invalid', {
    detail: {
      fr: 'ce n’est pas une image PNG ou JPEG de 10 Mo au plus',
      en: 'this is no PNG or JPEG picture of at most 10 MB',
    },
  });
}
