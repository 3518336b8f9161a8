/** While Jarvis speaks: makes its voice softer, silent, and ends it for words; goes on for a cough, an assent or its own echo. */
import type { HeardWords } from './end-of-turn.ts';
import { beginsWithOrder, interjectionOf } from './interjections.ts';
import type { SpeechDetector } from './speech-detector.ts';
import {
  duckedQuietMs,
  echoEndsWithinMs,
  firstPauseMs,
  interruptionLooksMs,
  lostInterruptionMs,
  pauseAfterMs,
  preRollMs,
  shortPreRollMs,
  wordlessInterruptionMs,
} from './timing.ts';
import type { TurnTakingAction } from './turn-taking.ts';

type Actions = readonly TurnTakingAction[];
type Order = 'duck' | 'pause' | 'resume' | 'stop';

interface Candidate {
  readonly speechSinceMs: number;
  /** When the newest run of its speech began. */
  runSinceMs: number;
  readonly fromMs: number;
  /** Jarvis's own words are in the sound before the pause. */
  readonly hasEcho: boolean;
  lastSpeechMs: number;
  speaking: boolean;
  pausedAtMs?: number;
  looks: number;
  asked?: { readonly id: number; readonly toMs: number; answered: boolean };
}

/** Words said across Jarvis's voice. */
export interface Interruption {
  readonly fromMs: number;
  readonly lastSpeechMs: number;
  readonly heard?: HeardWords & { readonly id: number; readonly toMs: number };
  /** It begins with an order to be silent, which is carried out already. */
  readonly isOrder?: boolean;
}

export interface BargeInOptions {
  readonly nextId: () => number;
  /** The words without those that Jarvis itself said; empty where it said them all. */
  readonly withoutOwn: (text: string, isSuspect: boolean) => string;
  /** Whether Jarvis's own sound reaches the microphone loudly enough to be recognised. */
  readonly isEchoAudible: () => boolean;
  /** Whether what was heard may well have been echo, by its level. */
  readonly isEchoPlausible: () => boolean;
  /** When the loudspeaker was last heard, by the window's account. */
  readonly lastOutputMs: () => number;
  /** What was doubtful is decided: it was echo, or it was not. */
  readonly settle: (wasEcho: boolean) => void;
  /** Jarvis is silent for good: the words become the beginning of a turn. */
  readonly interrupted: (interruption: Interruption) => Actions;
}

/** A whole sentence is needed where the sound was taken for echo before. */
const fewestWordsWhenCautious = 2;
/** So many words in the middle of speech are no assent. */
const fewestWordsInSpeech = 3;
/** So few may all be from the moment before Jarvis fell silent. */
const fewWords = 3;
/** A cough may happen; what pauses the answer again without a word will go on doing so. */
const mostWordless = 2;
/** How long a judged run of speech, such as music, is left alone. */
const judgedForMs = 3000;

export class BargeIn {
  private readonly options: BargeInOptions;
  private order: Order = 'resume';
  private candidate: Candidate | undefined;
  /** Echo or noise paused this answer in vain once: from now on only recognised words do. */
  private cautious = false;
  /** Wordless interruptions of this answer so far. */
  private wordless = 0;
  /** A run of speech that was judged is not looked at again for a while. */
  private judgedRun: { readonly sinceMs: number; readonly untilMs: number } | undefined;
  private nowMs = 0;
  private assent: Interruption | undefined;

  constructor(options: BargeInOptions) {
    this.options = options;
  }

  /** An answer begins to be heard; `speechFromMs`: the person was speaking already, since then. */
  begin(speechFromMs?: number): void {
    this.reset();
    this.cautious = false;
    this.wordless = 0;
    if (speechFromMs !== undefined) this.watch(speechFromMs, speechFromMs);
  }

  /** The answer was heard to its end. @returns what was being said across it, which is a turn now. */
  end(isQuestion: boolean): Interruption | undefined {
    const { candidate, assent } = this;
    this.reset();
    if (candidate !== undefined) return { fromMs: candidate.fromMs, lastSpeechMs: candidate.lastSpeechMs };
    return isQuestion ? assent : undefined;
  }

