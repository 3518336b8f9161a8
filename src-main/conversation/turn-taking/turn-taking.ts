/** What turn-taking is told and what it asks for: pure logic without clock and engine; times are those of the sound itself. */
import type { Language } from '../../domain/language.ts';

/** Milliseconds since the stream's first sample. */
type StreamMs = number;

export type TurnTakingInput =
  /** One window of 32 ms; `atMs` is its end. `outputDb`: level of Jarvis's own sound being played then; absent: none is. */
  | {
      readonly kind: 'activity';
      readonly atMs: StreamMs;
      readonly probability: number;
      readonly levelDb: number;
      readonly outputDb?: number;
    }
  /** The words of `recognise` with the same `id`; empty for none. */
  | {
      readonly kind: 'transcript';
      readonly id: number;
      readonly text: string;
      readonly language?: Language;
      readonly confidence?: number;
    }
  /** How finished the voice sounds in the sound of `recognise` with the same `id`: a probability. Before the words or after. */
  | { readonly kind: 'ending'; readonly id: number; readonly probability: number }
  /** Jarvis begins or ceases to be heard; `words`: what it says, for the self-hearing guard. */
  | { readonly kind: 'output'; readonly atMs: StreamMs; readonly state: 'started' | 'ended' }
  | { readonly kind: 'output-words'; readonly text: string };

export type TurnTakingAction =
  /** The person speaks (outside an answer of Jarvis). */
  | { readonly kind: 'speech-started'; readonly atMs: StreamMs }
  /** Have this sound recognised; a newer `recognise` makes the older ones worthless. */
  | { readonly kind: 'recognise'; readonly id: number; readonly fromMs: StreamMs; readonly toMs: StreamMs }
  /** Prepare an answer to these words, without a sound and without storing anything. Replaces the one before. */
  | { readonly kind: 'prepare'; readonly text: string; readonly language?: Language }
  /** The person goes on: what was prepared is worthless. */
  | { readonly kind: 'revise' }
  /** The turn is over: the words may be answered. `confidence`: of the recogniser. */
  | {
      readonly kind: 'turn-ended';
      readonly fromMs: StreamMs;
      readonly toMs: StreamMs;
      readonly text: string;
      readonly language?: Language;
      readonly confidence?: number;
    }
  /** It was no speech after all, or none that has words. */
  | { readonly kind: 'nothing-said' }
  /** Jarvis's own voice: softer; silent but ready to go on; on as before; over for good. */
  | { readonly kind: 'output'; readonly order: 'duck' | 'pause' | 'resume' | 'stop' };

export interface TurnTaking {
  /** @returns what to do now, in order. */
  push(input: TurnTakingInput): readonly TurnTakingAction[];
  /**
   * The person said with a key or a click that the turn is over: it ends with the words of all its sound up to `atMs`,
   * at once where they are known already, else after one more `recognise`; without speech in it, with `nothing-said`. In
   * mode `hold` nothing else ends a turn, pauses of any length included; words are recognised and answers prepared all the same.
   */
  finish(atMs: StreamMs): readonly TurnTakingAction[];
  /** The sound so far is forgotten: as after a turn, with the learned levels kept. */
  reset(atMs: StreamMs): void;
}
