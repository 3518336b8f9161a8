/** The timelines of the last turns: what the ears, the answer and the loudspeaker tell of one turn comes together here. */
import type { TurnTimeline } from '../domain/turn-timeline.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { Turn } from './run-turn.ts';
import type { SpeechTimes } from './turn-times.ts';

export interface TimedAnswer {
  readonly turnId: string;
  readonly conversationId: string;
  readonly answerId: string;
  readonly timeline: TurnTimeline;
}

interface Known {
  turn?: Turn;
  spoken?: SpeechTimes;
  firstSoundAtMs?: number;
  /** What was measured so far is with the answer on disk; what comes later must be brought there. */
  isKept?: boolean;
}

/** The sound of an answer begins long before so many further turns have ended. */
const turnsKept = 32;

export class TurnTimelines {
  private readonly turns = new Map<string, Known>();
  private readonly store: Pick<MemoryStore, 'setTimeline'>;
  private readonly tell: (timed: TimedAnswer) => void;

  /** @param tell something more is known of an answer that windows show already. */
  constructor(store: Pick<MemoryStore, 'setTimeline'>, tell: (timed: TimedAnswer) => void) {
    this.store = store;
    this.tell = tell;
  }

  /** The turn begins, or begins anew. */
  begin(turn: Turn): void {
    const known = this.of(turn.turnId);
    known.turn = turn;
    known.isKept = false;
  }

  spoken(turnId: string, times: SpeechTimes): void {
    this.of(turnId).spoken = times;
  }

  /** The first words of the answer are there. */
  firstWords(turnId: string): void {
    const known = this.turns.get(turnId);
    const timed = this.timed(known);
    if (timed !== undefined && known?.isKept !== true) this.tell(timed);
  }

  /** What is known by now of a turn whose answer is about to be kept. */
  end(turnId: string): TurnTimeline | undefined {
    const known = this.turns.get(turnId);
    const timed = this.timed(known);
    if (known !== undefined) known.isKept = true;
    return timed?.timeline;
  }

  /** The first sound of this answer leaves the loudspeaker. Of what is no turn's sound nothing is known here. */
  async soundBegins(turnId: string, atMs: number): Promise<void> {
    const known = this.turns.get(turnId);
    if (known === undefined || known.firstSoundAtMs !== undefined) return;
    known.firstSoundAtMs = atMs;
    const timed = this.timed(known);
    if (timed === undefined) return;
    if (known.isKept === true) await this.store.setTimeline(timed.answerId, timed.timeline);
    this.tell(timed);
  }

  private timed(known: Known | undefined): TimedAnswer | undefined {
    if (known?.turn?.times === undefined) return undefined;
    const { spoken, firstSoundAtMs } = known;
    const { turnId, conversationId, answerId, times } = known.turn;
    const timeline = times.timeline({
      ...(spoken && { spoken }),
      ...(firstSoundAtMs !== undefined && { firstSoundAtMs }),
    });
    return { turnId, conversationId, answerId, timeline };
  }

  private of(turnId: string): Known {
    const known = this.turns.get(turnId) ?? {};
    this.turns.delete(turnId);
    this.turns.set(turnId, known);
    const [oldest] = this.turns.keys();
    if (this.turns.size > turnsKept && oldest !== undefined) this.turns.delete(oldest);
    return known;
  }
}
