/** One turn of the person, from the first word to the decision that it is over: recognise at a pause, prepare, wait, end or go on. */
import type { Language } from '../../domain/language.ts';
import type { SpeakerPace } from './speaker-pace.ts';
import type { SpeechDetector } from './speech-detector.ts';
import {
  firstPauseMs,
  maxTurnMs,
  preRollMs,
  shortestHeldMs,
  speechOffset,
  wordlessWaitMs,
} from './timing.ts';
import type { TurnTakingAction } from './turn-taking.ts';
import { waitFor } from './waiting.ts';

export interface HeardWords {
  readonly text: string;
  readonly language?: Language;
  readonly confidence?: number;
}

interface Asked {
  readonly id: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** The end of the speech before it. */
  readonly spokenUntilMs: number;
  answered: boolean;
}

interface Turn {
  readonly fromMs: number;
  lastSpeechMs: number;
  speaking: boolean;
  asked?: Asked;
  words?: HeardWords;
  /** That the speaker has finished: by the words, and by the voice before the pause. */
  byWords?: number;
  byVoice?: number;
  prepared: boolean;
  ended: boolean;
  /** Nothing more is taken in: too long, or ended by hand. */
  closing: boolean;
}

export interface EndOfTurnOptions {
  /** In `hold` silence ends nothing. */
  readonly endsBySilence: boolean;
  readonly nextId: () => number;
  /** That the speaker of these words has finished, 0 to 1. */
  readonly finishedBy: (words: HeardWords) => number;
  /** Of the person who speaks. */
  readonly pace: SpeakerPace;
}

type Actions = readonly TurnTakingAction[];

export class EndOfTurn {
  private readonly options: EndOfTurnOptions;
  private turn: Turn | undefined;
  private earliestMs = 0;
  private nowMs = 0;

  constructor(options: EndOfTurnOptions) {
    this.options = options;
  }

  /** When the last window of the turn's speech ended; undefined while there is no turn. */
  get lastSpeechMs(): number | undefined {
    return this.turn?.lastSpeechMs;
  }

  /** When the turn's sound begins; undefined while there is no turn. */
  get fromMs(): number | undefined {
    return this.turn?.fromMs;
  }

  get underway(): boolean {
    return this.turn !== undefined;
  }

  /** Whether the turn was given to be answered. */
  get isOver(): boolean {
    return this.turn?.ended === true;
  }

  onWindow(atMs: number, probability: number, detector: SpeechDetector): Actions {
    this.nowMs = atMs;
    const { turn } = this;
    const since = detector.speechSinceMs;
    if (turn === undefined) return since === undefined ? [] : this.begin(since, atMs);
    if (turn.closing) return [];
    if (since !== undefined) {
      const revised = turn.speaking ? [] : this.goOn(turn, since);
      turn.lastSpeechMs = detector.lastSpeechAtMs ?? atMs;
      return [...revised, ...this.closeIfLong(turn)];
    }
    turn.speaking = false;
    // A soft last word may be too short for a run of speech.
    if (probability >= speechOffset && !turn.ended) turn.lastSpeechMs = atMs;
    return turn.ended ? [] : this.atPause(turn);
  }

  onWords(id: number, words: HeardWords): Actions {
    const { turn } = this;
    if (turn?.asked?.id !== id) return [];
    turn.asked.answered = true;
    if (words.text.trim() === '') return this.wordless(turn);
    const before = turn.words?.text;
    turn.words = words;
    turn.byWords = this.options.finishedBy(words);
    const isNew = !turn.prepared || before !== words.text;
    turn.prepared = true;
    return [...(isNew ? [prepare(words)] : []), ...this.endIfOver(turn)];
  }

  /** How finished the voice sounds in the sound of `recognise` with the same id. */
  onVoice(id: number, finished: number): Actions {
    const { turn } = this;
    if (turn?.asked?.id !== id) return [];
    turn.byVoice = finished;
    return turn.asked.answered ? this.endIfOver(turn) : [];
  }

  /** The person ends the turn by hand. */
  finish(atMs: number): Actions {
    this.nowMs = Math.max(this.nowMs, atMs);
    const held = this.turn === undefined && !this.options.endsBySilence;
    // A whisper may be below what the detector takes for speech; the recogniser hears it.
    if (held && atMs - this.earliestMs >= shortestHeldMs) this.open(this.earliestMs, atMs);
    const { turn } = this;
    if (turn === undefined) return [{ kind: 'nothing-said' }];
    if (turn.ended) return [];
    turn.closing = true;
    const { asked } = turn;
    const isAllAsked = !turn.speaking && asked !== undefined && asked.toMs >= turn.lastSpeechMs;
    if (!isAllAsked) return [this.ask(turn)];
    if (!asked.answered) return [];
    return turn.words === undefined ? this.giveUp() : this.end(turn, turn.words);
  }

