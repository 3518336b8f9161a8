/** The terminal as the commands see it: where words come in and go out, and whether a person watches. */
import type { Readable, Writable } from 'node:stream';

export interface CliTerminal {
  readonly stdin: Readable & { readonly isTTY?: boolean; readonly fd?: number };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  /** Writes text as it is, without the control characters that could steer a terminal. */
  write(text: string): void;
  line(text?: string): void;
  /** To standard error: progress and remarks, never the result. */
  remark(text: string): void;
  /** Replaces the last line of standard error where a person watches it; '' takes it away. */
  status(text: string): void;
  readonly styled: (style: Style, text: string) => string;
  /** Aborted when nobody reads the output any more. */
  readonly gone: AbortSignal;
}

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red';

const styles: Readonly<Record<Style, number>> = { bold: 1, dim: 2, green: 32, yellow: 33, red: 31 };

export function openTerminal(
  streams: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'> = process,
  env: NodeJS.ProcessEnv = process.env,
): CliTerminal {
  const { stdin, stdout, stderr } = streams;
  const isColoured = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const gone = new AbortController();
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') stderr.write(`${error.message}\n`);
    gone.abort(error);
  });
  // Nobody is left to tell when the remarks cannot be written either.
  stderr.on('error', () => gone.abort());
  const write = (text: string): void => {
    if (!gone.signal.aborted) stdout.write(stdout.isTTY ? withoutControls(text) : text);
  };
  return {
    stdin,
    stdout,
    write,
    line: (text = '') => {
      if (!gone.signal.aborted) stdout.write(`${text}\n`);
    },
    remark: text => {
      stderr.write(`${stderr.isTTY ? withoutControls(text) : text}\n`);
    },
    status: text => {
      // Back to the line's beginning, and clear it.
      if (stderr.isTTY) stderr.write(`\r\u001b[K${withoutControls(text)}`);
    },
    styled: (style, text) => (isColoured ? `\u001b[${styles[style]}m${text}\u001b[0m` : text),
    gone: gone.signal,
  };
}

/** A model's or another program's words must not move the cursor, change the title or fake a prompt. */
export const withoutControls = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
