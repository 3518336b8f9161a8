/** Reads the log from its end backwards, so much at a time that a full one holds nothing up. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type LogLevel, type LogLine, type LogPage, logLevels } from '../domain/log-line.ts';

export interface LogSearch {
  readonly text?: string;
  /** This one and above. */
  readonly level?: LogLevel;
  /** What an event begins with. */
  readonly part?: string;
  /** The `next` of the page before. */
  readonly before?: string;
  readonly limit: number;
}

const chunkBytes = 256 * 1024;
/** Read for one page at most: some 40,000 lines. */
const mostBytes = 8 * 1024 * 1024;
/** Longer lines are none of ours. */
const newline = 0x0a;

interface Place {
  readonly file: string;
  /** Lines that end at or before this byte are still to be read. */
  readonly end: number;
}

export async function searchLog(dir: string, search: LogSearch): Promise<LogPage> {
  const files = await logFiles(dir);
  const lines: LogLine[] = [];
  let left = mostBytes;
  let place = placeOf(search.before, files);
  while (place !== undefined && left > 0) {
    const { file } = place;
    const piece = await readBefore(join(dir, file), place.end, Math.min(chunkBytes, left));
    left -= piece.readBytes;
    for (const { start, text } of piece.lines) {
      const line = readLine(`${file}:${start}`, text);
      if (line !== undefined && isWanted(line, search)) lines.push(line);
      if (lines.length === search.limit) return { lines, next: `${file}:${start}` };
    }
    place = piece.start > 0 ? { file, end: piece.start } : fileBefore(file, files);
  }
  return { lines, ...(place !== undefined && { next: `${place.file}:${place.end}` }) };
}

/** Newest first. `jarvis.2026-11-21.3.log`. */
async function logFiles(dir: string): Promise<readonly string[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    // Nothing was logged yet.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const key = (name: string): readonly [string, number] => {
    const [, date = '', count = '0'] = logName.exec(name) ?? [];
    return [date, Number(count)];
  };
  return names
    .filter(name => logName.test(name))
    .sort((a, b) => {
      const [[dateA, countA], [dateB, countB]] = [key(a), key(b)];
      return dateB.localeCompare(dateA) || countB - countA;
    });
}

const logName = /^jarvis\.(\d{4}-\d{2}-\d{2})\.(\d+)\.log$/;

function placeOf(before: string | undefined, files: readonly string[]): Place | undefined {
  if (before === undefined)
    return files[0] === undefined ? undefined : { file: files[0], end: Number.MAX_SAFE_INTEGER };
  const [, file = '', end = ''] = /^(.*):(\d+)$/.exec(before) ?? [];
  // Only names of the list: what a client sends must not lead to another file.
  return files.includes(file) ? { file, end: Number(end) } : undefined;
}

function fileBefore(file: string, files: readonly string[]): Place | undefined {
  const next = files[files.indexOf(file) + 1];
  return next === undefined ? undefined : { file: next, end: Number.MAX_SAFE_INTEGER };
}

interface Piece {
  /** Newest first; `start` is the byte of the file at which the line begins. */
  readonly lines: readonly { readonly start: number; readonly text: string }[];
  /** Where the earliest whole line begins: what lies before is still to be read. */
  readonly start: number;
  readonly readBytes: number;
}

/** The whole lines of at most `bytes` before `end`; a line longer than that is passed over. */
async function readBefore(path: string, end: number, bytes: number): Promise<Piece> {
  const handle = await open(path);
  try {
    const to = Math.min(end, (await handle.stat()).size);
    const from = Math.max(0, to - bytes);
    const buffer = Buffer.alloc(to - from);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
    const read = buffer.subarray(0, bytesRead);
    const first = from === 0 ? 0 : read.indexOf(newline) + 1;
    const lines: { start: number; text: string }[] = [];
    let lineEnd = read.length;
    for (let at = read.length - 1; at >= first - 1; at -= 1) {
      if (at >= first && read[at] !== newline) continue;
      if (lineEnd > at + 1)
        lines.push({ start: from + at + 1, text: read.toString('utf8', at + 1, lineEnd) });
      lineEnd = at;
    }
    const isStuck = from > 0 && first === 0;
    return {
      lines: isStuck ? [] : lines,
      start: isStuck ? from : from + first,
      readBytes: Math.max(bytesRead, 1),
    };
  } finally {
    await handle.close();
  }
}

/** Undefined for what is no line of ours, such as one that a power cut halved. */
function readLine(id: string, text: string): LogLine | undefined {
  try {
    const { level: given, timeMs, event, error, ...rest } = JSON.parse(text) as Record<string, unknown>;
    const level = logLevels.find(known => known === given);
    if (level === undefined || typeof timeMs !== 'number' || typeof event !== 'string') return undefined;
    const fields = Object.fromEntries(
      Object.entries(rest).filter((field): field is [string, string | number | boolean] =>
        ['string', 'number', 'boolean'].includes(typeof field[1]),
      ),
    );
    return {
      id,
      atMs: timeMs,
      level,
      event,
      fields,
      ...(error !== undefined && { error: JSON.stringify(error) }),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isWanted(line: LogLine, { text = '', level = 'debug', part = '' }: LogSearch): boolean {
  if (logLevels.indexOf(line.level) < logLevels.indexOf(level)) return false;
  if (part !== '' && !line.event.startsWith(part)) return false;
  if (text === '') return true;
  const said = `${line.event} ${JSON.stringify(line.fields)} ${line.error ?? ''}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every(word => said.includes(word));
}
