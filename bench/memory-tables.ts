/** The tables of evidence recall: with and without the speaker's name as a cue, by category, in the other language. */
import type { Row } from './bench.ts';
import type { Dialogue } from './memory-dialogues.ts';
import { measure, type RecallMeasures } from './memory-measures.ts';
import { type AskedIn, type Asking, askAll, askBm25 } from './memory-questions.ts';
import { builtInTable, stageOf } from './memory-stage.ts';
import { atLeast } from './statistics.ts';

const categoryNames: Readonly<Record<number, string>> = {
  1: 'multi-hop',
  2: 'temporal',
  3: 'open-domain',
  4: 'single-hop',
};
const reach = { at10: 85, multiHopAll10: 40, in1000Tokens: 90 } as const;

/** Each way of asking, over all dialogues; every dialogue is stored once. */
export async function askEach(
  dialogues: readonly Dialogue[],
  ways: Readonly<Record<string, Asking>>,
): Promise<Readonly<Record<string, readonly AskedIn[]>>> {
  const asked: Record<string, AskedIn[]> = {};
  const table = builtInTable();
  for (const dialogue of dialogues) {
    const stage = await stageOf(dialogue.turns, table);
    for (const [name, asking] of Object.entries(ways)) {
      asked[name] ??= [];
      asked[name].push(...(await askAll(dialogue, stage, asking)));
    }
    stage.close();
  }
  return asked;
}

export async function dialogueRows(dialogues: readonly Dialogue[]): Promise<readonly Row[]> {
  const asked = await askEach(dialogues, {
    with: {},
    without: { options: { withSpeakers: false } },
    translated: { translated: true },
  });
  const plain = measure(dialogues.flatMap(dialogue => askBm25(dialogue)));
  const translated = asked.translated ?? [];
  return [
    ...rowsOf('', measure(asked.with ?? []), plain, true),
    ...rowsOf(', without the speaker as a cue', measure(asked.without ?? []), plain, false),
    ...(translated.length > 0
      ? rowsOf(', asked in the other language', measure(translated), plain, false)
      : []),
  ];
}

function rowsOf(suffix: string, own: RecallMeasures, plain: RecallMeasures, isMain: boolean): Row[] {
  const percent = (what: string, value: number, baseline: number): Row => ({
    what: `${what}${suffix}`,
    value,
    unit: '%',
    baseline,
  });
  const goal = (row: Row, target: number): Row => (isMain ? atLeast(row, target) : row);
  const rows = [
    percent(`R@5, ${own.questions} questions`, own.at5, plain.at5),
    goal(percent('R@10', own.at10, plain.at10), reach.at10),
    percent('all@10', own.all10, plain.all10),
    goal(percent('multi-hop all@10', own.multiHopAll10, plain.multiHopAll10), reach.multiHopAll10),
    goal(percent('recall at 1,000 tokens', own.in1000Tokens, plain.in1000Tokens), reach.in1000Tokens),
    ...[...own.byCategory].map(([category, value]) =>
      percent(`R@10 ${categoryNames[category] ?? category}`, value, plain.byCategory.get(category) ?? 0),
    ),
  ];
  const ms = (what: string, value: number, baseline: number): Row => ({
    what: `a question${suffix}, ${what}`,
    value,
    unit: 'ms',
    baseline,
  });
  return [...rows, ms('p50', own.p50Ms, plain.p50Ms), ms('p95', own.p95Ms, plain.p95Ms)];
}

/** Questions of French dialogues, asked in French and in English; `english`: R@10 of English questions over English dialogues. */
export async function frenchRows(
  dialogues: readonly Dialogue[],
  english: number | undefined,
): Promise<readonly Row[]> {
  if (dialogues.length === 0) return [];
  const asked = await askEach(dialogues, {
    own: {},
    translated: { translated: true },
    kept: { only: kept },
    keptTranslated: { translated: true, only: kept },
  });
  const row = (what: string, of: readonly AskedIn[] = [], plain: readonly AskedIn[] = []): Row => ({
    what: `French dialogues, R@10 ${what}, ${of.length} questions`,
    value: measure(of).at10,
    unit: '%',
    baseline: measure(plain).at10,
  });
  const bm25Of = (asking: Asking) => dialogues.flatMap(dialogue => askBm25(dialogue, asking));
  const own = row('asked in French', asked.own, bm25Of({}));
  const translated = row('asked in English', asked.translated, bm25Of({ translated: true }));
  return [
    english === undefined ? own : atLeast(own, english / comparedToEnglish),
    atLeast(translated, own.value * comparedToSameLanguage),
    row('asked in French, kept aside', asked.kept, bm25Of({ only: kept })),
    row('asked in English, kept aside', asked.keptTranslated, bm25Of({ only: kept, translated: true })),
  ];
}

const kept: NonNullable<Asking['only']> = ({ isKeptAside }) => isKeptAside === true;
const comparedToEnglish = 1.1;
const comparedToSameLanguage = 0.8;
