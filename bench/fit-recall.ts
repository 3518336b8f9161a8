/**
 * Fits the weights of recall and writes them: `node bench/fit-recall.ts [--data FOLDER] [--measure]`.
 *
 * Each question of each dialogue gives as many examples as it has candidates: what the features say of an episode, and whether
 * the episode is labelled as evidence. A logistic regression, held near zero, gives the weights. Printed before: the measures
 * with each dialogue left out in turn. `--measure` writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { featuresOf } from '../src-main/memory/recall-ranking/features.ts';
import { fixedWeights } from '../src-main/memory/recall-ranking/rank.ts';
import { assetPath } from '../test/test-assets.ts';
import { type Fitted, fitLogistic } from './logistic-fit.ts';
import { type Dialogue, readDialogues } from './memory-dialogues.ts';
import { type Asked, measure, recallInTokens, tokensOf } from './memory-measures.ts';
import { builtInTable, planOf, stageOf } from './memory-stage.ts';

const pull = 10;
const dayMs = 86_400_000;
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at >= 0 ? process.argv[at + 1] : undefined;
};

interface Example {
  readonly dialogue: number;
  readonly category: number;
  readonly evidence: readonly number[];
  /** Places of the candidates' turns, one for each row. */
  readonly places: readonly number[];
  readonly rows: Float32Array;
  /** What weights that are not fitted add to each row. */
  readonly fixed: Float64Array;
}

let names: readonly string[] = [];

async function examplesOf(dialogue: Dialogue, number: number): Promise<readonly Example[]> {
  const table = builtInTable();
  const stage = await stageOf(dialogue.turns, table);
  const placeOf = new Map(stage.ids.map((id, place) => [id, place]));
  const nowMs = (dialogue.turns.at(-1)?.atMs ?? 0) + dayMs;
  const made: Example[] = [];
  for (const { text, category, evidence } of dialogue.questions) {
    const input = await stage.hippocampus.rankingInput(planOf(text, nowMs, stage.speakers));
    if (input === undefined) continue;
    const columns = Object.values(featuresOf(input)).flatMap(part => Object.entries(part));
    const fitted = columns.filter(([name]) => !(name in fixedWeights));
    names = fitted.map(([name]) => name);
    const size = input.candidates.all.length;
    const rows = new Float32Array(size * names.length);
    for (const [at, [, values]] of fitted.entries())
      for (let row = 0; row < size; row += 1) rows[row * names.length + at] = values[row] as number;
    const fixed = new Float64Array(size);
    for (const [name, values] of columns)
      for (let row = 0; row < size; row += 1)
        fixed[row] = (fixed[row] as number) + (fixedWeights[name] ?? 0) * (values[row] as number);
    const places = input.candidates.all.map(({ episode }) => placeOf.get(episode.id) ?? -1);
    made.push({ dialogue: number, category, evidence, places, rows, fixed });
  }
  stage.close();
  return made;
}

function weightsFor(examples: readonly Example[]): Fitted {
  const width = names.length;
  const count = examples.reduce((sum, { places }) => sum + places.length, 0);
  const rows = new Float32Array(count * width);
  const labels = new Uint8Array(count);
  let from = 0;
  for (const { rows: own, places, evidence } of examples) {
    rows.set(own, from * width);
    const wanted = new Set(evidence);
    for (const [row, place] of places.entries()) labels[from + row] = wanted.has(place) ? 1 : 0;
    from += places.length;
  }
  return fitLogistic({ rows, width, labels }, pull);
}

function ranked({ rows, places, fixed }: Example, { weights }: Fitted): readonly number[] {
  const scores = places.map((_, row) =>
    weights.reduce(
      (sum, weight, at) => sum + weight * (rows[row * weights.length + at] as number),
      fixed[row] as number,
    ),
  );
  return [...places.keys()]
    .sort((x, y) => (scores[y] as number) - (scores[x] as number))
    .map(row => places[row] as number);
}

const dialogues = readDialogues(argument('--data') ?? assetPath('bench/locomo'));
const examples: Example[] = [];
for (const [number, dialogue] of dialogues.entries()) examples.push(...(await examplesOf(dialogue, number)));
const lengths = dialogues.map(({ turns }) =>
  turns.map(({ speaker, text }) => tokensOf(`${speaker}: ${text}`)),
);

const asked = dialogues.flatMap((_, left) => {
  const found = weightsFor(examples.filter(({ dialogue }) => dialogue !== left));
  return examples
    .filter(({ dialogue }) => dialogue === left)
    .map(example => {
      const one: Asked = { ...example, ranked: ranked(example, found), ms: 0 };
      return { ...one, inTokens: recallInTokens(one, lengths[example.dialogue] ?? []) };
    });
});
const { byCategory, ...measures } = measure(asked);
const round = (value: number): string => value.toFixed(1);
process.stdout.write(`One dialogue left out in turn: ${asked.length} questions, ${names.length} features\n`);
for (const [name, value] of Object.entries(measures)) process.stdout.write(`  ${name} ${round(value)}\n`);
for (const [category, value] of byCategory)
  process.stdout.write(`  category ${category} at10 ${round(value)}\n`);

if (!process.argv.includes('--measure')) {
  const { bias, weights } = weightsFor(examples);
  const lines = names.map((name, at) => `  ${name}: ${Number((weights[at] as number).toPrecision(4))},`);
  writeFileSync(
    new URL('../src-main/memory/recall-ranking/weights.ts', import.meta.url),
    `/**
 * The weights of recall's features: a logistic regression on labelled evidence, made by \`node bench/fit-recall.ts\` (procedure
 * there); not to be edited by hand.
 */

export const bias = ${bias.toPrecision(4)};
export const weights: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`,
  );
}
