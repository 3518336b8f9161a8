/** Memory: evidence recall over long dialogues, implied links, questions in the other language, ablations and latency. */
import { assetPath, haveAssets } from '../test/test-assets.ts';
import type { Bench, Row } from './bench.ts';
import { ablationRows } from './memory-ablations.ts';
import { readDialogues } from './memory-dialogues.ts';
import { latencyRows } from './memory-latency.ts';
import { linkRows } from './memory-links.ts';
import { readFrenchDialogues, readImpliedLinks, readPlus } from './memory-sets.ts';
import { dialogueRows, frenchRows } from './memory-tables.ts';

const bench: Bench = {
  name: 'memory',
  baseline: 'BM25 over the words of each turn',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  const { JARVIS_BENCH_DATA: own, JARVIS_BENCH_PLUS: plus } = process.env;
  const folder = own ?? (haveAssets('bench/locomo') ? assetPath('bench/locomo') : undefined);
  const dialogues = folder === undefined ? [] : readDialogues(folder);
  const french = readFrenchDialogues();
  const links = readImpliedLinks();
  const of = (language: string) => links.filter(link => link.language === language);
  const rows: Row[] = [];
  if (dialogues.length > 0) rows.push(...(await dialogueRows(dialogues)));
  rows.push(...(await frenchRows(french, rows.find(({ what }) => what === 'R@10')?.value)));
  rows.push(...(await linkRows('English', dialogues, of('en'))));
  rows.push(...(await linkRows('French', french, of('fr'))));
  if (plus !== undefined) rows.push(...(await linkRows('--plus', dialogues, readPlus(plus))));
  if (dialogues.length > 0) rows.push(...(await ablationRows(dialogues)));
  rows.push(...(await latencyRows()));
  return rows;
}