  /** Takes over what was said across Jarvis's voice, with its words where they are known. */
  adopt(
    { fromMs, lastSpeechMs, nowMs }: { fromMs: number; lastSpeechMs: number; nowMs: number },
    heard?: HeardWords & { id: number; toMs: number },
  ): Actions {
    this.nowMs = nowMs;
    const turn = this.open(fromMs, lastSpeechMs);
    const started: TurnTakingAction = { kind: 'speech-started', atMs: fromMs };
    if (heard === undefined) return [started];
    turn.speaking = false;
    turn.asked = { id: heard.id, fromMs, toMs: heard.toMs, spokenUntilMs: lastSpeechMs, answered: false };
    return [started, ...this.onWords(heard.id, heard)];
  }

  reset(atMs: number): void {
    this.turn = undefined;
    this.earliestMs = atMs;
    this.nowMs = Math.max(this.nowMs, atMs);
  }

  private begin(speechSinceMs: number, atMs: number): Actions {
    const held = !this.options.endsBySilence;
    this.open(held ? this.earliestMs : speechSinceMs - preRollMs, atMs);
    return [{ kind: 'speech-started', atMs: speechSinceMs }];
  }

  private open(fromMs: number, lastSpeechMs: number): Turn {
    const earliestMs = Math.max(this.earliestMs, this.nowMs - maxTurnMs);
    this.turn = {
      fromMs: Math.max(earliestMs, fromMs),
      lastSpeechMs,
      speaking: true,
      prepared: false,
      ended: false,
      closing: false,
    };
    return this.turn;
  }

  private goOn(turn: Turn, sinceMs: number): Actions {
    if (turn.asked) this.options.pace.wentOnAfter(sinceMs - turn.asked.spokenUntilMs);
    const worthless = turn.prepared || turn.ended;
    turn.speaking = true;
    turn.prepared = false;
    turn.ended = false;
    delete turn.asked;
    delete turn.words;
    delete turn.byWords;
    delete turn.byVoice;
    return worthless ? [{ kind: 'revise' }] : [];
  }

  private closeIfLong(turn: Turn): Actions {
    if (this.nowMs - turn.fromMs < maxTurnMs) return [];
    turn.closing = true;
    return [this.ask(turn)];
  }

  private atPause(turn: Turn): Actions {
    const silentMs = this.nowMs - turn.lastSpeechMs;
    const isHeardWhole = turn.asked !== undefined && turn.asked.toMs >= turn.lastSpeechMs;
    if (!isHeardWhole) return silentMs >= firstPauseMs ? [this.ask(turn)] : [];
    if (!turn.asked?.answered) return [];
    return turn.words === undefined ? this.wordless(turn) : this.endIfOver(turn);
  }

  private ask(turn: Turn): TurnTakingAction {
    const id = this.options.nextId();
    const { fromMs, lastSpeechMs: spokenUntilMs } = turn;
    turn.asked = { id, fromMs, toMs: this.nowMs, spokenUntilMs, answered: false };
    delete turn.byVoice;
    return { kind: 'recognise', id, fromMs, toMs: this.nowMs };
  }

  private endIfOver(turn: Turn): Actions {
    const { words, byWords } = turn;
    if (words === undefined || byWords === undefined || turn.ended) return [];
    if (turn.closing) return this.end(turn, words);
    if (!this.options.endsBySilence || turn.speaking) return [];
    const { byVoice } = turn;
    const { longPauseMs } = this.options.pace;
    const waitMs = waitFor({
      byWords,
      ...(byVoice !== undefined && { byVoice }),
      ...(longPauseMs !== undefined && { longPauseMs }),
    });
    const isOver = this.nowMs - turn.lastSpeechMs >= waitMs;
    return isOver ? this.end(turn, words) : [];
  }

  private end(turn: Turn, words: HeardWords): Actions {
    turn.ended = true;
    return [{ ...words, kind: 'turn-ended', fromMs: turn.fromMs, toMs: turn.lastSpeechMs }];
  }

  private wordless(turn: Turn): Actions {
    if (turn.closing) return this.giveUp();
    const isOver = this.options.endsBySilence && this.nowMs - turn.lastSpeechMs >= wordlessWaitMs;
    return isOver ? this.giveUp() : [];
  }

  private giveUp(): Actions {
    this.turn = undefined;
    this.earliestMs = this.nowMs;
    return [{ kind: 'nothing-said' }];
  }
}

function prepare({ text, language }: HeardWords): TurnTakingAction {
  return { kind: 'prepare', text, ...(language && { language }) };
}
