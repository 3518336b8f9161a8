/** Puts turn-taking together: one detector of speech, shielded from Jarvis's own echo, feeds the turn or, across an answer, barge-in. */

import { detectLanguage } from '../../domain/detect-language.ts';
import type { Language } from '../../domain/language.ts';
import { BargeIn, type Interruption } from './barge-in.ts';
import { EchoLevel } from './echo-level.ts';
import { EchoWords } from './echo-words.ts';
import { EndOfTurn, type HeardWords } from './end-of-turn.ts';
import { finishedBy } from './finished.ts';
import { interjectionOf } from './interjections.ts';
import { SpeakerPace } from './speaker-pace.ts';
import { SpeechDetector } from './speech-detector.ts';
import {
  duckAfterMs,
  echoReachMs,
  speechBeginsAfterMs,
  speechOnset,
  speechResumesAfterMs,
} from './timing.ts';
import type { TurnTaking, TurnTakingAction, TurnTakingInput } from './turn-taking.ts';

export interface TurnTakingOptions {
  /** The person's own languages, the preferred one first. */
  readonly profileLanguages: readonly Language[];
  /** In `hold` only `finish` ends a turn. */
  readonly mode: 'hold' | 'turn' | 'always' | 'hotword';
  /** Whether what is said across an answer may end it. */
  readonly bargeIn: boolean;
  /** What is known of the person's pauses from before; learned anew without it. */
  readonly pace?: SpeakerPace;
}

type Actions = readonly TurnTakingAction[];
type Activity = Extract<TurnTakingInput, { kind: 'activity' }>;

export function createTurnTaking(options: TurnTakingOptions): TurnTaking {
  return new SharedFloor(options);
}

class SharedFloor implements TurnTaking {
  private readonly options: TurnTakingOptions;
  private readonly detector = new SpeechDetector();
  private readonly echoLevel = new EchoLevel();
  private readonly echoWords = new EchoWords();
  private readonly pace: SpeakerPace;
  private readonly turn: EndOfTurn;
  private readonly bargeIn: BargeIn;
  private isPlaying = false;
  /** When Jarvis was heard last; nothing of it is older than the first sound. */
  private lastOutputMs = Number.NEGATIVE_INFINITY;
  private nowMs = 0;
  private lastId = 0;
  /** When the words ended that are answered now, and when the answer began to be heard. */
  private answeredMs: number | undefined;
  private outputSinceMs = 0;
  /** The loudest near voice of the present speech, over the echo expected then. */
  private excessDb = 0;
  /** Of the turn that began with an order to be silent, where it begins: the order alone is no turn. */
  private obeyedFromMs: number | undefined;

  constructor(options: TurnTakingOptions) {
    this.options = options;
    this.pace = options.pace ?? new SpeakerPace();
    const nextId = (): number => ++this.lastId;
    this.turn = new EndOfTurn({
      nextId,
      endsBySilence: options.mode !== 'hold',
      pace: this.pace,
      finishedBy: ({ text, language = 'en' }) => finishedBy(text, language),
    });
    this.bargeIn = new BargeIn({
      nextId,
      withoutOwn: (text, isSuspect) => this.withoutOwn(text, isSuspect),
      isEchoAudible: () => this.echoLevel.isAudible,
      lastOutputMs: () => this.lastOutputMs,
      isEchoPlausible: () => this.excessDb < clearlyNearDb,
      settle: wasEcho => this.echoLevel.settle(wasEcho),
      interrupted: interruption => this.interrupted(interruption),
    });
  }

  push(input: TurnTakingInput): Actions {
    switch (input.kind) {
      case 'activity':
        return this.onActivity(input);
      case 'transcript':
        return this.onTranscript(input);
      case 'ending':
        return this.turn.onVoice(input.id, input.probability);
      case 'output':
        return input.state === 'started' ? this.onOutputStarted(input.atMs) : this.onOutputEnded();
      case 'output-words':
        this.echoWords.says(input.text);
        return [];
    }
  }

  finish(atMs: number): Actions {
    return this.turn.finish(atMs);
  }

  reset(atMs: number): void {
    if (this.turn.isOver) this.answeredMs = this.turn.lastSpeechMs;
    this.detector.reset();
    this.turn.reset(atMs);
    this.bargeIn.reset();
    this.echoLevel.settle(false);
  }

  private onActivity(window: Activity): Actions {
    const { atMs, levelDb, outputDb } = window;
    this.nowMs = atMs;
    if (outputDb !== undefined) this.lastOutputMs = atMs;
    this.echoLevel.push(levelDb, outputDb);
    const probability = this.nearProbability(window);
    this.detector.push(atMs, probability, this.beginsAfterMs);
    if (!this.isPlaying) return this.turn.onWindow(atMs, probability, this.detector);
    return this.options.bargeIn ? this.bargeIn.onWindow(atMs, this.detector) : [];
  }

  private get beginsAfterMs(): number {
    if (this.isPlaying) return duckAfterMs;
    return this.turn.underway ? speechResumesAfterMs : speechBeginsAfterMs;
  }

