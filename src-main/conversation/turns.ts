/** The turns of all conversations: one answer at a time in each, later messages wait in line, stop reaches the right one. */
import type { BranchMessage, Message, QueuedTurn } from '../domain/conversation.ts';
import { asJarvisError, JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { Language } from '../domain/language.ts';
import { OneByOne } from './one-by-one.ts';
import { promptContext } from './persona.ts';
import { runTurn, type Turn, type TurnObserver } from './run-turn.ts';
import type { AskInput, RunningTurn, TurnListener, TurnsPorts, UnderwayState } from './turn-ports.ts';
import { checkText, titleFor } from './turn-text.ts';

/** Messages that may wait in one conversation. */
export const maxQueued = 200;

interface Running {
  readonly turn: Turn;
  readonly stop: AbortController;
  readonly over: Promise<void>;
  state: UnderwayState;
  /** The whole answer so far, newer than what is on disk. */
  text: string;
}

export class Turns {
  private readonly ports: TurnsPorts;
  private readonly running = new Map<string, Running>();
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
      const known = await this.ports.store.findTurn(input.turnId);
      if (known !== undefined)
        return 'queued' in known ? { queued: true } : { queued: false, messageId: known.userMessage.id };
      if (listener) this.listeners.set(input.turnId, listener);
      if (input.edits !== undefined) return this.edit(input, input.edits);
      if (this.running.has(input.conversationId)) return this.enqueue(input);
      const message = await this.accept(input, 'head');
      this.start(message, { kind: 'new' });
      return { queued: false, messageId: message.id };
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
      if (message.role === 'user' || message.status === 'streaming') {
        throw new JarvisError('input.invalid', {
          detail: 'only an answer that has ended can be continued',
        });
      }
      const user = await this.parentOf(message);
      return { user, mode: { kind: 'continue', textSoFar: message.text }, answerId: message.id };
    });
  }

  /** Stops a running turn; resolves when it has ended. A turn that is not running is left as it is. */
  async stop(turnId: string): Promise<void> {
    const running = [...this.running.values()].find(({ turn }) => turn.turnId === turnId);
    running?.stop.abort();
    await running?.over;
  }

  async cancelQueued(turnId: string): Promise<boolean> {
    const known = await this.ports.store.findTurn(turnId);
    if (known === undefined || !('queued' in known)) return false;
    const cancelled = await this.ports.store.cancelQueued(turnId);
    if (cancelled) this.ports.observer.unqueued(known.queued);
    this.listeners.get(turnId)?.ended(undefined);
    this.listeners.delete(turnId);
    return cancelled;
  }

  list(): readonly RunningTurn[] {
    return [...this.running.values()].map(({ turn, state }) => ({
      turnId: turn.turnId,
      conversationId: turn.conversationId,
      answerId: turn.answerId,
      state,
    }));
  }

  /** The branch with the words that a running answer has by now, which may not all be on disk yet. */
  withLiveText(branch: readonly BranchMessage[]): readonly BranchMessage[] {
    return branch.map(message => {
      const running = this.running.get(message.conversationId);
      const live = running?.turn.answerId === message.id && message.status === 'streaming';
      return live ? { ...message, text: running.text } : message;
    });
  }

  /** Stops what runs in a conversation (before it is deleted), or everywhere. */
  async stopAll(conversationId?: string): Promise<void> {
    const ids = conversationId === undefined ? [...this.running.keys()] : [conversationId];
    await Promise.all(ids.map(id => this.interrupt(id)));
  }

  /** Stops everything; queued messages stay on disk and are found again. */
  async close(): Promise<void> {
    this.closed = true;
    await this.stopAll();
    await this.inLine.settled();
  }

  private async edit(input: AskInput, editedId: string): Promise<{ queued: boolean; messageId: string }> {
    const edited = await this.ports.store.getMessage(editedId);
    if (edited.role !== 'user' || edited.conversationId !== input.conversationId) {
      throw new JarvisError('input.invalid', {
        detail: 'only a user message of this conversation can be edited',
      });
    }
    await this.interrupt(input.conversationId);
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
    await this.ensureConversation(conversationId, text, createdAtMs);
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

  private async ensureConversation(id: string, text: string, createdAtMs: number): Promise<void> {
    try {
      await this.ports.store.getConversation(id);
    } catch (error) {
      if (asJarvisError(error).code !== 'input.not-found') throw error;
      await this.ports.store.createConversation({ id, title: titleFor(text), createdAtMs });
    }
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
    const running: Running = { turn, stop, state: 'accepted', text: '', over: this.run(turn, stop.signal) };
    this.running.set(turn.conversationId, running);
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
    this.listeners.get(turn.turnId)?.ended(answer);
    this.listeners.delete(turn.turnId);
    // The turn counts as running until the next in line is looked for, so that a newer message cannot overtake it.
    this.inLine.run(turn.conversationId, () => this.startNext(turn)).catch(this.tellLost(turn));
  }

  private tellLost(turn: Turn): (error: unknown) => void {
    return error => this.ports.observer.lost(turn, asJarvisError(error));
  }

  private observe(turn: Turn): TurnObserver {
    const { observer } = this.ports;
    const note = (state: UnderwayState, text: string): void => {
      const running = this.running.get(turn.conversationId);
      if (running?.turn !== turn) return;
      running.state = state;
      running.text += text;
    };
    return {
      thinking: (_turn, answer) => {
        note('thinking', answer.text);
        observer.thinking(turn, answer);
      },
      words: (_turn, offset, words) => {
        note('speaking', words);
        observer.words(turn, offset, words);
        this.listeners.get(turn.turnId)?.words(words);
      },
      ended: (...what) => observer.ended(...what),
    };
  }

  private async startNext(after: Turn): Promise<void> {
    const { conversationId } = after;
    if (this.running.get(conversationId)?.turn !== after) return;
    this.running.delete(conversationId);
    if (this.closed) return;
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

  private async interrupt(conversationId: string): Promise<void> {
    const running = this.running.get(conversationId);
    running?.stop.abort();
    await running?.over;
  }

  private async parentOf(message: Message): Promise<Message> {
    if (message.parentId === null)
      throw new JarvisError('input.invalid', { detail: 'this answer has no question' });
    return this.ports.store.getMessage(message.parentId);
  }

  private async again(
    turnId: string,
    messageId: string,
    plan: (message: Message) => Promise<{ user: Message; mode: Turn['mode']; answerId: string }>,
  ): Promise<void> {
    const message = await this.ports.store.getMessage(messageId);
    await this.inLine.run(message.conversationId, async () => {
      if (this.running.get(message.conversationId)?.turn.turnId === turnId) return;
      await this.interrupt(message.conversationId);
      const { user, mode, answerId } = await plan(await this.ports.store.getMessage(messageId));
      this.start(user, mode, answerId, turnId);
    });
  }
}
