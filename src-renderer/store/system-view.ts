/** What the window knows of the program itself; each part is absent until it was asked for. */
import type { ErrorReport, History, Ledger, LogLine, SystemParts, UpdateStatus } from './contract-types.ts';

export type HistorySpan = History['span'];
export type LogLevel = LogLine['level'];

export interface LogQuestion {
  readonly text: string;
  readonly level: LogLevel;
}

export interface LogView {
  readonly question: LogQuestion;
  readonly state: 'searching' | 'done';
  /** Newest first. */
  readonly lines: readonly LogLine[];
  /** From where earlier lines can be asked for. */
  readonly next?: string;
}

export interface SystemView {
  readonly parts?: SystemParts;
  readonly history?: History;
  readonly ledger?: { readonly days: number; readonly sums: Ledger };
  readonly logs?: LogView;
  readonly updates?: UpdateStatus;
  /** What is being mended now. */
  readonly mending?: string;
  /** Why the last question or order could not be done. */
  readonly error?: ErrorReport;
}

export const emptySystemView: SystemView = {};
