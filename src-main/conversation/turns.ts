/** The turns of all conversations: one answer at a time in each, later messages wait in line, stop reaches the right one. */
import type { BranchMessage, Message } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import { type AnswerAgain, planContinue, planRegenerate } from './answer-again.ts';
import { Drafts } from './drafts.ts';
import { OneByOne } from './one-by-one.ts';
import { promptContext } from './persona.ts';
import { readAhead } from './prepare-answer.ts';
import { TurnAcceptance } from './turn-acceptance.ts';
import type {
  AcceptedTurn,
  AskInput,
  DraftTurn,
  RunningTurn,
  TurnListener,
  TurnsPorts,
} from './turn-ports.ts';
import { TurnRunner } from './turn-runner.ts';
import { checkText } from './turn-text.ts';
import type { SpeechTimes } from './turn-times.ts';

export class Turns {
  private readonly ports: TurnsPorts;
  /** What is done to one conversation is done one after the other. */
  private readonly inLine = new OneByOne();
  private readonly runner: TurnRunner;
  private readonly acceptance: TurnAcceptance;
  private readonly drafts: Drafts;
  private closed = false;

  constructor(ports: TurnsPorts) {
    this.ports = ports;
    this.runner = new TurnRunner(ports, this.inLine, {
      started: conversationId => this.drafts.throwAway(conversationId),
      ended: conversationId => this.drafts.renew(conversationId),
    });
    this.acceptance = new TurnAcceptance(ports, this.runner);
    this.drafts = new Drafts(ports, this.inLine, this.runner, async (...given) => {
      this.checkOpen();
      return this.acceptance.accept(...given);
    });
  }

  /** Resolves once the words are on disk, as a message or in line. The same turn id again changes nothing. */
  ask(input: AskInput, listener?: TurnListener): Promise<AcceptedTurn> {
    checkText(input.text);
    return this.inLine.run(input.conversationId, async () => {
      this.checkOpen();
      return this.acceptance.accept(input, listener);
    });
  }

  /** Begins the answer to words that may still change. Throws `input.*` for words that cannot be asked. */
  prepare(input: AskInput, listener?: TurnListener): DraftTurn {
    checkText(input.text);
    this.checkOpen();
    return this.drafts.open(input, listener);
  }

  /** Words are likely to be asked here soon: what their answer needs is made ready. */
  soon(conversationId: string): void {
    if (this.closed) return;
    const { clock, zone, profileLanguage, store, warm } = this.ports;
    readAhead(conversationId, store);
    promptContext(clock.nowMs(), zone(), profileLanguage());
    warm();
  }

  /** What every prompt begins with is another by now: the profile's name or language. */
  promptsChanged(): void {
    this.drafts.renew();
  }

  /** Answers the user message again, beside the answer that is there. `messageId`: the answer or the user message. */
  regenerate(turnId: string, messageId: string): Promise<void> {
    return this.again(turnId, messageId, planRegenerate);
  }

  /** Goes on writing an answer that was stopped, cut or interrupted. */
  continue(turnId: string, messageId: string): Promise<void> {
    return this.again(turnId, messageId, planContinue);
  }

  /** Stops a running turn; resolves when it has ended. A turn that is not running is left as it is. */
  async stop(turnId: string): Promise<void> {
    const found = this.runner.running.find(turnId);
    if (found !== undefined) await this.runner.running.interrupt(found.conversationId);
  }

  /**
   * Of the spoken answer of this turn only the first `length` UTF-16 units were heard: the turn is stopped, and what
   * nobody heard is gone from the answer. Once more, or with a greater length, nothing changes.
   */
  async keepHeard(turnId: string, length: number): Promise<void> {
    const found = await this.turnOf(turnId);
    if (found === undefined) return;
    const { conversationId } = found;
    await this.inLine.run(conversationId, async () => {
      const { running } = this.runner;
      const wasRunning = running.find(turnId) !== undefined;
      if (wasRunning) await running.interrupt(conversationId);
      const answerId = found.answerId ?? (await this.turnOf(turnId))?.answerId;
      // Nothing of it ever began, or another turn goes on writing it.
      if (answerId === undefined || (!wasRunning && running.isGrowing(answerId))) return;
      await this.cutAnswer(turnId, answerId, length);
    });
  }

