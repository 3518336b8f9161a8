/** The turns of all conversations: one answer at a time in each, later messages wait in line, stop reaches the right one. */
import type { BranchMessage, Message, QueuedTurn } from '../domain/conversation.ts';
import { asJarvisError, JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { Language } from '../domain/language.ts';
import { OneByOne } from './one-by-one.ts';
import { promptContext } from './persona.ts';
import { runTurn, type Turn, type TurnObserver } from './run-turn.ts';
import { RunningTurns } from './running-turns.ts';
import type { AskInput, RunningTurn, TurnListener, TurnsPorts } from './turn-ports.ts';
import { checkText } from './turn-text.ts';

/** Messages that may wait in one conversation. */
export const maxQueued = 200;

export class Turns {
  private readonly ports: TurnsPorts;
  private readonly running = new RunningTurns();
  private readonly listeners = new Map<string, TurnListener>();
  /** What is done to one conversation is done one after the other. */
  private readonly inLine = new OneByOne();
  private closed = false;

  constructor(ports: TurnsPorts) {
    this.ports = ports;
  }

  /** Resolves once the words are on disk, as a message or in line. The same turn id again changes nothing. */
  ask(input: AskInput, listener?: TurnListener): Promise<{ queued: boolean; messageId?: string }> {
    checkText(input.text);
    return this.inLine.run(input.conversationId, async () => {
      this.checkOpen();
      const known = await this.ports.store.findTurn(input.turnId);
      if (known !== undefined)
        return 'queued' in known ? { queued: true } : { queued: false, messageId: known.userMessage.id };
      const asked = await this.askNew(input);
      // The answer begins after this round of events: nothing of it was missed.
      if (listener) this.listeners.set(input.turnId, listener);
      return asked;
    });
  }

  /** Answers the user message again, beside the answer that is there. `messageId`: the answer or the user message. */
  regenerate(turnId: string, messageId: string): Promise<void> {
    return this.again(turnId, messageId, async message => {
      const user = message.role === 'user' ? message : await this.parentOf(message);
      await this.ports.store.selectBranch(user.conversationId, user.id);
      return { user, mode: { kind: 'new' }, answerId: newId() };
    });
  }

  /** Goes on writing an answer that was stopped, cut or interrupted. */
  continue(turnId: string, messageId: string): Promise<void> {
    return this.again(turnId, messageId, async message => {
      if (!canGoOn(message)) {
        throw new JarvisError('input.invalid', {
          detail: {
            fr: 'seule une réponse inachevée peut être continuée',
            en: 'only an answer that is not whole can be continued',
          },
        });
      }
      const user = await this.parentOf(message);
      return { user, mode: { kind: 'continue', textSoFar: message.text }, answerId: message.id };
    });
  }

  /** Stops a running turn; resolves when it has ended. A turn that is not running is left as it is. */
  async stop(turnId: string): Promise<void> {
    const found = this.running.list().find(turn => turn.turnId === turnId);
    if (found !== undefined) await this.running.interrupt(found.conversationId);
  }

  async cancelQueued(turnId: string): Promise<boolean> {
    const known = await this.ports.store.findTurn(turnId);
    if (known === undefined || !('queued' in known)) return false;
    return this.inLine.run(known.queued.conversationId, async () => {
      // Its turn may have come in the meantime.
      if (!(await this.ports.store.cancelQueued(turnId))) return false;
      this.ports.observer.unqueued(known.queued);
      this.tellListener(turnId, undefined);
      return true;
    });
  }

  list(): readonly RunningTurn[] {
    return this.running.list();
  }

  /** A branch up to its end, with the words that a running answer has by now, which may not all be on disk yet. */
  withLiveText(branch: readonly BranchMessage[]): readonly BranchMessage[] {
    return this.running.withLiveText(branch);
  }

  /**
   * Stops what runs in a conversation, then does `action` before anything else happens there. Messages in line stay
   * there until `resume`; when `action` fails, the next one begins.
   */
  whileStopped<T>(conversationId: string, action: () => Promise<T>): Promise<T> {
    return this.inLine.run(conversationId, async () => {
      await this.running.interrupt(conversationId);
      this.running.delete(conversationId);
      try {
        return await action();
      } catch (error) {
        await this.startWaiting(conversationId);
        throw error;
      }
    });
  }

  /** Begins the next message in line, if nothing runs in this conversation. */
  resume(conversationId: string): Promise<void> {
    return this.inLine.run(conversationId, () => this.startWaiting(conversationId));
  }

  /** Stops everything; queued messages stay on disk and are found again. Nothing more can be asked. */
  async close(): Promise<void> {
    this.closed = true;
    const stopRunning = () =>
      Promise.all(this.running.list().map(turn => this.running.interrupt(turn.conversationId)));
    await stopRunning();
    await this.inLine.settled();
    // One that was being accepted when the end began.
    await stopRunning();
    await this.inLine.settled();
  }

  private checkOpen(): void {
    if (this.closed) throw new JarvisError('host.stopping');
  }

  private async askNew(input: AskInput): Promise<{ queued: boolean; messageId?: string }> {
    if (input.edits !== undefined) return this.edit(input, input.edits);
    const { conversationId } = input;
    if (this.running.has(conversationId)) return this.enqueue(input);
    if ((await this.ports.store.listQueued(conversationId)).length > 0) {
      // Left in line by a store that failed: they come first.
      const queued = await this.enqueue(input);
      await this.startWaiting(conversationId);
      return queued;
    }
    const message = await this.accept(input, 'head');
    this.start(message, { kind: 'new' });
    return { queued: false, messageId: message.id };
  }

  private async edit(input: AskInput, editedId: string): Promise<{ queued: boolean; messageId: string }> {
    const edited = await this.ports.store.getMessage(editedId);
    if (edited.role !== 'user' || edited.conversationId !== input.conversationId) {
      throw new JarvisError('input.invalid', {
        detail: {
          fr: 'seul un message de l’utilisateur, dans cette conversation, peut être modifié',
          en: 'only a user message of this conversation can be edited',
        },
      });
    }
    await this.running.interrupt(input.conversationId);
    const message = await this.accept(input, { id: edited.parentId });
    this.start(message, { kind: 'new' });
    return { queued: false, messageId: message.id };
  }

  private async enqueue(input: AskInput): Promise<{ queued: boolean }> {
    const { turnId, conversationId, text, origin } = input;
    const waiting = await this.ports.store.listQueued(conversationId);
    if (waiting.length >= maxQueued) throw new JarvisError('input.rate', { limit: maxQueued });
    const queued: QueuedTurn = { turnId, conversationId, text, origin, queuedAtMs: this.ports.clock.nowMs() };
    await this.ports.store.enqueueTurn(queued);
    this.ports.observer.queued(queued);
    return { queued: true };
  }

  private async accept(input: AskInput, parent: 'head' | { id: string | null }): Promise<BranchMessage> {
    const { store, clock } = this.ports;
    const { turnId, conversationId, text, origin } = input;
    const createdAtMs = clock.nowMs();
    const language = this.languageOf(text);
    const message = await store.appendUserMessage({
      id: newId(),
      turnId,
      conversationId,
      parent,
      text,
      origin,
      language,
      promptContext: promptContext(createdAtMs, this.ports.zone(), language),
      createdAtMs,
    });
    this.ports.observer.accepted(turnId, message);
    return message;
  }

  private languageOf(text: string): Language {
    return this.ports.detectLanguage(text) ?? this.ports.profileLanguage();
  }

  /** Starts the answer to `userMessage` and, when it is over, the next message in line. */
  private start(
    userMessage: Message,
    mode: Turn['mode'],
    answerId = newId(),
    turnId = userMessage.turnId,
  ): void {
    const turn: Turn = {
      turnId,
      conversationId: userMessage.conversationId,
      answerId,
      userMessage,
      language: userMessage.language ?? this.ports.profileLanguage(),
      mode,
    };
    const stop = new AbortController();
    this.running.add(turn, stop, this.run(turn, stop.signal));
  }

  private async run(turn: Turn, signal: AbortSignal): Promise<void> {
    // After the present round of events, so that "accepted" is on its way before anything is computed for the answer.
    await new Promise<void>(resolve => setImmediate(resolve));
    let answer: Message | undefined;
    try {
      answer = await runTurn(turn, { ...this.ports, observer: this.observe(turn) }, signal);
    } catch (error) {
      this.ports.observer.lost(turn, asJarvisError(error));
    }
    this.tellListener(turn.turnId, answer);
    // The turn counts as running until the next in line is looked for, so that a newer message cannot overtake it.
    this.inLine.run(turn.conversationId, () => this.startNext(turn)).catch(this.tellLost(turn));
  }

  private tellListener(turnId: string, answer: Message | undefined): void {
    this.listeners.get(turnId)?.ended(answer);
    this.listeners.delete(turnId);
  }

  private tellLost(turn: Turn): (error: unknown) => void {
    return error => this.ports.observer.lost(turn, asJarvisError(error));
  }

  private observe(turn: Turn): TurnObserver {
    const { observer } = this.ports;
    return {
      thinking: (_turn, answer) => {
        this.running.note(turn, 'thinking', answer.text);
        observer.thinking(turn, answer);
      },
      words: (_turn, offset, words) => {
        this.running.note(turn, 'speaking', words);
        observer.words(turn, offset, words);
        this.listeners.get(turn.turnId)?.words(words);
      },
      ended: (...what) => observer.ended(...what),
    };
  }

  private async startNext(after: Turn): Promise<void> {
    const { conversationId } = after;
    if (this.running.turnOf(conversationId) !== after) return;
    this.running.delete(conversationId);
    await this.startWaiting(conversationId);
  }

  private async startWaiting(conversationId: string): Promise<void> {
    if (this.closed || this.running.has(conversationId)) return;
    const message = await this.ports.store.dequeueTurn(conversationId, {
      id: newId(),
      createdAtMs: this.ports.clock.nowMs(),
    });
    if (message === undefined) return;
    const language = this.languageOf(message.text);
    const context = promptContext(message.createdAtMs, this.ports.zone(), language);
    await this.ports.store.setPromptContext(message.id, context);
    this.ports.observer.accepted(message.turnId, message);
    this.start({ ...message, language, promptContext: context }, { kind: 'new' });
  }

  private async parentOf(message: Message): Promise<Message> {
    if (message.parentId === null)
      throw new JarvisError('input.invalid', {
        detail: { fr: 'cette réponse n’a pas de question', en: 'this answer has no question' },
      });
    return this.ports.store.getMessage(message.parentId);
  }

  private async again(
    turnId: string,
    messageId: string,
    plan: (message: Message) => Promise<{ user: Message; mode: Turn['mode']; answerId: string }>,
  ): Promise<void> {
    const { conversationId } = await this.ports.store.getMessage(messageId);
    await this.inLine.run(conversationId, async () => {
      this.checkOpen();
      // The same turn sent twice, also when the program was started anew in between.
      if (this.running.turnOf(conversationId)?.turnId === turnId) return;
      const known = await this.ports.store.findTurn(turnId);
      if (known !== undefined && ('queued' in known || known.answer !== undefined)) return;
      await this.ports.store.getConversation(conversationId);
      await this.running.interrupt(conversationId);
      const { user, mode, answerId } = await plan(await this.ports.store.getMessage(messageId));
      this.start(user, mode, answerId, turnId);
    });
  }
}

/** An answer that ended before it was whole. One still marked as growing is not, by now: its end could not be written. */
function canGoOn({ role, status, notices = [] }: Message): boolean {
  if (role === 'user') return false;
  return status !== 'complete' || notices.includes('answer-cut') || notices.includes('stream-ended-early');
}
