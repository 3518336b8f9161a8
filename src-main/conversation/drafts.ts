/** The answers that are being prepared now, and when they must be thrown away or made anew. */
import type { AnswerPlan } from './answer-part.ts';
import { Draft, type DraftPorts, type PreparedAnswer } from './draft.ts';
import type { OneByOne } from './one-by-one.ts';
import { newTurn, prepareAnswer } from './prepare-answer.ts';
import type { Turn } from './run-turn.ts';
import type { AskInput, DraftTurn, TurnListener, TurnsPorts } from './turn-ports.ts';
import type { TurnRunner } from './turn-runner.ts';

export class Drafts {
  private readonly drafts = new Set<Draft>();
  private readonly ports: TurnsPorts;
  private readonly runner: Pick<TurnRunner, 'isBusy'>;
  private readonly draftPorts: DraftPorts;
  private closed = false;

  constructor(
    ports: TurnsPorts,
    inLine: OneByOne,
    runner: Pick<TurnRunner, 'isBusy'>,
    accept: DraftPorts['accept'],
  ) {
    this.ports = ports;
    this.runner = runner;
    this.draftPorts = {
      inLine: (conversationId, action) => inLine.run(conversationId, action),
      plan: input => {
        const turn = newTurn(input, ports);
        return { turn, plan: ports.plan(turn) };
      },
      begin: (input, turn, plan) => this.prepare(input, turn, plan),
      accept,
      forget: draft => this.drafts.delete(draft),
    };
  }

  open(input: AskInput, listener: TurnListener | undefined): DraftTurn {
    const draft = new Draft(input, listener, this.draftPorts);
    this.drafts.add(draft);
    draft.begin();
    return draft;
  }

  /** A turn began in this conversation: what else was prepared there does not know of it. */
  throwAway(conversationId: string): void {
    for (const draft of this.of(conversationId)) draft.throwAway();
  }

  /** What stands in this conversation, or in front of every prompt, is another by now. */
  renew(conversationId?: string): void {
    if (this.closed) return;
    for (const draft of this.of(conversationId)) draft.begin();
  }

  close(): void {
    this.closed = true;
    for (const draft of this.of()) draft.discard();
  }

  private of(conversationId?: string): readonly Draft[] {
    return [...this.drafts].filter(
      ({ input, isOver }) => !isOver && (conversationId ?? input.conversationId) === input.conversationId,
    );
  }

  private async prepare(input: AskInput, turn: Turn, plan: AnswerPlan): Promise<PreparedAnswer | undefined> {
    // A skill has nothing to do before the words are final, and a turn that will wait in line neither.
    if (this.closed || plan.answeredBy === 'skill' || (await this.runner.isBusy(input.conversationId)))
      return undefined;
    if ((await this.ports.store.findTurn(input.turnId)) !== undefined) return undefined;
    return prepareAnswer(input, turn, plan, this.ports);
  }
}