  async cancelQueued(turnId: string): Promise<boolean> {
    const known = await this.ports.store.findTurn(turnId);
    if (known === undefined || !('queued' in known)) return false;
    return this.inLine.run(known.queued.conversationId, async () => {
      // Its turn may have come in the meantime.
      if (!(await this.ports.store.cancelQueued(turnId))) return false;
      this.runner.dropImages(turnId);
      this.ports.observer.unqueued(known.queued);
      this.runner.tellListener(turnId, undefined);
      return true;
    });
  }

  /** What was measured while the words of this turn were spoken. */
  spoken(turnId: string, times: SpeechTimes): void {
    this.runner.timelines.spoken(turnId, times);
  }

  /** The first sound of this turn's answer leaves the loudspeaker at `atMs`, in milliseconds of the monotonic clock. */
  soundBegins(turnId: string, atMs: number): Promise<void> {
    return this.runner.timelines.soundBegins(turnId, atMs);
  }

  list(): readonly RunningTurn[] {
    return this.runner.running.list();
  }

  /** A branch up to its end, with the words that a running answer has by now, which may not all be on disk yet. */
  withLiveText(branch: readonly BranchMessage[]): readonly BranchMessage[] {
    return this.runner.running.withLiveText(branch);
  }

  /**
   * Stops what runs in a conversation, then does `action` before anything else happens there. Messages in line stay
   * there until `resume`; when `action` fails, the next one begins.
   */
  whileStopped<T>(conversationId: string, action: () => Promise<T>): Promise<T> {
    return this.inLine.run(conversationId, async () => {
      await this.runner.running.interrupt(conversationId);
      this.runner.running.delete(conversationId);
      try {
        return await action();
      } catch (error) {
        await this.runner.startWaiting(conversationId);
        throw error;
      } finally {
        this.drafts.renew(conversationId);
      }
    });
  }

  /** Begins the next message in line, if nothing runs in this conversation. */
  resume(conversationId: string): Promise<void> {
    return this.inLine.run(conversationId, () => this.runner.startWaiting(conversationId));
  }

  /** Stops everything; queued messages stay on disk and are found again. Nothing more can be asked. */
  async close(): Promise<void> {
    this.closed = true;
    this.drafts.close();
    await this.runner.close();
    await this.inLine.settled();
    // One that was being accepted when the end began.
    await this.runner.close();
    await this.inLine.settled();
  }

  private checkOpen(): void {
    if (this.closed) throw new JarvisError('host.stopping');
  }

  private async cutAnswer(turnId: string, answerId: string, length: number): Promise<void> {
    const { store, observer } = this.ports;
    const before = await store.getMessage(answerId);
    const answer = await store.cutAnswer(answerId, length);
    if (answer.text === before.text && answer.status === before.status) return;
    observer.cut(turnId, answer);
    this.drafts.renew(answer.conversationId);
  }

  private async turnOf(turnId: string): Promise<{ conversationId: string; answerId?: string } | undefined> {
    const running = this.runner.running.find(turnId);
    if (running !== undefined) return running;
    const known = await this.ports.store.findTurn(turnId);
    if (known === undefined || 'queued' in known) return undefined;
    const { conversationId } = known.userMessage;
    return { conversationId, ...(known.answer && { answerId: known.answer.id }) };
  }

  private async again(
    turnId: string,
    messageId: string,
    plan: (message: Message, store: TurnsPorts['store']) => Promise<AnswerAgain>,
  ): Promise<void> {
    const { store } = this.ports;
    const { conversationId } = await store.getMessage(messageId);
    await this.inLine.run(conversationId, async () => {
      this.checkOpen();
      // The same turn sent twice, also when the program was started anew in between.
      if (this.runner.running.turnOf(conversationId)?.turnId === turnId) return;
      const known = await store.findTurn(turnId);
      if (known !== undefined && ('queued' in known || known.answer !== undefined)) return;
      await store.getConversation(conversationId);
      await this.runner.running.interrupt(conversationId);
      const { user, mode, answerId } = await plan(await store.getMessage(messageId), store);
      this.runner.startOn(user, mode, answerId, turnId);
    });
  }
}
