/**
 * The journey of one turn: the user's words are on disk already; an answer begins, grows, is saved as it grows,
 * and ends done, stopped or failed.
 */
import type { AnsweredBy, BranchMessage, Message, Notice, TurnState, Usage } from '../domain/conversation.ts';
import { asJarvisError, type ErrorReport, isAbort, JarvisError, reportError } from '../domain/errors.ts';
import type { SentImage } from '../domain/image.ts';
import type { Language } from '../domain/language.ts';
import type { UsedMemory } from '../domain/memory.ts';
import type { TurnTimeline } from '../domain/turn-timeline.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { AnswerPart } from './answer-part.ts';
import type { EarlyAnswer } from './early-answer.ts';
import { isOver, nextTurnState, type TurnStep } from './turn-state.ts';
import type { TurnTimes } from './turn-times.ts';

export interface Turn {
  readonly turnId: string;
  readonly conversationId: string;
  readonly answerId: string;
  readonly userMessage: Message;
  readonly language: Language;
  /** `begun`: an empty answer is on disk already. `continue`: words that it already has; the new ones follow. */
  readonly mode:
    | { readonly kind: 'new'; readonly begun?: BranchMessage }
    | { readonly kind: 'continue'; readonly textSoFar: string };
  /** Of words that are not on disk yet. */
  readonly images?: readonly SentImage[];
  /** Where its moments are noted. */
  readonly times?: TurnTimes;
}

/** Reports what happened; never steers. */
export interface TurnObserver {
  thinking(turn: Turn, answer: BranchMessage): void;
  words(turn: Turn, offset: number, text: string): void;
  ended(turn: Turn, answer: BranchMessage, state: TurnState, error?: JarvisError): void;
}

export interface TurnPorts {
  readonly store: Pick<
    MemoryStore,
    'beginAnswer' | 'reopenAnswer' | 'saveAnswer' | 'finishAnswer' | 'addAnswer'
  >;
  readonly clock: Clock;
  readonly observer: TurnObserver;
  /** Faults are told in the language of the window that shows them, which need not be that of the words. */
  readonly profileLanguage: () => Language;
  /** What was measured of it, once its last words are there. */
  readonly timelineOf?: (turnId: string) => TurnTimeline | undefined;
}

/** A growing answer is on disk at the latest this long after it grew. */
export const saveEveryMs = 500;

/**
 * Runs the turn to its end and returns the finished answer; a stop of `parts` is the turn's stop. Throws only when the
 * store itself fails.
 */
export async function runTurn(turn: Turn, parts: EarlyAnswer, ports: TurnPorts): Promise<BranchMessage> {
  const { signal } = parts;
  try {
    const canBeWhole = turn.mode.kind === 'new' && turn.mode.begun === undefined;
    const atOnce = canBeWhole && (await parts.isWhole()) && !signal.aborted;
    return await (atOnce ? addWhole : follow)(turn, parts, ports, signal);
  } finally {
    // Nobody reads on, whatever the model still has to say.
    parts.stop();
  }
}

/** An answer that grows: begun on disk, saved as it grows, finished. */
async function follow(
  turn: Turn,
  parts: AsyncIterable<AnswerPart>,
  ports: TurnPorts,
  signal: AbortSignal,
): Promise<BranchMessage> {
  const progress = new TurnProgress(turn, ports, signal);
  const answer = await openAnswer(turn, ports);
  progress.step('start');
  ports.observer.thinking(turn, answer);
  const error = await progress.readAnswer(parts);
  const finished = await ports.store.finishAnswer(turn.answerId, progress.end(error));
  ports.observer.ended(turn, finished, progress.state, error);
  return finished;
}

/** An answer that is whole already, as a skill's: written once, told once it is on disk. */
async function addWhole(
  turn: Turn,
  parts: AsyncIterable<AnswerPart>,
  ports: TurnPorts,
  signal: AbortSignal,
): Promise<BranchMessage> {
  const progress = new TurnProgress(turn, { ...ports, observer: silent }, signal);
  progress.step('start');
  const error = await progress.readAnswer(parts);
  const finished = await ports.store.addAnswer(newAnswer(turn, ports), progress.end(error));
  ports.observer.thinking(turn, { ...finished, text: '', status: 'streaming' });
  if (finished.text !== '') ports.observer.words(turn, 0, finished.text);
  ports.observer.ended(turn, finished, progress.state, error);
  return finished;
}

const ignore = (): void => undefined;
const silent: TurnObserver = { thinking: ignore, words: ignore, ended: ignore };

