/** Push to talk: a capture's frames become words, the words a turn, and its answer sound for the client that spoke. */
import type { TurnListener } from '../conversation/turn-ports.ts';
import { isAbort, JarvisError } from '../domain/errors.ts';
import type { CommandContext, Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `voice.${string}`>;

export function voiceHandlers(services: Services): Pick<Handlers, Names> {
  const { speech } = services;
  return {
    'voice.start': async ({ captureId, sampleRateHz, mode }, { clientId }) => {
      if (mode !== 'hold') throw onlyHold();
      speech.start(clientId, captureId, sampleRateHz);
      return {};
    },
    'voice.moveTo': async () => {
      throw onlyHold();
    },
    'voice.drop': async () => {
      throw onlyHold();
    },
    'voice.heard': async () => ({}),
    'voice.notMe': async () => {
      throw onlyHold();
    },
    'voice.tuned': async () => {
      throw onlyHold();
    },
    'voice.untune': async () => {
      throw onlyHold();
    },
    'voice.cancel': async ({ captureId }) => {
      speech.cancel(captureId);
      return {};
    },
    'voice.hush': async (_nothing, { clientId }) => {
      speech.hush(clientId);
      return {};
    },
    'voice.end': async ({ captureId, turnId, conversationId, lastSequence }, context) => {
      const { turns, profile } = services.current();
      const { text, language } = await speech.end(captureId, lastSequence).catch((error: unknown) => {
        // Cancelled, or another profile's by now: nothing of it is kept.
        throw isAbort(error) ? new JarvisError('speech.nothing-heard', {}, error) : error;
      });
      if (text === '') throw new JarvisError('speech.nothing-heard');
      const listener = speakingListener(services, turnId, language ?? profile.language, context);
      await turns.ask({ turnId, conversationId, text, origin: 'spoken' }, listener);
      return { text, ...(language && { language }) };
    },
  };
}

const onlyHold = () =>
  new JarvisError('input.invalid', {
    detail: { fr: 'seule la touche maintenue est disponible', en: 'only a key held down is available' },
  });

/** Says the answer as it grows, and tells the windows when it begins and ends. */
function speakingListener(
  services: Services,
  turnId: string,
  language: 'fr' | 'en',
  { clientId, sendFrame: send, bufferedBytes }: CommandContext,
): TurnListener | undefined {
  if (!services.current().preferences().speakAnswers) return undefined;
  const voice = services.speech.speakAnswer({ clientId, turnId, language, send, bufferedBytes });
  if (voice === undefined) return undefined;
  return {
    words: text => voice.words(text),
    ended: answer => (answer?.status === 'complete' ? voice.ended() : voice.stop()),
  };
}
