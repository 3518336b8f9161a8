/** What a dialogue by voice needs from outside, and what it is made of. */
import type { Language } from '../domain/language.ts';
import type { CaptureReport } from './capture-report.ts';
import type { RecognitionPorts } from './recognitions.ts';
import type { SpokenTurn, SpokenTurnPorts } from './spoken-turn.ts';
import type { TurnTaking } from './turn-taking/turn-taking.ts';

export type DialoguePhase = 'hearing' | 'recognising' | 'thinking' | 'speaking';

export interface DialoguePorts extends SpokenTurnPorts, RecognitionPorts {
  readonly taking: TurnTaking;
  /** Words are likely to be asked here soon. */
  soon(conversationId: string): void;
  readonly question: OpenQuestion;
  profileLanguage(): Language;
  report(report: CaptureReport): void;
  onPhase(phase: DialoguePhase): void;
  /** Nobody speaks any more: an answer was heard, or nothing was said that has words. */
  onQuiet(why: 'answered' | 'nothing-said'): void;
  /** Of the stream, up to its newest sound. */
  nowMs(): number;
  /** Where the answer's sound was last, by the frames of the microphone. */
  playedMs(turnId: string): number | undefined;
}

export interface FinishedSpeech {
  readonly turnId: string;
  readonly text: string;
  readonly language?: Language;
}

export interface Words {
  readonly text: string;
  readonly language?: Language;
  readonly confidence?: number;
}

/** A doubtful action that waits for a yes: of one window, and longer than the microphone is open. */
export interface OpenQuestion {
  asked?: { readonly turn: SpokenTurn; readonly words: Words };
}
