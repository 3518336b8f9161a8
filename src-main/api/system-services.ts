/** What the handlers need to tell of the program itself. */

import type { Mend } from '../domain/health.ts';
import type { History, Span } from '../domain/history.ts';
import type { LogLevel, LogPage } from '../domain/log-line.ts';
import type { LedgerRow } from '../domain/outbound.ts';
import type { SystemParts } from '../domain/system-parts.ts';

export interface LogQuestion {
  readonly text?: string;
  readonly level?: LogLevel;
  readonly part?: string;
  readonly before?: string;
  readonly limit: number;
}

export interface SystemServices {
  parts(): Promise<SystemParts>;
  history(span: Span): Promise<History>;
  /** Newest first, what is not on disk yet included. */
  transfers(sinceMs: number): Promise<readonly LedgerRow[]>;
  searchLogs(question: LogQuestion): Promise<LogPage>;
  mend(mend: Mend): Promise<void>;
}
