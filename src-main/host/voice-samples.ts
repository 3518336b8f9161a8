/** Texts that a window wants to hear without a turn: a voice before it is chosen, a welcome. */
import { encodeSoundFrame } from '../../src-preload/sound-frames.ts';
import type { SpokenClient } from '../api/services.ts';
import { type AnswerSpeaker, createAnswerSpeaker } from '../conversation/answer-speaker.ts';
import type { Language } from '../domain/language.ts';
import type { ProfilePreferences } from '../domain/settings.ts';
import type { Clock } from '../ports/clock.ts';
import type { TextToSpeech } from '../ports/text-to-speech.ts';

export interface VoiceSample {
  readonly sampleId: string;
  readonly language: Language;
  readonly text: string;
  readonly voice?: string;
}

export interface VoiceSamples {
  /** In place of the one before. Resolves when its first sound is on its way, or when it is over; rejects with `speech.*`. */
  play(client: SpokenClient, sample: VoiceSample): Promise<void>;
  hush(clientId: string): void;
  /** Stops all of them. */
  forget(): void;
}

export interface VoiceSamplesOptions {
  readonly clock: Clock;
  readonly preferences: () => Pick<ProfilePreferences, 'speechRate' | 'voice'>;
  /** What speaks with an installed voice; without an id, what speaks this language now. */
  readonly voiceOf: (language: Language, id: string | undefined) => TextToSpeech;
}

export function createVoiceSamples({ clock, preferences, voiceOf }: VoiceSamplesOptions): VoiceSamples {
  const speaking = new Map<string, AnswerSpeaker>();
  const hush = (clientId: string): void => {
    speaking.get(clientId)?.stop();
    speaking.delete(clientId);
  };

  return {
    play(client, { sampleId, language, text, voice }) {
      const { speechRate: rate, voice: spoken } = preferences();
      hush(client.clientId);
      return new Promise((resolve, reject) => {
        const speaker = createAnswerSpeaker({
          textToSpeech: voiceOf(language, voice),
          clock,
          language,
          rate,
          numbers: spoken.numbers,
          bufferedBytes: () => client.bufferedBytes(),
          send: ({ atMs, ...frame }) => {
            client.sendFrame(
              encodeSoundFrame({ kind: 'spoken', ...frame, at: { turnId: sampleId, ms: atMs } }),
            );
          },
          onStarted: resolve,
          onEnded: ({ error }) => {
            if (speaking.get(client.clientId) === speaker) speaking.delete(client.clientId);
            if (error === undefined) resolve();
            else reject(error);
          },
        });
        speaking.set(client.clientId, speaker);
        speaker.words(text);
        speaker.ended();
        speaker.release();
      });
    },
    hush,
    forget() {
      for (const clientId of [...speaking.keys()]) hush(clientId);
    },
  };
}
