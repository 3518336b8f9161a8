/** The program's log: JSON lines in rotating files that only the user can read, 90 days at most. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type LogEvent, type LogFields, safeRecord } from './log-record.ts';

type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface Log {
  /** `fields`: numbers, ids and known words; anything else is masked. `error`: logged without its message. */
  write(level: LogLevel, event: LogEvent, fields?: LogFields, error?: unknown): void;
  /** Everything written so far is in the file when it resolves; later records are dropped. */
  close(): Promise<void>;
}

export interface LogOptions {
  readonly dir: string;
  readonly level: LogLevel;
  readonly nowMs: () => number;
  /** Calls `action` once after `delayMs`; the returned function cancels it. */
  readonly after: (delayMs: number, action: () => void) => () => void;
  /** Logging stopped: the folder cannot be written to, the disk is full. Called at most once. */
  readonly onFailed?: (error: unknown) => void;
}

const order: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];
const maxAgeDays = 90;
const dayMs = 24 * 3600 * 1000;
/** The writer is loaded this long after the first record, so that it does not stand in the way of the start. */
const openDelayMs = 1000;
const maxWaiting = 1000;

interface Waiting {
  readonly level: LogLevel;
  readonly record: Record<string, unknown>;
}

export function openLog(options: LogOptions): Log {
  return new FileLog(options);
}

class FileLog implements Log {
  readonly #options: LogOptions;
  #waiting: Waiting[] = [];
  #writer: Promise<Writer | undefined> | undefined;
  #logger: Logger | undefined;
  #cancelOpening: (() => void) | undefined;
  #closed = false;
  #failed = false;

  constructor(options: LogOptions) {
    this.#options = options;
  }

  write(level: LogLevel, event: LogEvent, fields: LogFields = {}, error?: unknown): void {
    if (this.#closed || order.indexOf(level) < order.indexOf(this.#options.level)) return;
    const record = { timeMs: this.#options.nowMs(), ...safeRecord(event, fields, error) };
    if (this.#logger) {
      this.#logger[level](record);
      return;
    }
    if (this.#waiting.length < maxWaiting) this.#waiting.push({ level, record });
    if (level === 'error') this.#open();
    else if (!this.#writer) this.#cancelOpening ??= this.#options.after(openDelayMs, () => this.#open());
  }

  async close(): Promise<void> {
    if (this.#waiting.length > 0) this.#open();
    this.#cancelOpening?.();
    this.#closed = true;
    const writer = await this.#writer;
    await writer?.close();
  }

  #open(): void {
    this.#cancelOpening?.();
    this.#writer ??= openWriter(this.#options, this.#fail).then(
      writer => {
        this.#logger = writer.logger;
        for (const { level, record } of this.#waiting) writer.logger[level](record);
        this.#waiting = [];
        return writer;
      },
      (error: unknown) => {
        this.#fail(error);
        return undefined;
      },
    );
  }

  readonly #fail = (error: unknown): void => {
    this.#closed = true;
    this.#waiting = [];
    if (!this.#failed) this.#options.onFailed?.(error);
    this.#failed = true;
  };
}

interface Writer {
  readonly logger: Logger;
  close(): Promise<void>;
}

async function openWriter(
  { dir, level, nowMs }: LogOptions,
  onError: (error: unknown) => void,
): Promise<Writer> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await removeOld(dir, nowMs() - maxAgeDays * dayMs);
  const [{ default: pino }, { default: openStream }] = await Promise.all([
    import('pino'),
    import('pino-roll'),
  ]);
  const stream = await openStream({
    file: join(dir, 'jarvis'),
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    size: '10m',
    limit: { count: maxAgeDays - 1, removeOtherLogFiles: true },
    mode: 0o600,
  });
  stream.on('error', onError);
  const levels = { level: (label: string) => ({ level: label }) };
  const logger = pino({ level, base: null, timestamp: false, formatters: levels }, stream);
  return {
    logger,
    close: () =>
      new Promise<void>(resolve => {
        stream.once('close', () => resolve());
        stream.once('error', () => resolve());
        stream.end();
      }),
  };
}

/** Rotation counts files of days on which the program ran; this looks at their age. */
async function removeOld(dir: string, beforeMs: number): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!/^jarvis\..*\.log$/.test(name)) continue;
    const path = join(dir, name);
    if ((await stat(path)).mtimeMs < beforeMs) await rm(path, { force: true });
  }
}
