/** Memories as JSON Lines: a header, one memory a line, and a last line that counts them. */

import type * as z from 'zod/mini';
import type { MemoryRecord } from '../../ports/memory-records.ts';
import type { Counts, ending, header } from './record-schema.ts';
import { stableJson } from './stable-json.ts';

export const linesHeader: z.output<typeof header> = { kind: 'header', format: 'jarvis-memory', version: 1 };

export async function* formatLines(records: AsyncIterable<MemoryRecord>): AsyncGenerator<string> {
  yield `${stableJson(linesHeader)}\n`;
  const counts = startCounts();
  for await (const record of records) {
    count(counts, record);
    yield `${stableJson(record)}\n`;
  }
  yield `${stableJson({ kind: 'end', ...counts } satisfies z.output<typeof ending>)}\n`;
}

type Growing = { -readonly [K in keyof Counts]: Counts[K] };

export const startCounts = (): Growing => ({ episodes: 0, facts: 0, summaries: 0 });

export function count(counts: Growing, { kind }: Pick<MemoryRecord, 'kind'>): void {
  counts[({ episode: 'episodes', fact: 'facts', summary: 'summaries' } as const)[kind]]++;
}
