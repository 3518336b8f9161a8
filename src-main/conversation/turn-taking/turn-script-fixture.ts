/** Lets a test write sound as spans (`speech 800 ms, silence 300 ms`) and read what turn-taking does as one line a deed. */
import type { TurnTaking, TurnTakingAction, TurnTakingInput } from './turn-taking.ts';

const windowMs = 32;

interface Span {
  readonly probability?: number;
  readonly levelDb?: number;
  readonly outputDb?: number;
}

export class TurnScript {
  readonly taking: TurnTaking;
  readonly actions: TurnTakingAction[] = [];
  private readonly deeds: string[] = [];
  private windows = 0;

  constructor(taking: TurnTaking) {
    this.taking = taking;
  }

  get nowMs(): number {
    return this.windows * windowMs;
  }

  /** Plays whole windows for at least so long. @returns what happened, each with its time. */
  span(lengthMs: number, { probability = 0, levelDb = -60, outputDb }: Span = {}): readonly string[] {
    const from = this.deeds.length;
    const endMs = this.nowMs + lengthMs;
    while (this.nowMs < endMs) {
      this.windows += 1;
      const output = outputDb === undefined ? {} : { outputDb };
      this.push({ kind: 'activity', atMs: this.nowMs, probability, levelDb, ...output });
    }
    return this.deeds.slice(from);
  }

  speech(lengthMs: number, span: Span = {}): readonly string[] {
    return this.span(lengthMs, { probability: 0.95, levelDb: -22, ...span });
  }

  silence(lengthMs: number, span: Span = {}): readonly string[] {
    return this.span(lengthMs, { probability: 0.02, levelDb: -62, ...span });
  }

  /** Answers the newest `recognise`. */
  words(text: string, language: 'fr' | 'en' = 'en', confidence?: number): readonly string[] {
    const certainty = confidence === undefined ? {} : { confidence };
    return this.push({ kind: 'transcript', id: this.lastId, text, language, ...certainty });
  }

  push(input: TurnTakingInput): readonly string[] {
    return this.take(this.taking.push(input));
  }

  finish(): readonly string[] {
    return this.take(this.taking.finish(this.nowMs));
  }

  output(state: 'started' | 'ended'): readonly string[] {
    return this.push({ kind: 'output', atMs: this.nowMs, state });
  }

  get lastId(): number {
    const asked = this.actions.findLast(action => action.kind === 'recognise');
    if (asked?.kind !== 'recognise') throw new Error('nothing was to be recognised');
    return asked.id;
  }

  private take(actions: readonly TurnTakingAction[]): readonly string[] {
    this.actions.push(...actions);
    const told = actions.map(tell);
    this.deeds.push(...told);
    return told;
  }
}

function tell(action: TurnTakingAction): string {
  switch (action.kind) {
    case 'output':
      return action.order;
    case 'prepare':
      return `prepare "${action.text}"`;
    case 'turn-ended':
      return `turn-ended "${action.text}"`;
    default:
      return action.kind;
  }
}
