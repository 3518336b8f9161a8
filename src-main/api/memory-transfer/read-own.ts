/** Reads back what Jarvis wrote: JSON Lines or Markdown, checked line by line, and counted at the end. */
import * as z from 'zod/mini';
import type { MemoryRecord } from '../../ports/memory-records.ts';
import { cutShort, noMemories, wrongAt } from './faults.ts';
import { count, startCounts } from './format-lines.ts';
import { counts, ending, header, memoryRecord } from './record-schema.ts';

/** Throws `memory.import-malformed`. `lines` begin with the header. */
export async function* readJarvisLines(lines: AsyncIterable<string>): AsyncGenerator<MemoryRecord> {
  const check = new EndCheck();
  let at = 0;
  for await (const line of lines) {
    at++;
    if (line === '') continue;
    const content = parse(line, at);
    if (at === 1) checkHeader(content);
    else if (isEnd(content)) check.end(ending.safeParse(content).data, at);
    else yield check.counted(recordOf(content, at), at);
  }
  check.finish();
}

const firstWord = /^<!-- (episode|fact|summary|end) (.*) -->$/s;
const about = z.looseObject({ text: z.exactOptional(z.string()) });

/** Throws `memory.import-malformed`. What stands outside the comments and the quotes is for people and is not read. */
export async function* readJarvisMarkdown(lines: AsyncIterable<string>): AsyncGenerator<MemoryRecord> {
  const check = new EndCheck();
  let at = 0;
  let open:
    | { readonly kind: string; readonly json: unknown; readonly at: number; quote?: string[] }
    | undefined;
  const close = (): MemoryRecord | undefined => {
    const closed = open;
    open = undefined;
    return (
      closed && check.counted(quotedRecord(closed.kind, closed.json, closed.quote, closed.at), closed.at)
    );
  };
  for await (const line of lines) {
    at++;
    if (open !== undefined && line.startsWith('>')) {
      open.quote ??= [];
      open.quote.push(line.replace(/^> ?/, ''));
      continue;
    }
    if (open?.quote !== undefined) {
      const record = close();
      if (record) yield record;
    }
    const [, kind, json = ''] = firstWord.exec(line) ?? [];
    if (kind === undefined) continue;
    if (open !== undefined) throw wrongAt(open.at);
    const content = parse(json, at);
    if (kind === 'end') check.end(counts.safeParse(content).data, at);
    else if (kind === 'fact') yield check.counted(recordOf({ kind, ...object(content, at) }, at), at);
    else open = { kind, json: content, at };
  }
  const record = close();
  if (record) yield record;
  check.finish();
}

/** The text of an episode or a summary stands in the quote, unless the comment has it exactly. */
function quotedRecord(
  kind: string,
  json: unknown,
  quote: readonly string[] | undefined,
  at: number,
): MemoryRecord {
  const { text: exact, ...more } = about.parse(object(json, at));
  if (exact === undefined && quote === undefined) throw wrongAt(at);
  const text = exact ?? quote?.join('\n');
  return recordOf({ kind, ...more, [kind]: { ...object(more[kind], at), text } }, at);
}

/** What was read must be what the last line says was written. */
class EndCheck {
  readonly #read = startCounts();
  #hasEnded = false;

  counted(record: MemoryRecord, at: number): MemoryRecord {
    if (this.#hasEnded) throw wrongAt(at);
    count(this.#read, record);
    return record;
  }

  end(written: z.output<typeof counts> | undefined, at: number): void {
    if (written === undefined || this.#hasEnded) throw wrongAt(at);
    this.#hasEnded = true;
    const isWhole = (['episodes', 'facts', 'summaries'] as const).every(
      kind => written[kind] === this.#read[kind],
    );
    if (!isWhole) throw noMemories({ fr: 'il y manque des souvenirs', en: 'memories are missing from it' });
  }

  finish(): void {
    if (!this.#hasEnded) throw cutShort();
  }
}

function recordOf(content: unknown, at: number): MemoryRecord {
  const parsed = memoryRecord.safeParse(content);
  if (!parsed.success) throw wrongAt(at, parsed.error);
  return parsed.data;
}

function checkHeader(content: unknown): void {
  if (header.safeParse(content).success) return;
  throw noMemories({ fr: 'sa version n’est pas connue', en: 'its version is not known' });
}

function isEnd(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'kind' in content && content.kind === 'end';
}

function object(content: unknown, at: number): object {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw wrongAt(at);
  return content;
}

function parse(json: string, at: number): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw wrongAt(at, error);
  }
}
