/** The answer as it is heard: its sound, the orders for it, the mark on its words, and what the core is told of it. */
import type { Client } from '../../src-preload/connect.ts';
import { decodeSoundFrame, type SpokenPosition } from '../../src-preload/sound-frames.ts';
import { createLoudspeaker, type Heard, type Loudspeaker, type LoudspeakerOptions } from './loudspeaker.ts';
import type { Microphone } from './microphone.ts';
import type { HeardSpan } from './sound-orders.ts';
import { SpokenWords } from './spoken-words.ts';
import { createWordMark, type DrawnAnswer, type SaidWord, type WordMark } from './word-mark.ts';

export interface SpokenAnswer {
  readonly loudspeaker: Loudspeaker;
  position(): SpokenPosition | undefined;
  close(): Promise<void>;
}

export interface SpokenAnswerOptions {
  readonly client: Pick<Client, 'call' | 'on' | 'onFrame'>;
  /** Is told what is heard. */
  readonly microphone: Pick<Microphone, 'plays' | 'silent'>;
  readonly answerOf: (turnId: string) => DrawnAnswer | undefined;
  readonly onSpeaking: (speaking: boolean) => void;
  /** The word that is heard from now on; undefined: none any more. */
  readonly onWord?: (word: SaidWord | undefined) => void;
  /** Heard to its end. */
  readonly onDone: () => void;
  readonly onError: (error: unknown) => void;
  readonly onDeviceFailed: () => void;
  readonly makeLoudspeaker?: (options: LoudspeakerOptions) => Loudspeaker;
  readonly makeMark?: typeof createWordMark;
}

/** Sound is never further from its loudspeaker than this. */
const longestWayMs = 10_000;

export function createSpokenAnswer(options: SpokenAnswerOptions): SpokenAnswer {
  const { client, microphone } = options;
  const words = new SpokenWords();
  /** Whose sound comes now; frames that do not say so themselves follow this. */
  let turnId = '';
  /** Of the answer whose beginning was told last. */
  let begunTurnId = '';

  const loudspeaker = (options.makeLoudspeaker ?? createLoudspeaker)({
    onHeard: heard,
    onPlays: span => {
      microphone.plays(span);
      tellBeginning(span);
    },
    onSilent: microphone.silent,
    wordStartMs: position => words.startMs(position),
    onDeviceFailed: options.onDeviceFailed,
  });
  const mark: WordMark = (options.makeMark ?? createWordMark)({
    words,
    position: loudspeaker.position,
    isPlaying: loudspeaker.isPlaying,
    answerOf: options.answerOf,
    ...(options.onWord && { onWord: options.onWord }),
  });

  /** `startMs`: when it leaves the loudspeaker, since 1970. */
  function tellBeginning({ turnId: of, fromMs, startMs }: HeardSpan): void {
    if (fromMs > 0 || of === '' || of === begunTurnId) return;
    begunTurnId = of;
    const inMs = Math.max(-longestWayMs, Math.min(longestWayMs, Math.round(startMs - Date.now())));
    client.call('voice.began', { turnId: of, inMs }).catch(options.onError);
  }

  function heard({ isWhole, playedMs, turnId: of }: Heard): void {
    mark.clear();
    options.onSpeaking(false);
    if (isWhole) options.onDone();
    if (of === '') return;
    const told = { turnId: of, isWhole, playedMs: Math.round(playedMs) };
    client.call('voice.heard', told).catch(options.onError);
  }

  const ends = [
    client.on('voice.speaking', event => {
      if (event.state === 'started') turnId = event.turnId;
    }),
    client.on('voice.output', ({ turnId: of, order }) => loudspeaker.order(of, order)),
    client.on('voice.words', event => words.add(event.turnId, event.words)),
    // Only the window that spoke gets the sound, and it sounds on after the core has sent the last of it.
    client.onFrame(bytes => {
      const frame = decodeSoundFrame(bytes);
      if (frame?.kind !== 'spoken') return;
      const wasPlaying = loudspeaker.isPlaying();
      loudspeaker.enqueue(frame, frame.at?.turnId ?? turnId);
      if (!wasPlaying && loudspeaker.isPlaying()) {
        options.onSpeaking(true);
        mark.follow();
      }
    }),
  ];
  return {
    loudspeaker,
    position: loudspeaker.position,
    async close() {
      for (const end of ends) end();
      mark.clear();
      await loudspeaker.close();
    },
  };
}
