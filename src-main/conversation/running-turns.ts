/** The turns that run now, at most one in each conversation, and the words that their answers have so far. */
import type { BranchMessage } from '../domain/conversation.ts';
import type { EarlyAnswer } from './early-answer.ts';
import type { Turn } from './run-turn.ts';
import type { RunningTurn, UnderwayState } from './turn-ports.ts';

interface Running {
  readonly turn: Turn;
  readonly answer: EarlyAnswer;
  readonly over: Promise<void>;
  state: UnderwayState;
  /** The whole answer so far, newer than what is on disk. */
  text: string;
}

export class RunningTurns {
  private readonly running = new Map<string, Running>();

  /** `over` resolves when the turn has ended, however it did. */
  add(turn: Turn, answer: EarlyAnswer, over: Promise<void>): void {
    this.running.set(turn.conversationId, { turn, answer, over, state: 'accepted', text: '' });
  }

  has(conversationId: string): boolean {
    return this.running.has(conversationId);
  }

  turnOf(conversationId: string): Turn | undefined {
    return this.running.get(conversationId)?.turn;
  }

  find(turnId: string): RunningTurn | undefined {
    return this.list().find(turn => turn.turnId === turnId);
  }

  /** Whether a turn writes this answer now. */
  isGrowing(answerId: string): boolean {
    return this.list().some(turn => turn.answerId === answerId);
  }

  delete(conversationId: string): void {
    this.running.delete(conversationId);
  }

  /** Where a turn stands now, and words that its answer grew by. */
  note(turn: Turn, state: UnderwayState, text: string): void {
    const running = this.running.get(turn.conversationId);
    if (running?.turn !== turn) return;
    running.state = state;
    running.text += text;
  }

  /** Stops what runs in a conversation; resolves when it has ended. */
  async interrupt(conversationId: string): Promise<void> {
    const running = this.running.get(conversationId);
    running?.answer.stop();
    await running?.over;
  }

  list(): readonly RunningTurn[] {
    return [...this.running.values()].map(({ turn, state }) => ({
      turnId: turn.turnId,
      conversationId: turn.conversationId,
      answerId: turn.answerId,
      state,
    }));
  }

  /** A branch up to its end as it stands now: on disk an answer may lack its newest words, or an end that failed. */
  withLiveText(branch: readonly BranchMessage[]): readonly BranchMessage[] {
    return branch.map(message => {
      const running = this.running.get(message.conversationId);
      // Its answer could not even be begun; nobody will, unless asked to.
      const isHead = message === branch.at(-1) && running === undefined;
      if (isHead && message.role === 'user') return { ...message, status: 'unanswered' };
      if (message.status !== 'streaming') return message;
      if (running?.turn.answerId === message.id) return { ...message, text: running.text };
      // Its end could not be written down; nobody goes on writing it.
      return { ...message, status: 'interrupted' };
    });
  }
}
