/** The one error of Jarvis: a stage, a stable code, and words for the user in their language. */
import { type ErrorCode, type ErrorStage, errorCodes } from './error-codes.ts';
import type { Bilingual, Language } from './language.ts';

/** An error as it is shown, sent and stored: texts already in the user's language. */
export interface ErrorReport {
  readonly stage: ErrorStage;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly retryable: boolean;
}

/** What is a sentence of its own comes in both languages. */
export type ErrorParams = Readonly<Record<string, string | number | Bilingual>>;

/**
 * Thrown by every part of Jarvis. `params` fill `{name}` places in the texts; they may be shown to the user
 * but never hold secrets. `cause` keeps the engine's own error for the log.
 */
export class JarvisError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, cause?: unknown) {
    super(
      `${code} ${fill(errorCodes[code].message, params, 'en')}`,
      cause === undefined ? undefined : { cause },
    );
    this.name = 'JarvisError';
    this.code = code;
    this.params = params;
  }

  get stage(): ErrorStage {
    return errorCodes[this.code].stage;
  }

  get retryable(): boolean {
    return errorCodes[this.code].retryable;
  }
}

/** Any thrown value as a report in `language`; what is not a JarvisError becomes `host.unexpected`. */
export function reportError(error: unknown, language: Language): ErrorReport {
  const known = asJarvisError(error);
  const text = errorCodes[known.code];
  return {
    stage: text.stage,
    code: known.code,
    message: fill(text.message, known.params, language),
    hint: fill(text.hint, known.params, language),
    retryable: text.retryable,
  };
}

export function asJarvisError(error: unknown): JarvisError {
  return error instanceof JarvisError ? error : new JarvisError('host.unexpected', {}, error);
}

/** True for the error an aborted signal produces, whichever library threw it. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function fill(text: Bilingual, params: ErrorParams, language: Language): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name] ?? place;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
