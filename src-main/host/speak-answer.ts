/** A voice for one answer, whose sound goes to the window that spoke. */
import { encodeSoundFrame } from '../../src-preload/sound-frames.ts';
import type { Publish, SpokenClient } from '../api/services.ts';
import { type AnswerSpeaker, createAnswerSpeaker } from '../conversation/answer-speaker.ts';
import type { TimedWord } from '../conversation/spoken-timeline.ts';
import type { SpokenTurnPorts } from '../conversation/spoken-turn.ts';
import { reportError } from '../domain/errors.ts';
import type { ProfilePreferences } from '../domain/settings.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import type { TextToSpeech } from '../ports/text-to-speech.ts';

export interface SpeakAnswerPorts {
  readonly clock: Clock;
  readonly observer: Observer;
  readonly publish: Publish;
  readonly textToSpeech: TextToSpeech;
  readonly preferences: ProfilePreferences;
}

export function speakAnswer(
  ports: SpeakAnswerPorts,
  client: SpokenClient,
  answer: Parameters<SpokenTurnPorts['speak']>[0],
): AnswerSpeaker {
  const { clock, observer, publish, textToSpeech, preferences } = ports;
  const { turnId, language, reads } = answer;
  const textOffset = reads?.textOffset ?? 0;
  const startedMs = clock.monotonicMs();
  const voice = textToSpeech.engineFor(language);
  let hasStarted = false;
  return createAnswerSpeaker({
    textToSpeech,
    clock,
    language,
    rate: preferences.speechRate,
    numbers: preferences.voice.numbers,
    bufferedBytes: () => client.bufferedBytes(),
    send: ({ atMs, ...frame }) => {
      client.sendFrame(encodeSoundFrame({ kind: 'spoken', ...frame, at: { turnId, ms: atMs } }));
    },
    onStarted: () => {
      hasStarted = true;
      if (reads === undefined) observer.observeStage('first_sound', (clock.monotonicMs() - startedMs) / 1000);
      answer.onStarted();
      publish('voice.speaking', { turnId, state: 'started' });
    },
    onPiece: (spoken, words) => {
      publish('voice.words', { turnId, words: words.map(word => shifted(word, textOffset)) });
      answer.onSpoken(spoken);
    },
    onEnded: ({ error }) => {
      const seconds = (clock.monotonicMs() - startedMs) / 1000;
      const failed = error !== undefined;
      if (hasStarted || failed)
        observer.observeSynthesis({ engine: voice, voice: `${voice}-${language}`, seconds, failed });
      if (failed) publish('app.failed', reportError(error, language));
      // Whoever asked for it waits for its end, also where no sound came of it.
      if (hasStarted || reads !== undefined) publish('voice.speaking', { turnId, state: 'ended' });
      answer.onEnded();
    },
  });
}

const shifted = ({ from, to, atMs }: TimedWord, by: number): TimedWord => ({
  from: from + by,
  to: to + by,
  atMs,
});