async function openAnswer(turn: Turn, ports: TurnPorts): Promise<BranchMessage> {
  if (turn.mode.kind === 'continue') return ports.store.reopenAnswer(turn.answerId);
  if (turn.mode.begun !== undefined) return turn.mode.begun;
  return ports.store.beginAnswer(newAnswer(turn, ports));
}

function newAnswer(turn: Turn, { clock }: TurnPorts): Parameters<MemoryStore['beginAnswer']>[0] {
  const { answerId: id, turnId, userMessage } = turn;
  return { id, turnId, parentId: userMessage.id, createdAtMs: clock.nowMs() };
}

/** What is known of the answer so far. */
class TurnProgress {
  state: TurnState = 'accepted';
  private text: string;
  private answeredBy: AnsweredBy | undefined;
  private usage: Usage | undefined;
  private recalled: readonly UsedMemory[] | undefined;
  private notices: readonly Notice[] = [];
  private savedAtMs: number;
  private saving: Promise<void> | undefined;
  private saveFailure: JarvisError | undefined;
  private readonly turn: Turn;
  private readonly ports: TurnPorts;
  private readonly signal: AbortSignal;

  constructor(turn: Turn, ports: TurnPorts, signal: AbortSignal) {
    this.turn = turn;
    this.ports = ports;
    this.signal = signal;
    this.text = turn.mode.kind === 'continue' ? turn.mode.textSoFar : '';
    this.savedAtMs = ports.clock.monotonicMs();
  }

  step(step: TurnStep): void {
    this.state = nextTurnState(this.state, step);
  }

  /** Reads the answer to its end; an error is returned, not thrown, because what came before it is kept. */
  async readAnswer(parts: AsyncIterable<AnswerPart>): Promise<JarvisError | undefined> {
    try {
      await this.readParts(parts);
      if (this.text.trim() === '') throw new JarvisError('model.empty-answer');
      this.step('finish');
      return undefined;
    } catch (error) {
      return this.failed(error);
    } finally {
      await this.saving;
    }
  }

  private async readParts(parts: AsyncIterable<AnswerPart>): Promise<void> {
    for await (const part of parts) {
      // After a stop no further word may appear, whatever was on its way.
      this.signal.throwIfAborted();
      // Words that cannot be kept must not go on growing on the screen.
      if (this.saveFailure !== undefined) throw this.saveFailure;
      if (part.kind === 'text') this.grow(part.text);
      else if (part.kind === 'by') this.isBy(part);
      else this.finished(part);
      if (isOver(this.state)) return;
    }
    this.signal.throwIfAborted();
  }

  private grow(text: string): void {
    if (text === '') return;
    this.step('first-words');
    const offset = this.text.length;
    this.text += text;
    this.ports.observer.words(this.turn, offset, text);
    const nowMs = this.ports.clock.monotonicMs();
    if (nowMs - this.savedAtMs >= saveEveryMs && this.saving === undefined) this.save(nowMs);
  }

  /** Saves beside the stream, one save at a time, so that a slow disk does not hold words back. */
  private save(nowMs: number): void {
    this.savedAtMs = nowMs;
    this.saving = this.ports.store.saveAnswer(this.turn.answerId, this.text).then(
      () => {
        this.saving = undefined;
      },
      (error: unknown) => {
        this.saving = undefined;
        this.saveFailure = asJarvisError(error);
      },
    );
  }

  private isBy({ answeredBy, recalled }: Extract<AnswerPart, { kind: 'by' }>): void {
    this.answeredBy = answeredBy;
    this.recalled = recalled;
  }

  private finished(part: Extract<AnswerPart, { kind: 'finished' }>): void {
    this.usage = part.usage;
    this.notices = part.notices;
  }

  private failed(error: unknown): JarvisError | undefined {
    if (this.signal.aborted && (isAbort(error) || error === this.signal.reason)) {
      this.step('stop');
      return undefined;
    }
    this.step('fail');
    return asJarvisError(error);
  }

  /** The last words on the answer, as they are stored. */
  end(error: JarvisError | undefined): Parameters<MemoryStore['finishAnswer']>[1] {
    const report: ErrorReport | undefined = error && reportError(error, this.ports.profileLanguage());
    const timeline = this.ports.timelineOf?.(this.turn.turnId);
    return {
      text: this.text,
      status: this.state === 'done' ? 'complete' : this.state === 'stopped' ? 'stopped' : 'failed',
      language: this.turn.language,
      ...(this.answeredBy && { answeredBy: this.answeredBy }),
      ...(this.usage && { usage: this.usage }),
      ...(report && { error: report }),
      ...(this.notices.length > 0 && { notices: this.notices }),
      ...(this.recalled && { recalled: this.recalled }),
      ...(timeline && { timeline }),
    };
  }
}