  reset(): void {
    this.candidate = undefined;
    this.judgedRun = undefined;
    this.assent = undefined;
    this.order = 'resume';
  }

  owns(id: number): boolean {
    return this.candidate?.asked?.id === id;
  }

  onWindow(atMs: number, detector: SpeechDetector): Actions {
    this.nowMs = atMs;
    const since = detector.speechSinceMs;
    if (since !== undefined && this.isNew(since)) {
      // Before the voice, an audible echo has only Jarvis's words.
      this.watch(since, since - (this.options.isEchoAudible() ? shortPreRollMs : preRollMs));
    }
    const { candidate } = this;
    if (candidate === undefined) return [];
    candidate.speaking = since !== undefined;
    if (since !== undefined) {
      candidate.lastSpeechMs = detector.lastSpeechAtMs ?? atMs;
      candidate.runSinceMs = since;
    }
    return [...this.quieten(candidate), ...this.look(candidate)];
  }

  onWords(id: number, words: HeardWords): Actions {
    const { candidate } = this;
    if (candidate?.asked?.id !== id) return [];
    candidate.asked.answered = true;
    const text = this.options.withoutOwn(words.text, this.isSuspect(candidate, wordCount(words.text)));
    const heard = { ...words, text };
    if (this.isOrder(text)) return this.obey(candidate, heard);
    if (candidate.speaking || candidate.asked.toMs < candidate.lastSpeechMs) {
      return this.judgeInSpeech(candidate, text, words.text);
    }
    return this.judge(candidate, heard, words.text);
  }

  private watch(speechSinceMs: number, fromMs: number): void {
    this.assent = undefined;
    const since = { speechSinceMs, runSinceMs: speechSinceMs, hasEcho: this.options.isEchoAudible() };
    this.candidate = { ...since, fromMs, lastSpeechMs: this.nowMs, speaking: true, looks: 0 };
  }

  private isNew(sinceMs: number): boolean {
    if (this.candidate !== undefined) return false;
    return this.judgedRun?.sinceMs !== sinceMs || this.nowMs >= this.judgedRun.untilMs;
  }

  private quieten(candidate: Candidate): Actions {
    if (this.cautious) return [];
    const speechMs = candidate.lastSpeechMs - candidate.speechSinceMs;
    if (this.order === 'resume') return this.tell('duck');
    if (this.order !== 'duck') return [];
    if (candidate.speaking && speechMs >= pauseAfterMs) {
      return this.pause(candidate);
    }
    return this.nowMs - candidate.lastSpeechMs >= duckedQuietMs
      ? this.goOn(this.options.isEchoPlausible())
      : [];
  }

  private look(candidate: Candidate): Actions {
    if (!this.cautious && this.order !== 'pause') return [];
    const silentMs = this.nowMs - candidate.lastSpeechMs;
    const isHeardWhole = candidate.asked !== undefined && candidate.asked.toMs >= candidate.lastSpeechMs;
    if (candidate.speaking) {
      const due = interruptionLooksMs[candidate.looks];
      return due !== undefined && this.nowMs - candidate.speechSinceMs >= due ? this.ask(candidate) : [];
    }
    if (!isHeardWhole) return silentMs >= firstPauseMs ? this.ask(candidate) : [];
    return silentMs >= lostInterruptionMs ? this.goOn(false) : [];
  }

  private ask(candidate: Candidate): Actions {
    const id = this.options.nextId();
    candidate.asked = { id, toMs: this.nowMs, answered: false };
    if (candidate.speaking) candidate.looks += 1;
    return [{ kind: 'recognise', id, fromMs: candidate.fromMs, toMs: this.nowMs }];
  }

  private isOrder(text: string): boolean {
    return interjectionOf(text) === 'stop' || beginsWithOrder(text);
  }

  private obey(candidate: Candidate, heard: HeardWords): Actions {
    this.options.settle(false);
    const isAll = !candidate.speaking && interjectionOf(heard.text) === 'stop';
    if (!isAll) return this.stop(candidate, heard, true);
    return [...this.fallSilent(), { kind: 'nothing-said' }];
  }

