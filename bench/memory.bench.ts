/** Memory: evidence recall over long dialogues, implied links, questions in the other language, ablations and latency. */
import { assetPath, haveAssets } from '../test/test-assets.ts';
import type { Bench, Row } from './bench.ts';
import { readDialogues } from './memory-dialogues.ts';
import { dialogueRows } from './memory-tables.ts';

const bench: Bench = {
  name: 'memory',
  baseline: 'BM25 over the words of each turn',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  const data =
    process.env.JARVIS_BENCH_DATA ?? (haveAssets('bench/locomo') ? assetPath('bench/locomo') : undefined);
  const rows: Row[] = [];
  if (data !== undefined) rows.push(...(await dialogueRows(readDialogues(data))));
  return rows;
}
