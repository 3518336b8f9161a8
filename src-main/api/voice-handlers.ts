/** What a window may ask of ears and voice. */
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `voice.${string}`>;

export function voiceHandlers(services: Services): Pick<Handlers, Names> {
  const { speech, clock } = services;
  return {
    'voice.start': async (capture, client) => {
      speech.start(client, capture);
      return {};
    },
    'voice.moveTo': async ({ captureId, conversationId }) => {
      speech.moveTo(captureId, conversationId);
      return {};
    },
    'voice.end': ({ captureId, lastSequence }) => speech.finish(captureId, lastSequence),
    'voice.cancel': async ({ captureId }) => {
      speech.cancel(captureId);
      return {};
    },
    'voice.drop': async ({ captureId }) => {
      speech.drop(captureId);
      return {};
    },
    'voice.began': async ({ turnId, inMs }) => {
      await services.current().turns.soundBegins(turnId, clock.monotonicMs() + inMs);
      return {};
    },
    'voice.read': async ({ readingId, messageId, from }, client) => {
      const { memory, profile } = services.current();
      const { text, language = profile.language } = await memory.getMessage(messageId);
      speech.read(client, { id: readingId, text: text.slice(from), language, textOffset: from });
      return {};
    },
    'voice.heard': async ({ turnId, playedMs, isWhole }, { clientId }) => {
      speech.heard(clientId, turnId, playedMs, isWhole);
      return {};
    },
    'voice.hush': async (_nothing, { clientId }) => {
      speech.hush(clientId);
      return {};
    },
    'voice.sample': async (sample, client) => {
      await speech.sample(client, sample);
      return {};
    },
    'voice.notMe': async (_nothing, { clientId }) => {
      await speech.notMe(clientId);
      return {};
    },
    'voice.tuned': ({ captureId, lastSequence }) => speech.tuned(captureId, lastSequence),
    'voice.untune': async () => {
      await speech.untune();
      return {};
    },
  };
}