  /** Speech goes on: only what is surely words ends the answer now; the rest is decided at its pause. */
  private judgeInSpeech(candidate: Candidate, text: string, whole: string): Actions {
    const isSure = interjectionOf(text) === 'words' && wordCount(text) >= fewestWordsInSpeech;
    if (isSure) return this.isUnproven(candidate) ? this.pause(candidate) : this.stop(candidate, undefined);
    const speechMs = this.nowMs - candidate.speechSinceMs;
    if (text !== '' || speechMs < wordlessInterruptionMs) return [];
    this.cautious = true;
    return this.goOn(whole.trim() !== '');
  }

  private judge(candidate: Candidate, heard: HeardWords, whole: string): Actions {
    // Whatever words a recogniser finds in it: beside an audible echo, what ends with Jarvis's voice is that voice.
    if (candidate.hasEcho && (this.isUnproven(candidate) || this.endedSoon(candidate))) {
      this.cautious = true;
      return this.goOn(true);
    }
    const what = interjectionOf(heard.text);
    const isEnough = !this.cautious || wordCount(heard.text) >= fewestWordsWhenCautious;
    if (what === 'words' && isEnough) return this.stop(candidate, heard);
    const wasEcho = what === 'none' && (whole.trim() !== '' || this.options.isEchoPlausible());
    if (what === 'none') this.wordless += 1;
    if (wasEcho || this.wordless >= mostWordless) this.cautious = true;
    const assent = what === 'backchannel' ? this.interruption(candidate, heard) : undefined;
    const actions = this.goOn(wasEcho);
    this.assent = assent;
    return actions;
  }

  /** Jarvis was heard as well while most of it was said, or few words are all there is; or the like was echo before. */
  private isSuspect(candidate: Candidate, words: number): boolean {
    const isLikeEcho = candidate.hasEcho && (this.endedSoon(candidate) || words <= fewWords);
    return isLikeEcho || (this.cautious && this.options.isEchoPlausible());
  }

  /** After echo was taken for a voice once, words count that go on when Jarvis is silent. */
  private isUnproven({ hasEcho, pausedAtMs }: Candidate): boolean {
    return this.cautious && hasEcho && pausedAtMs === undefined;
  }

  private pause(candidate: Candidate): Actions {
    candidate.pausedAtMs = this.nowMs;
    return this.tell('pause');
  }

  /** With Jarvis's own voice, which ends a little after the order. */
  private endedSoon({ pausedAtMs, lastSpeechMs, speaking }: Candidate): boolean {
    if (pausedAtMs === undefined || speaking) return false;
    return lastSpeechMs - Math.max(pausedAtMs, this.options.lastOutputMs()) <= echoEndsWithinMs;
  }

  private stop(candidate: Candidate, heard: HeardWords | undefined, isOrder = false): Actions {
    this.options.settle(false);
    const interruption = this.interruption(candidate, candidate.speaking ? undefined : heard);
    return [...this.fallSilent(), ...this.options.interrupted({ ...interruption, isOrder })];
  }

  private interruption({ fromMs, lastSpeechMs, asked }: Candidate, heard?: HeardWords): Interruption {
    const known = heard && asked && { heard: { ...heard, id: asked.id, toMs: asked.toMs } };
    return { fromMs, lastSpeechMs, ...known };
  }

  private fallSilent(): Actions {
    this.reset();
    return [{ kind: 'output', order: 'stop' }];
  }

  private goOn(wasEcho: boolean): Actions {
    this.options.settle(wasEcho);
    const sinceMs = this.candidate?.runSinceMs ?? 0;
    this.judgedRun = { sinceMs, untilMs: this.nowMs + judgedForMs };
    this.candidate = undefined;
    return this.order === 'resume' ? [] : this.tell('resume');
  }

  private tell(order: Order): Actions {
    this.order = order;
    return [{ kind: 'output', order }];
  }
}

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;
