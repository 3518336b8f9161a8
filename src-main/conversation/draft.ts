/** An answer prepared to words that may still change: a model works on it, and nothing is stored, shown or done before `commit`. */
import { JarvisError } from '../domain/errors.ts';
import type { AnswerPlan } from './answer-part.ts';
import type { EarlyAnswer } from './early-answer.ts';
import type { Turn } from './run-turn.ts';
import type { AcceptedTurn, AskInput, DraftTurn, TurnListener } from './turn-ports.ts';

/** An answer whose question is not on disk yet. */
export interface PreparedAnswer {
  readonly turn: Turn;
  readonly answeredBy: AnswerPlan['answeredBy'];
  /** Begun already where a model gives it. */
  readonly answer: EarlyAnswer;
  /** What the model was told stands before the question; absent where none was asked. */
  readonly parentId?: string | null;
}

/** What a draft needs of the turns of its conversation. */
export interface DraftPorts {
  /** Does `action` when all that came before in this conversation is done. */
  readonly inLine: <T>(conversationId: string, action: () => Promise<T>) => Promise<T>;
  readonly plan: (input: AskInput) => { turn: Turn; plan: AnswerPlan | Promise<AnswerPlan> };
  /** Asks the model; undefined where nothing can be prepared now. */
  readonly begin: (input: AskInput, turn: Turn, plan: AnswerPlan) => Promise<PreparedAnswer | undefined>;
  readonly accept: (
    input: AskInput,
    listener: TurnListener | undefined,
    draft: Draft,
  ) => Promise<AcceptedTurn>;
  readonly forget: (draft: Draft) => void;
}

export class Draft implements DraftTurn {
  readonly input: AskInput;
  answeredBy: DraftTurn['answeredBy'] = 'model';
  intent?: string;
  decided: Promise<DraftTurn['answeredBy']> = Promise.resolve('model');
  private readonly listener: TurnListener | undefined;
  private readonly ports: DraftPorts;
  private prepared: PreparedAnswer | undefined;
  private committing: Promise<AcceptedTurn> | undefined;
  private isDiscarded = false;
  /** The listener has words of the answer that is prepared now. */
  private hasSpoken = false;

  constructor(input: AskInput, listener: TurnListener | undefined, ports: DraftPorts) {
    this.input = input;
    this.listener = listener;
    this.ports = ports;
  }

  get turnId(): string {
    return this.input.turnId;
  }

  /** Prepares the answer, anew if there was one. */
  begin(): void {
    this.throwAway();
    const { turn, plan } = this.ports.plan(this.input);
    if (!(plan instanceof Promise)) this.note(plan);
    // Whatever hinders the plan is met again, and told, by the commit.
    this.decided = Promise.resolve(plan).then(
      ({ answeredBy }) => answeredBy,
      () => 'model',
    );
    this.ports
      .inLine(this.input.conversationId, async () => this.prepare(turn, await plan))
      .catch(() => {
        // Whatever hindered it is met again, and told, by the commit.
      });
  }

  private note({ answeredBy, intent }: AnswerPlan): void {
    this.answeredBy = answeredBy;
    if (intent === undefined) delete this.intent;
    else this.intent = intent;
  }

  commit(): Promise<AcceptedTurn> {
    if (this.isDiscarded) {
      const detail = {
        fr: 'ce qui était préparé a été abandonné',
        en: 'what was prepared has been discarded',
      };
      return Promise.reject(new JarvisError('input.invalid', { detail }));
    }
    this.committing ??= this.ports
      .inLine(this.input.conversationId, () => this.ports.accept(this.input, this.listener, this))
      .catch((error: unknown) => {
        // What could not be stored may be tried again; the model is not left working for nothing.
        this.throwAway();
        this.committing = undefined;
        throw error;
      })
      .finally(() => this.ports.forget(this));
    return this.committing;
  }

  discard(): void {
    if (this.committing !== undefined) return;
    this.isDiscarded = true;
    this.prepared?.answer.stop();
    this.ports.forget(this);
  }

  /** What was prepared, if it is still what would be made now; it is the caller's from then on. */
  take(isCurrent: (prepared: PreparedAnswer) => boolean): PreparedAnswer | undefined {
    const { prepared } = this;
    if (prepared === undefined || !isCurrent(prepared)) return undefined;
    this.prepared = undefined;
    return prepared;
  }

  /** What was prepared is void, and the listener is told where it has heard of it. */
  throwAway(): void {
    this.prepared?.answer.stop();
    this.prepared = undefined;
    if (this.hasSpoken) this.listener?.restarted?.();
    this.hasSpoken = false;
  }

  private async prepare(turn: Turn, plan: AnswerPlan): Promise<void> {
    if (this.isOver) return;
    this.note(plan);
    const prepared = await this.ports.begin(this.input, turn, plan);
    if (this.isOver) {
      prepared?.answer.stop();
      return;
    }
    this.throwAway();
    this.prepared = prepared;
    prepared?.answer.tell(
      words => {
        this.hasSpoken = true;
        this.listener?.words(words);
      },
      () => {
        // One that was thrown away meanwhile ends as well.
        if (this.prepared === prepared) this.listener?.whole?.();
      },
    );
  }

  /** Discarded, or being committed: the answer is no longer a draft's. */
  get isOver(): boolean {
    return this.isDiscarded || this.committing !== undefined;
  }
}
