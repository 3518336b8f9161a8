/** The words of the answers being spoken, by the moment at which each is heard. */
import type { SpokenPosition } from '../../src-preload/sound-frames.ts';
import type { SpokenWord } from '../../src-preload/voice-contract.ts';

const turnsKept = 4;

export class SpokenWords {
  private readonly turns = new Map<string, SpokenWord[]>();

  add(turnId: string, words: readonly SpokenWord[]): void {
    const known = this.turns.get(turnId) ?? [];
    this.turns.set(
      turnId,
      [...known, ...words].sort((a, b) => a.atMs - b.atMs),
    );
    const [oldest] = this.turns.keys();
    if (this.turns.size > turnsKept && oldest !== undefined) this.turns.delete(oldest);
  }

  of(turnId: string): readonly SpokenWord[] {
    return this.turns.get(turnId) ?? [];
  }

  /** Place in `of(turnId)` of the word that is heard at this position; -1 before the first. */
  indexAt({ turnId, ms }: SpokenPosition): number {
    return this.of(turnId).findLastIndex(({ atMs }) => atMs <= ms);
  }

  startMs(position: SpokenPosition): number | undefined {
    return this.of(position.turnId)[this.indexAt(position)]?.atMs;
  }
}
