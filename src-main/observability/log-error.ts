/** An error for the log: kind, code and where it arose, without its message, which may hold a user's words. */
import { JarvisError } from '../domain/errors.ts';

export interface LoggedError {
  readonly name: string;
  readonly code?: string;
  /** `function file.ts:line:column`, nearest first; folders are left out, they may name the user. */
  readonly frames?: readonly string[];
  readonly cause?: LoggedError;
}

const maxCauses = 4;
const maxFrames = 12;
const errorName = /^(?:[A-Z][A-Za-z]{0,40})?(?:Error|Exception)$/;
const frame =
  /^ {4}at (?:async )?(?:(?:new )?([\w.$<>#]{1,80})(?: \[as [\w.$]{1,40}\])? \()?(?:file:\/\/)?[^()\n]*?([\w.-]{1,60}\.[cm]?[jt]sx?:\d+:\d+)\)?$/;

/** `isCode` tells which codes may be written. */
export function describeError(error: unknown, isCode: (code: string) => boolean, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: `thrown ${error === null ? 'null' : typeof error}` };
  const code = error instanceof JarvisError || 'code' in error ? error.code : undefined;
  const frames = framesOf(error);
  return {
    name: errorName.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && isCode(code) && { code }),
    ...(frames.length > 0 && { frames }),
    ...(error.cause !== undefined &&
      depth < maxCauses && { cause: describeError(error.cause, isCode, depth + 1) }),
  };
}

/** Read from the end of the stack upwards: a message that imitates frames stands above the first real one. */
function framesOf(error: Error): string[] {
  const lines = stackBelowMessage(error).split('\n');
  const found: string[] = [];
  for (const line of lines.toReversed()) {
    const match = frame.exec(line);
    if (match) found.unshift(`${match[1] ?? 'anonymous'} ${match[2]}`);
    else if (!line.startsWith('    at ')) break;
  }
  return found.slice(0, maxFrames);
}

/** Empty when the message was changed since: the stack then still holds the first one, and its end cannot be told. */
function stackBelowMessage({ stack = '', message }: Error): string {
  if (message === '') return /^[^\n]*: /.test(stack) ? '' : stack;
  const start = stack.indexOf(message);
  return start < 0 ? '' : stack.slice(start + message.length);
}