  /** Of speech that is not Jarvis's own coming back. */
  private nearProbability({ probability, levelDb }: Activity): number {
    if (!this.echoLevel.isPossible) return probability;
    const isGoingOn = this.detector.speechSinceMs !== undefined;
    const isBeginning = this.detector.burstSinceMs !== undefined;
    const isNear = this.echoLevel.isExceededBy(levelDb, isGoingOn || isBeginning);
    const isSpeech = probability >= speechOnset;
    // A new run begins its own measure; the last one is asked about until then.
    if (!isBeginning && !isGoingOn && isNear && isSpeech) this.excessDb = 0;
    if (isNear && isSpeech) this.excessDb = Math.max(this.excessDb, levelDb - this.echoLevel.expectedDb);
    this.echoLevel.learn(isNear && isSpeech);
    return isNear ? probability : 0;
  }

  private onTranscript({ kind: _, id, ...words }: Extract<TurnTakingInput, { kind: 'transcript' }>): Actions {
    const heard: HeardWords = { ...words, ...this.languageOf(words) };
    if (this.bargeIn.owns(id)) return this.bargeIn.onWords(id, heard);
    const text = this.nearText(heard.text);
    return this.turn.onWords(id, { ...heard, text: this.isObeyed(text) ? '' : text });
  }

  private isObeyed(text: string): boolean {
    const isItsTurn = this.turn.underway && this.turn.fromMs === this.obeyedFromMs;
    return isItsTurn && interjectionOf(text) === 'stop';
  }

  /** Of the words of a turn, those that cannot be Jarvis's last ones coming back. */
  private nearText(text: string): string {
    const echoEndsMs = this.lastOutputMs + echoReachMs;
    if ((this.turn.fromMs ?? this.nowMs) >= echoEndsMs) return text;
    // Who goes on well after the last echo speaks, whatever words of Jarvis's they take up.
    const isAllEcho = (this.turn.lastSpeechMs ?? this.nowMs) < echoEndsMs + echoTailMs;
    if (isAllEcho) return this.withoutOwn(text, false);
    const ranInto = (this.turn.fromMs ?? this.nowMs) < this.lastOutputMs;
    return ranInto ? this.echoWords.withoutOwnBeginning(text) : text;
  }

  private onOutputStarted(atMs: number): Actions {
    const { fromMs, isOver, lastSpeechMs } = this.turn;
    if (isOver) this.answeredMs = lastSpeechMs;
    this.outputSinceMs = atMs;
    this.isPlaying = true;
    this.lastOutputMs = atMs;
    this.bargeIn.begin(isOver ? undefined : fromMs);
    this.turn.reset(atMs);
    return [];
  }

  private onOutputEnded(): Actions {
    if (!this.isPlaying) return [];
    this.isPlaying = false;
    this.lastOutputMs = Math.max(this.lastOutputMs, this.nowMs);
    this.echoWords.answerEnds();
    const interruption = this.bargeIn.end(this.echoWords.isQuestion);
    return interruption === undefined ? [] : this.adopt(interruption);
  }

  private interrupted(interruption: Interruption): Actions {
    this.learnCutOff(interruption);
    this.isPlaying = false;
    this.lastOutputMs = Math.max(this.lastOutputMs, this.nowMs);
    const actions = this.adopt(interruption);
    this.obeyedFromMs = interruption.isOrder ? this.turn.fromMs : undefined;
    return actions;
  }

  /** Who speaks on as soon as an answer sounds had only paused. */
  private learnCutOff({ fromMs, isOrder }: Interruption): void {
    const { answeredMs } = this;
    if (isOrder === true || answeredMs === undefined || fromMs - this.outputSinceMs > cutOffWithinMs) return;
    this.pace.wentOnAfter(fromMs - answeredMs);
  }

  private adopt({ fromMs, lastSpeechMs, heard }: Interruption): Actions {
    // The answer was over before a window of it was heard.
    if (lastSpeechMs <= fromMs) return [];
    return this.turn.adopt({ fromMs, lastSpeechMs, nowMs: this.nowMs }, heard);
  }

  private withoutOwn(text: string, isSuspect: boolean): string {
    const ownShare = this.echoWords.ownShareOf(text);
    if (interjectionOf(text) === 'stop' && !isSuspect) return text;
    return ownShare >= (isSuspect ? suspectShare : ownWordsShare)
      ? ''
      : this.echoWords.withoutOwnBeginning(text);
  }

  private languageOf({ text, language }: HeardWords): { language?: Language } {
    const { profileLanguages } = this.options;
    const guessed = language ?? detectLanguage(text) ?? profileLanguages[0];
    return guessed === undefined ? {} : { language: guessed };
  }
}

/** An answer is interrupted so early by someone who was not done. */
const cutOffWithinMs = 1000;
/** Silero hears a voice for a little longer than it is there. */
const echoTailMs = 200;
/** So much louder than the echo expected, it was none. */
const clearlyNearDb = 12;
/** Of the words heard, said by Jarvis: they are its own, the sooner believed when their sound looked like echo too. */
const ownWordsShare = 0.6;
const suspectShare = 0.4;
