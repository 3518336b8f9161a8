/** Prints precision, recall and slot accuracy of intent recognition per language: `node measure.ts dev|kept-aside [--json] [--misses] [--with-language]`. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { languages } from '../../domain/language.ts';
import { parseLocalTime } from '../../domain/local-time.ts';
import { understand } from '../understand.ts';
import {
  type CorpusSet,
  corpusSets,
  corpusZone,
  defaultNow,
  expectedSlots,
  type Phrasing,
  type Reading,
  readCorpus,
  type Score,
  scoreReadings,
} from './corpus.ts';

/** What the rules make of every phrasing of a set; without `withLanguage` the language is detected. */
export function readSet(set: CorpusSet, withLanguage: boolean): readonly Reading[] {
  return readCorpus(set).map(phrasing => ({ phrasing, understood: readPhrasing(phrasing, withLanguage) }));
}

function readPhrasing(phrasing: Phrasing, withLanguage: boolean) {
  const nowMs = parseLocalTime(phrasing.now ?? defaultNow, corpusZone);
  if (nowMs === undefined) throw new RangeError(`${phrasing.id}: bad time`);
  return understand(phrasing.text, {
    ...(withLanguage && { language: phrasing.lang }),
    nowMs,
    zone: corpusZone,
  });
}

function isMiss(reading: Reading): boolean {
  if (reading.understood.intent !== reading.phrasing.intent) return true;
  return expectedSlots(reading).some(([, isRight]) => !isRight);
}

function printTable(scores: Readonly<Record<string, Score>>): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);
  console.log('language  should  must not  triggered  right  precision    recall     slots (expected)');
  for (const [lang, score] of Object.entries(scores)) {
    const counts = [score.shouldTrigger, score.mustNotTrigger, score.triggered, score.rightIntents];
    const [should, mustNot, triggered, right] = counts.map(String);
    console.log(
      `${lang.padEnd(8)}  ${should?.padStart(6)}  ${mustNot?.padStart(8)}  ${triggered?.padStart(9)}  ${right?.padStart(5)}   ${percent(score.precision)}  ${percent(score.recall)}  ${percent(score.slotAccuracy)} (${score.expectedSlots})`,
    );
  }
}

function printMiss({ phrasing, understood }: Reading): void {
  console.log(
    JSON.stringify({
      id: phrasing.id,
      text: phrasing.text,
      expected: { intent: phrasing.intent, slots: phrasing.slots },
      understood,
    }),
  );
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      misses: { type: 'boolean' },
      'with-language': { type: 'boolean' },
    },
  });
  const set = corpusSets.find(name => name === positionals[0]);
  if (!set) {
    console.error(`usage: node measure.ts ${corpusSets.join('|')} [--json] [--misses] [--with-language]`);
    return 2;
  }
  if (values.misses && set === 'kept-aside') {
    console.error(
      'The set kept aside shows no misses: rules written from them would no longer be measured by it.',
    );
    return 2;
  }
  const readings = readSet(set, values['with-language'] ?? false);
  const scores = Object.fromEntries(
    languages.map(lang => [lang, scoreReadings(readings.filter(r => r.phrasing.lang === lang))]),
  );
  if (values.misses) readings.filter(isMiss).forEach(printMiss);
  if (values.json) console.log(JSON.stringify({ set, scores }));
  else printTable(scores);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
