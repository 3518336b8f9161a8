/** Listening and speaking in the speech process, for every window. */

import { encodeSoundFrame } from '../../src-preload/sound-frames.ts';
import type { MachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import { createProcessTextToSpeech } from '../adapters/speech/process-text-to-speech.ts';
import { createSherpaSpeechToText } from '../adapters/speech/sherpa-speech-to-text.ts';
import { createSpeechProcess } from '../adapters/speech/speech-process.ts';
import type { Publish, SpeechServices } from '../api/services.ts';
import { type AnswerSpeaker, createAnswerSpeaker } from '../conversation/answer-speaker.ts';
import { createVoiceSession } from '../conversation/voice-session.ts';
import { reportError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import type { SpeechToText } from '../ports/speech-to-text.ts';
import type { TextToSpeech } from '../ports/text-to-speech.ts';
import { programPath } from './program-path.ts';

export interface SpeechOptions {
  readonly settings: MachineSettingsFile;
  readonly clock: Clock;
  readonly observer: Observer;
  readonly publish: Publish;
  /** Tried when the recogniser heard neither French nor English. */
  readonly fallbackLanguage: () => Language;
  readonly rate: () => number;
}

export interface Speech extends SpeechServices {
  readonly speechToText: SpeechToText;
  readonly textToSpeech: TextToSpeech;
  /** Speech models were added or removed. */
  changed(): void;
  clientGone(clientId: string): void;
  /** Gives up every capture and every spoken answer. */
  forget(): void;
  close(): Promise<void>;
}

export function createSpeech(options: SpeechOptions): Speech {
  const { settings, clock, observer, publish } = options;
  const process = createSpeechProcess({ clock, program: programPath('speech-process') });
  const folders = () => settings.current().speech;
  const textToSpeech = createProcessTextToSpeech({ process, voiceDirs: () => folders().voiceDirs });
  const speechToText = observed(
    createSherpaSpeechToText({ process, recognizerDir: () => folders().recognizerDir }),
    clock,
    observer,
  );
  const session = createVoiceSession({ speechToText, clock, fallbackLanguage: options.fallbackLanguage });
  /** One microphone a window: the capture its frames belong to. */
  const captureOf = new Map<string, string>();
  /** What each window is being told. Two answers at once would mix in its loudspeaker. */
  const speakerOf = new Map<string, AnswerSpeaker>();
  const status = () => ({
    canListen: folders().recognizerDir !== undefined,
    voices: { fr: textToSpeech.engineFor('fr'), en: textToSpeech.engineFor('en') },
  });
  const forget = () => {
    session.close();
    captureOf.clear();
    for (const speaker of speakerOf.values()) speaker.stop();
    speakerOf.clear();
  };
  return {
    speechToText,
    textToSpeech,
    status,
    forget,
    changed: () => publish('speech.changed', status()),
    start: (clientId, captureId, sampleRateHz) => {
      session.start(captureId, sampleRateHz);
      captureOf.set(clientId, captureId);
      speakerOf.get(clientId)?.stop();
    },
    frame: (clientId, frame) => {
      const captureId = captureOf.get(clientId);
      if (captureId !== undefined) session.frame(captureId, frame);
    },
    end: (captureId, lastSequence) => session.end(captureId, lastSequence),
    cancel: captureId => session.cancel(captureId),
    hush: clientId => speakerOf.get(clientId)?.stop(),
    clientGone: clientId => {
      captureOf.delete(clientId);
      speakerOf.get(clientId)?.stop();
      speakerOf.delete(clientId);
    },
    speakAnswer: ({ clientId, turnId, language, send, bufferedBytes }) => {
      const startedMs = clock.monotonicMs();
      const voice = textToSpeech.engineFor(language);
      speakerOf.get(clientId)?.stop();
      const speaker = createAnswerSpeaker({
        textToSpeech,
        clock,
        language,
        rate: options.rate(),
        bufferedBytes,
        send: frame => send(encodeSoundFrame({ kind: 'spoken', ...frame })),
        onStarted: () => {
          observer.observeStage('first_sound', (clock.monotonicMs() - startedMs) / 1000);
          publish('voice.speaking', { turnId, state: 'started' });
        },
        onEnded: ({ error }) => {
          const seconds = (clock.monotonicMs() - startedMs) / 1000;
          observer.observeSynthesis({
            engine: voice,
            voice: `${voice}-${language}`,
            seconds,
            failed: error !== undefined,
          });
          if (error !== undefined) publish('app.failed', reportError(error, language));
          publish('voice.speaking', { turnId, state: 'ended' });
        },
      });
      speakerOf.set(clientId, speaker);
      return speaker;
    },
    close: async () => {
      forget();
      await process.stop();
    },
  };
}

/** Counts and times what the engine does. */
function observed(inner: SpeechToText, clock: Clock, observer: Observer): SpeechToText {
  return {
    engine: inner.engine,
    transcribe: async (sound, signal) => {
      // Only loads the model ahead: nothing was said.
      if (sound.samples.length === 0) return inner.transcribe(sound, signal);
      const soundSeconds = sound.samples.length / sound.sampleRateHz;
      const startedMs = clock.monotonicMs();
      const record = (failed: boolean, language?: Language) => {
        const seconds = (clock.monotonicMs() - startedMs) / 1000;
        if (!failed && soundSeconds > 0) observer.observeStage('transcribe', seconds);
        observer.observeTranscription({
          engine: inner.engine,
          seconds,
          soundSeconds,
          failed,
          ...(language && { language }),
        });
      };
      try {
        const heard = await inner.transcribe(sound, signal);
        record(false, heard.language);
        return heard;
      } catch (error) {
        if (!signal.aborted) record(true);
        throw error;
      }
    },
  };
}
