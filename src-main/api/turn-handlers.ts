/** What a client may ask of turns: ask, stop, cancel one in line, regenerate, continue. */
import { JarvisError } from '../domain/errors.ts';
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `turn.${string}`>;

export function turnHandlers(services: Services): Pick<Handlers, Names> {
  const turns = () => services.current().turns;
  return {
    'turn.ask': async ({ profileId, ...input }) => {
      if (profileId !== undefined && profileId !== services.current().profile.id) {
        throw new JarvisError('input.other-profile');
      }
      return { turnId: input.turnId, ...(await turns().ask(input)) };
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
