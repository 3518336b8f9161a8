/** Takes the user's words: as a message with its answer under way, as one in line, or not at all. */
import type { BranchMessage, QueuedTurn } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Draft, PreparedAnswer } from './draft.ts';
import { nextRound } from './early-answer.ts';
import { answerOf, isCurrent, newTurn, prepareAnswer, storeQuestion } from './prepare-answer.ts';
import type { AcceptedTurn, AskInput, TurnListener, TurnsPorts } from './turn-ports.ts';
import type { TurnRunner } from './turn-runner.ts';

/** Messages that may wait in one conversation. */
export const maxQueued = 200;

export class TurnAcceptance {
  private readonly ports: TurnsPorts;
  private readonly runner: TurnRunner;

  constructor(ports: TurnsPorts, runner: TurnRunner) {
    this.ports = ports;
    this.runner = runner;
  }

  /** To be called in the conversation's line. The same turn id again changes nothing. */
  async accept(input: AskInput, listener: TurnListener | undefined, draft?: Draft): Promise<AcceptedTurn> {
    const known = await this.ports.store.findTurn(input.turnId);
    if (known !== undefined) {
      draft?.throwAway();
      return 'queued' in known ? { queued: true } : { queued: false, messageId: known.userMessage.id };
    }
    if (listener) this.runner.listen(input.turnId, listener);
    try {
      return await this.acceptNew(input, draft);
    } catch (error) {
      this.runner.unlisten(input.turnId);
      throw error;
    }
  }

  private async acceptNew(input: AskInput, draft: Draft | undefined): Promise<AcceptedTurn> {
    const { conversationId, edits } = input;
    const parent = edits === undefined ? 'head' : { id: await this.parentOfEdited(conversationId, edits) };
    if (edits !== undefined) await this.runner.running.interrupt(conversationId);
    else if (await this.runner.isBusy(conversationId)) {
      draft?.throwAway();
      return this.enqueue(input);
    }
    const message = await this.store(input, parent, draft);
    return { queued: false, messageId: message.id };
  }

  /** Stores the words, with the answer's place beside them where a model works on it already, and begins the turn. */
  private async store(
    input: AskInput,
    parent: 'head' | { id: string | null },
    draft: Draft | undefined,
  ): Promise<BranchMessage> {
    const prepared =
      draft?.take(found => isCurrent(found, input, this.ports)) ?? (await this.prepareNow(input, draft));
    const { answer } = prepared;
    try {
      const { question, turn } = await storeQuestion(prepared, parent, this.ports);
      this.ports.observer.accepted(turn.turnId, question);
      if (prepared.parentId === undefined || prepared.parentId === question.parentId)
        this.runner.start(turn, answer);
      else {
        // The model was told of another history than the one that the words now stand in.
        answer.stop();
        draft?.throwAway();
        this.runner.start(turn, this.runner.answerTo(turn));
      }
      return question;
    } catch (error) {
      answer.stop();
      throw error;
    }
  }

  private async prepareNow(input: AskInput, draft: Draft | undefined): Promise<PreparedAnswer> {
    draft?.throwAway();
    const turn = newTurn(input, this.ports);
    const planning = this.ports.plan(turn);
    // Skills that are still being loaded, or cannot be, must not hold the words back from the disk.
    const plan = await Promise.race([planning, nextRound()]).catch(() => undefined);
    if (plan === undefined) {
      return { turn, answeredBy: 'skill', answer: answerOf(turn, () => planning, this.ports) };
    }
    const prepared = await prepareAnswer(input, turn, plan, this.ports);
    // A disk holds everything up for milliseconds: the model's own time begins before.
    if (prepared.answeredBy === 'model') await prepared.answer.underway();
    return prepared;
  }

  private async parentOfEdited(conversationId: string, editedId: string): Promise<string | null> {
    const edited = await this.ports.store.getMessage(editedId);
    if (edited.role === 'user' && edited.conversationId === conversationId) return edited.parentId;
    throw new JarvisError('input.invalid', {
      detail: {
        fr: 'seul un message de l’utilisateur, dans cette conversation, peut être modifié',
        en: 'only a user message of this conversation can be edited',
      },
    });
  }

  private async enqueue(input: AskInput): Promise<AcceptedTurn> {
    const { turnId, conversationId, text, origin } = input;
    const waiting = await this.ports.store.listQueued(conversationId);
    if (waiting.length >= maxQueued) throw new JarvisError('input.rate', { limit: maxQueued });
    const queued: QueuedTurn = { turnId, conversationId, text, origin, queuedAtMs: this.ports.clock.nowMs() };
    await this.ports.store.enqueueTurn(queued);
    if (input.images !== undefined) this.runner.keepImages(turnId, input.images);
    this.ports.observer.queued(queued);
    // Those that a failed store left in line come first.
    await this.runner.startWaiting(conversationId);
    return { queued: true };
  }
}
