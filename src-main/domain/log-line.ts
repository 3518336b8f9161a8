/** One line of the log as a person reads it. */

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LogLine {
  /** Where it stands: the file and the byte at which it begins. */
  readonly id: string;
  readonly atMs: number;
  readonly level: LogLevel;
  readonly event: string;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  /** Kind, code and places of an error, as text. */
  readonly error?: string;
}

export interface LogPage {
  /** Newest first. */
  readonly lines: readonly LogLine[];
  /** From where to go on; absent at the log's beginning. */
  readonly next?: string;
}
