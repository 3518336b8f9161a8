/** Cosines of two models side by side: whoever is known to one alone stands where that one puts it. */
import { expect, test } from 'vitest';
import { neutralAffect } from '../../domain/memory.ts';
import { candidateSet } from './candidates.ts';
import type { RankingInput } from './features.ts';
import { fusedSentences, type MeaningSpace } from './meaning-spaces.ts';
import { readEpisode } from './read-episode.ts';
import { readQuestion } from './read-question.ts';
import { TermNumbers } from './term-numbers.ts';
import { WordTable } from './word-table.ts';

/** A vector whose cosine with the first axis is this. */
const at = (cosine: number): Float32Array => Float32Array.of(cosine, Math.sqrt(1 - cosine * cosine));
const axis = Float32Array.of(1, 0);
const vectors = { whole: axis, content: axis, focus: axis };

/** `own` and `other`: the cosines that the two models give; undefined where one made nothing. */
function fused(
  pairs: readonly (readonly [own?: number | undefined, other?: number | undefined])[],
): number[] {
  const made = (model: string, cosine: number | undefined) =>
    cosine === undefined ? undefined : { model, whole: at(cosine), parts: [] };
  const terms = new TermNumbers();
  const candidates = candidateSet(
    pairs.map(([own], key) => {
      const its = made('own', own);
      const read = readEpisode(`memory ${key}`, terms);
      const episode = {
        ...{
          key,
          id: `e${key}`,
          place: { conversationId: `c${key}` },
          speaker: 'user',
          atMs: key,
          recalls: 0,
        },
        ...{ text: `memory ${key}`, affect: neutralAffect, salience: 0, entities: [], ordinal: 0 },
      };
      return { episode, read, ...(its && { vectors: its }) };
    }),
    terms,
  );
  const other: MeaningSpace = { vectors, of: pairs.map(([, cosine]) => made('other', cosine)) };
  const input: RankingInput = {
    ...{
      candidates,
      vectors,
      rarities: new Map(),
      vocabulary: new WordTable(0).vocabularyOf([]),
      seeksCompany: false,
    },
    question: readQuestion('memory?', { speakers: new Set(), wantedSpeakers: [] }),
    otherSpaces: [other],
  };
  return [...(fusedSentences(input).turn ?? [])];
}

test('models that spread their cosines differently are brought to one scale', () => {
  const wide = [0.9, 0.7, 0.5, 0.3, 0.1, 0.6];
  // The other one sees the same order, in a narrow band near 1.
  const both = wide.map(cosine => [cosine, 0.9 + cosine / 20] as const);
  const values = fused([...both, [0.2], [0.4], [undefined, 0.9 + 0.8 / 20]]);
  for (const [index, cosine] of wide.entries())
    expect(Math.abs((values[index] ?? 0) - cosine)).toBeLessThan(0.1);
  const known = values.at(-1) ?? 0;
  expect(known).toBeLessThan(values[0] ?? 0);
  expect(known).toBeGreaterThan(values[1] ?? 1);
});

test('one memory that only the new model knows keeps its cosine; one that nobody knows has none', () => {
  const values = fused([[0.2], [0.3], [0.4], [0.5], [0.6], [undefined, 0.7], [undefined, undefined]]);
  expect(values.slice(0, 5).map(value => Math.round(value * 10))).toEqual([2, 3, 4, 5, 6]);
  expect(values[5]).toBeCloseTo(0.7, 5);
  expect(values[6]).toBe(0);
});
