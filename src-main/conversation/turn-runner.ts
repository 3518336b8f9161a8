/** Runs turns, at most one in each conversation, and begins the next one in line when one has ended. */
import type { BranchMessage, Message } from '../domain/conversation.ts';
import { asJarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { SentImage } from '../domain/image.ts';
import type { EarlyAnswer } from './early-answer.ts';
import type { OneByOne } from './one-by-one.ts';
import { promptContext } from './persona.ts';
import { answerOf, readAhead } from './prepare-answer.ts';
import { runTurn, type Turn, type TurnObserver } from './run-turn.ts';
import { RunningTurns } from './running-turns.ts';
import type { TurnListener, TurnsPorts } from './turn-ports.ts';
import { TurnTimelines } from './turn-timelines.ts';
import { TurnTimes } from './turn-times.ts';

export interface TurnWatch {
  /** A turn begins in this conversation. */
  readonly started: (conversationId: string) => void;
  /** Nothing runs in it any more, or the next one does. */
  readonly ended: (conversationId: string) => void;
}

const readAheadAfterMs = 100;

export class TurnRunner {
  readonly running = new RunningTurns();
  readonly timelines: TurnTimelines;
  private readonly ports: TurnsPorts;
  private readonly inLine: OneByOne;
  private readonly watch: TurnWatch;
  private readonly listeners = new Map<string, TurnListener>();
  private readonly waitingImages = new Map<string, readonly SentImage[]>();
  private closed = false;
  private cancelReadAhead = (): void => undefined;

  constructor(ports: TurnsPorts, inLine: OneByOne, watch: TurnWatch) {
    this.ports = ports;
    this.inLine = inLine;
    this.watch = watch;
    this.timelines = new TurnTimelines(ports.store, timed => ports.observer.timed?.(timed));
  }

  /** Something runs in this conversation, or waits to. */
  async isBusy(conversationId: string): Promise<boolean> {
    if (this.running.has(conversationId)) return true;
    return (await this.ports.store.listQueued(conversationId)).length > 0;
  }

  /** Whoever follows this turn, from its beginning to its end. */
  listen(turnId: string, listener: TurnListener): void {
    this.listeners.set(turnId, listener);
  }

  /** Of a turn that never began nobody hears. */
  unlisten(turnId: string): void {
    this.listeners.delete(turnId);
  }

  /** Stops everything that runs; nothing is begun any more. */
  async close(): Promise<void> {
    this.closed = true;
    this.cancelReadAhead();
    await Promise.all(this.running.list().map(turn => this.running.interrupt(turn.conversationId)));
  }

  /** The answer to words that are on disk. */
  answerTo(turn: Turn): EarlyAnswer {
    return answerOf(turn, () => this.ports.plan(turn), this.ports);
  }

  /** Starts the turn and, when it is over, the next message in line. */
  start(turn: Turn, answer: EarlyAnswer): void {
    this.timelines.begin(turn);
    const listener = this.listeners.get(turn.turnId);
    if (listener) answer.tell(words => listener.words(words));
    this.running.add(turn, answer, this.run(turn, answer));
    this.watch.started(turn.conversationId);
  }

  private async run(turn: Turn, parts: EarlyAnswer): Promise<void> {
    // After the present round of events, so that "accepted" is on its way before anything is computed for the answer.
    await new Promise<void>(resolve => setImmediate(resolve));
    let answer: Message | undefined;
    try {
      answer = await runTurn(turn, parts, {
        ...this.ports,
        observer: this.observe(turn),
        timelineOf: turnId => this.timelines.end(turnId),
      });
    } catch (error) {
      this.ports.observer.lost(turn, asJarvisError(error));
    }
    this.tellListener(turn.turnId, answer);
    // The turn counts as running until the next in line is looked for, so that a newer message cannot overtake it.
    this.inLine.run(turn.conversationId, () => this.startNext(turn)).catch(this.tellLost(turn));
  }

  tellListener(turnId: string, answer: Message | undefined): void {
    this.listeners.get(turnId)?.ended(answer);
    this.listeners.delete(turnId);
  }

  /** In the pause between two turns, for the next one; windows and whoever asks at once come first. */
  private readAheadSoon(conversationId: string): void {
    this.cancelReadAhead();
    this.cancelReadAhead = this.ports.clock.after(readAheadAfterMs, () =>
      readAhead(conversationId, this.ports.store),
    );
  }

  private tellLost(turn: Turn): (error: unknown) => void {
    return error => this.ports.observer.lost(turn, asJarvisError(error));
  }

  private observe(turn: Turn): TurnObserver {
    const { observer } = this.ports;
    let hasWords = false;
    return {
      thinking: (_turn, answer) => {
        this.running.note(turn, 'thinking', answer.text);
        observer.thinking(turn, answer);
      },
      words: (_turn, offset, words) => {
        this.running.note(turn, 'speaking', words);
        observer.words(turn, offset, words);
        if (!hasWords) this.timelines.firstWords(turn.turnId);
        hasWords = true;
      },
      ended: (...what) => observer.ended(...what),
    };
  }

  private async startNext(after: Turn): Promise<void> {
    const { conversationId } = after;
    if (this.running.turnOf(conversationId) !== after) return;
    this.running.delete(conversationId);
    await this.startWaiting(conversationId);
    this.watch.ended(conversationId);
    if (!this.closed && !this.running.has(conversationId)) this.readAheadSoon(conversationId);
  }

  async startWaiting(conversationId: string): Promise<void> {
    if (this.closed || this.running.has(conversationId)) return;
    const message = await this.ports.store.dequeueTurn(conversationId, {
      id: newId(),
      createdAtMs: this.ports.clock.nowMs(),
    });
    if (message === undefined) return;
    const words = await this.withKeptImages(message);
    const language = this.ports.detectLanguage(message.text) ?? this.ports.profileLanguage();
    const context = promptContext(message.createdAtMs, this.ports.zone(), language);
    await this.ports.store.setPromptContext(message.id, context);
    this.ports.observer.accepted(message.turnId, words);
    this.startOn({ ...words, language, promptContext: context }, { kind: 'new' });
  }

  /** Pictures of words that wait in line; they are gone where the program ends before. */
  keepImages(turnId: string, images: readonly SentImage[]): void {
    this.waitingImages.set(turnId, images);
  }

  dropImages(turnId: string): void {
    this.waitingImages.delete(turnId);
  }

  private async withKeptImages(message: BranchMessage): Promise<BranchMessage> {
    const images = this.waitingImages.get(message.turnId);
    this.waitingImages.delete(message.turnId);
    return images === undefined ? message : this.ports.store.attachImages(message.id, images);
  }

  /** Answers words that are on disk. */
  startOn(userMessage: Message, mode: Turn['mode'], answerId = newId(), turnId = userMessage.turnId): void {
    const { conversationId, language = this.ports.profileLanguage() } = userMessage;
    const times = new TurnTimes(this.ports.clock);
    const turn: Turn = { turnId, conversationId, answerId, userMessage, language, mode, times };
    this.start(turn, this.answerTo(turn));
  }
}
