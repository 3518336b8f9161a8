/** What each part of memory adds: measured with and without it on the same questions, with a 95 % interval. */
import type { Row } from './bench.ts';
import type { Dialogue } from './memory-dialogues.ts';
import { mean, recallAt } from './memory-measures.ts';
import type { AskedIn, Asking } from './memory-questions.ts';
import { askEach } from './memory-tables.ts';
import { quantile } from './statistics.ts';

const draws = 2000;

const parts: Readonly<Record<string, { readonly without: Asking; readonly with: Asking }>> = {
  'association (neighbours, kinds of things, whose words)': {
    with: {},
    without: { options: { withAssociation: false } },
  },
  'salience (drawn at random: what it may cost)': {
    with: { options: { withSalience: true } },
    without: {},
  },
  'planning of the question': { with: {}, without: { withoutPlan: true } },
};

/** The difference of R@10 in points, and the middle 95 % of it over questions drawn again (paired bootstrap). */
export function difference(
  withPart: readonly AskedIn[],
  without: readonly AskedIn[],
): { readonly points: number; readonly low: number; readonly high: number } {
  const gains = withPart.map((one, at) => 100 * (recallAt(one, 10) - recallAt(without[at] as AskedIn, 10)));
  let seed = 20_261_121;
  const next = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed % gains.length;
  };
  const drawn = Array.from({ length: draws }, () => mean(gains.map(() => gains[next()] as number)));
  return { points: mean(gains), low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
}

export async function ablationRows(dialogues: readonly Dialogue[]): Promise<readonly Row[]> {
  const ways = Object.fromEntries(
    Object.entries(parts).flatMap(([name, { with: own, without }]) => [
      [`with ${name}`, own],
      [`without ${name}`, without],
    ]),
  );
  const asked = await askEach(dialogues, ways);
  return Object.keys(parts).map(name => {
    const { points, low, high } = difference(asked[`with ${name}`] ?? [], asked[`without ${name}`] ?? []);
    const interval = `[${low.toFixed(1)}, ${high.toFixed(1)}]`;
    return { what: `ablation, R@10: ${name}, 95 % ${interval}`, value: points, unit: 'points' };
  });
}
