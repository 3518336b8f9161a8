/** What the write gate keeps: precision and recall over a hundred simulated days and over sentences written by hand, both kept aside from the rules. */
import { languages } from '../src-main/domain/language.ts';
import { parseLocalTime } from '../src-main/domain/local-time.ts';
import { judge } from '../src-main/memory/write-gate/judge.ts';
import {
  type Half,
  halves,
  handWrittenNow,
  handWrittenZone,
  readHandWritten,
} from '../src-main/memory/write-gate/simulation/hand-written.ts';
import { growthOf, keptTwice } from '../src-main/memory/write-gate/simulation/keeping.ts';
import {
  compare,
  emptyTally,
  figures,
  type Labelled,
} from '../src-main/memory/write-gate/simulation/measure.ts';
import { simulate } from '../src-main/memory/write-gate/simulation/simulate.ts';
import type { Bench, Row } from './bench.ts';

const zone = handWrittenZone;
const seed = 20_261_121;

function measure(what: string, rows: readonly Labelled[], nowOf: (row: Labelled) => number): readonly Row[] {
  const tally = emptyTally();
  for (const row of rows) {
    const { text, lang, provenance = 'user', context } = row;
    compare(
      tally,
      row,
      judge({ text, language: lang, provenance, nowMs: nowOf(row), zone, ...(context && { context }) }),
    );
  }
  const { factPrecision, factRecall, storePrecision, storeRecall } = figures(tally);
  return [
    { what: `${what}: sentences`, value: tally.sentences, unit: '' },
    {
      what: `${what}: facts, precision`,
      value: factPrecision * 100,
      unit: '%',
      target: 95,
      pass: factPrecision >= 0.95,
    },
    {
      what: `${what}: facts, recall`,
      value: factRecall * 100,
      unit: '%',
      target: 85,
      pass: factRecall >= 0.85,
    },
    { what: `${what}: stored, precision`, value: storePrecision * 100, unit: '%' },
    { what: `${what}: stored, recall`, value: storeRecall * 100, unit: '%' },
  ];
}

function keeping(half: Half): readonly Row[] {
  const { facts, duplicates, fromOthers } = keptTwice(simulate({ half, seed }));
  const growth = growthOf(half, seed);
  return [
    { what: `${half}: facts held after 100 days`, value: facts, unit: '' },
    { what: `${half}: facts held twice`, value: duplicates, unit: '', target: 0, pass: duplicates === 0 },
    {
      what: `${half}: of Jarvis, a page or a tool`,
      value: fromOthers,
      unit: '',
      target: 0,
      pass: fromOthers === 0,
    },
    { what: `${half}: episodes kept at 1 × chatter`, value: growth.once, unit: '' },
    { what: `${half}: episodes kept at 4 × chatter`, value: growth.fourfold, unit: '' },
    { what: `${half}: turns at 4 × chatter, of those at 1 ×`, value: growth.turns, unit: '×' },
    {
      what: `${half}: growth of episodes`,
      value: growth.episodes,
      unit: '×',
      target: growth.turns,
      pass: growth.episodes < growth.turns,
    },
  ];
}

function speed(): readonly Row[] {
  const turns = simulate({ half: 'kept-aside', seed: 7, days: 30 });
  const times = turns.map(({ text, lang, context }) => {
    const startedAt = performance.now();
    judge({ text, language: lang, provenance: 'user', nowMs: 0, zone, ...(context && { context }) });
    return performance.now() - startedAt;
  });
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return [
    { what: 'one sentence, p50', value: at(0.5), unit: 'ms' },
    { what: 'one sentence, p95', value: at(0.95), unit: 'ms', target: 1, pass: at(0.95) <= 1 },
  ];
}

const bench: Bench = {
  name: 'gate',
  baseline: 'the known truth of the simulation, and what a person wrote beside each sentence',
  run: async () => {
    const nowMs = parseLocalTime(handWrittenNow, zone) ?? 0;
    const rows = halves.flatMap((half): readonly Row[] => {
      const turns = simulate({ half, seed });
      const written = readHandWritten(half);
      return languages.flatMap(language => [
        ...measure(
          `100 days, ${half}, ${language}`,
          turns.filter(({ lang }) => lang === language),
          row => ('nowMs' in row ? (row.nowMs as number) : nowMs),
        ),
        ...measure(
          `by hand, ${half}, ${language}`,
          written.filter(({ lang }) => lang === language),
          () => nowMs,
        ),
      ]);
    });
    return [...rows, ...halves.flatMap(keeping), ...speed()];
  },
};
export default bench;
