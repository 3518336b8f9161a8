/** Implied links: each cue is put at a place of its own into other dialogue, and its trigger asked. */
import type { RecallOptions } from '../src-main/memory/hippocampus-episodic-memory/hippocampus.ts';
import type { Row } from './bench.ts';
import { bm25 } from './bm25.ts';
import type { Dialogue, DialogueTurn } from './memory-dialogues.ts';
import type { ImpliedLink } from './memory-sets.ts';
import { builtInTable, planOf, stageOf } from './memory-stage.ts';
import { atLeast } from './statistics.ts';

const laterMs = 30 * 86_400_000;
const wanted = 10;
const goal = 50;

interface Stitched {
  readonly turns: readonly DialogueTurn[];
  /** The place of each pair's cue. */
  readonly cues: readonly { readonly link: ImpliedLink; readonly place: number }[];
}

/** Places are drawn from a fixed seed: the same in every run. */
function stitch({ turns }: Dialogue, links: readonly ImpliedLink[]): Stitched {
  let seed = 12_345;
  const next = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const drawn = links.map(link => ({ link, before: Math.floor(next() * turns.length) }));
  const all: DialogueTurn[] = [];
  const cues: { link: ImpliedLink; place: number }[] = [];
  for (const [place, turn] of turns.entries()) {
    for (const { link } of drawn.filter(({ before }) => before === place)) {
      cues.push({ link, place: all.length });
      all.push({ ...turn, id: `cue ${cues.length}`, text: link.cue });
    }
    all.push(turn);
  }
  return { turns: all, cues };
}

/** For each pair, whether each way of looking has its cue among the first ten. */
export async function askLinks(
  dialogues: readonly Dialogue[],
  links: readonly ImpliedLink[],
  ways: Readonly<Record<string, RecallOptions>>,
): Promise<Readonly<Record<string, readonly boolean[]>>> {
  const table = builtInTable();
  const hits: Record<string, boolean[]> = {};
  const note = (way: string, isHit: boolean) => {
    hits[way] ??= [];
    hits[way].push(isHit);
  };
  for (const [number, dialogue] of dialogues.entries()) {
    const { turns, cues } = stitch(
      dialogue,
      links.filter((_, at) => at % dialogues.length === number),
    );
    const texts = turns.map(({ text }) => text);
    const words = bm25(texts);
    const vectors = await table.embed(texts);
    const middle = meanOf(vectors);
    const stage = await stageOf(turns, table);
    const nowMs = (turns.at(-1)?.atMs ?? 0) + laterMs;
    for (const { link, place } of cues) {
      const [asked] = await table.embed([link.trigger]);
      note('BM25', words(link.trigger).slice(0, wanted).includes(place));
      note('the table alone', nearest(vectors, asked as Float32Array).includes(place));
      note(
        'the table alone, mean subtracted',
        nearest(
          vectors.map(vector => without(vector, middle)),
          without(asked as Float32Array, middle),
        ).includes(place),
      );
      for (const [way, options] of Object.entries(ways)) {
        const plan = planOf(link.trigger, nowMs, stage.speakers);
        const memories = await stage.hippocampus.recall(plan, { limit: wanted, ...options });
        note(
          way,
          memories.some(({ id }) => id === stage.ids[place]),
        );
      }
      note('kept aside', link.isKeptAside);
    }
    stage.close();
  }
  return hits;
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let at = 0; at < mean.length; at += 1)
      mean[at] = (mean[at] as number) + (vector[at] as number) / vectors.length;
  return mean;
}

function without(vector: Float32Array, mean: Float32Array): Float32Array {
  const left = vector.map((value, at) => value - (mean[at] as number));
  const length = Math.hypot(...left);
  return length > 0 ? left.map(value => value / length) : left;
}

function nearest(vectors: readonly Float32Array[], asked: Float32Array): readonly number[] {
  const scores = vectors.map(vector =>
    vector.reduce((sum, value, at) => sum + value * (asked[at] as number), 0),
  );
  return [...vectors.keys()].sort((x, y) => (scores[y] as number) - (scores[x] as number)).slice(0, wanted);
}

export const share = (hits: readonly boolean[] = []): number =>
  (100 * hits.filter(Boolean).length) / Math.max(1, hits.length);

/** `name`: whose pairs they are. */
export async function linkRows(
  name: string,
  dialogues: readonly Dialogue[],
  links: readonly ImpliedLink[],
): Promise<readonly Row[]> {
  if (links.length === 0 || dialogues.length === 0) return [];
  const hits = await askLinks(dialogues, links, { recall: {} });
  const keptAside = hits['kept aside'] ?? [];
  const only = (way: string) => (hits[way] ?? []).filter((_, at) => keptAside[at]);
  const row = (way: string, of: readonly boolean[], what = way): Row => ({
    what: `implied links, ${name}: hit@10, ${what}`,
    value: share(of),
    unit: `% of ${of.length}`,
    baseline: share(of === hits[way] ? hits.BM25 : only('BM25')),
  });
  return [
    row('the table alone', hits['the table alone'] ?? []),
    row('the table alone, mean subtracted', hits['the table alone, mean subtracted'] ?? []),
    atLeast(row('recall', hits.recall ?? []), goal),
    atLeast(row('recall', only('recall'), 'recall, kept aside'), goal),
  ];
}
