/** BM25 over folded words, nothing else: what any search of words does, and what recall is compared with. */
import { fold } from '../src-main/domain/fold.ts';

const k1 = 1.2;
const b = 0.75;
const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Gives for a question the places of `texts`, best first. */
export function bm25(texts: readonly string[]): (question: string) => readonly number[] {
  const counted = texts.map(text => {
    const counts = new Map<string, number>();
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
  const lengths = counted.map(counts => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
  const holding = new Map<string, number>();
  for (const counts of counted)
    for (const word of counts.keys()) holding.set(word, (holding.get(word) ?? 0) + 1);
  const rarity = (word: string): number => {
    const held = holding.get(word) ?? 0;
    return Math.log(1 + (texts.length - held + 0.5) / (held + 0.5));
  };
  return question => {
    const asked = [...new Set(wordsOf(question))].filter(word => holding.has(word));
    const scores = counted.map((counts, place) =>
      asked.reduce((sum, word) => {
        const count = counts.get(word) ?? 0;
        const saturation = k1 * (1 - b + (b * (lengths[place] ?? 0)) / meanLength);
        return sum + (rarity(word) * count * (k1 + 1)) / (count + saturation);
      }, 0),
    );
    return [...texts.keys()].sort((x, y) => (scores[y] as number) - (scores[x] as number) || x - y);
  };
}
