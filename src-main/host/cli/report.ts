/** Tells an error in the terminal: one line for what was wrong, one for what to do. */
import { ClientError } from '../../../src-preload/connect.ts';
import { type ErrorReport, reportError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';

/** What the core reported, or any error of this side, in the language asked for. */
export const toReport = (error: unknown, language: Language): ErrorReport =>
  error instanceof ClientError ? error.report : reportError(error, language);

export const errorLines = ({ code, message, hint }: ErrorReport): string => `${code}: ${message}\n  ${hint}`;

/** 2 for bad usage, 1 for everything else. */
export const exitStatusOf = ({ code }: ErrorReport): number => (code === 'host.bad-option' ? 2 : 1);
