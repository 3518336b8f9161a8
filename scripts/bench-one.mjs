/** Runs one bench in this process and writes its rows to a file: `bench-one.mjs BENCH.ts RESULT.json`. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , bench, file] = process.argv;
const { default: module } = await import(pathToFileURL(bench).href);
const rows = await module.run();
writeFileSync(
  file,
  JSON.stringify({ name: module.name, baseline: module.baseline, node: process.versions.node, rows }),
);
// A bench that left something open must not keep the others waiting.
process.exit(0);
