/** Any failure of a command as the report that the window shows. */
import type { ErrorReport, Language } from './contract-types.ts';

const unexpected: Readonly<Record<Language, Pick<ErrorReport, 'message' | 'hint'>>> = {
  fr: {
    message: 'Une erreur imprévue s’est produite dans la fenêtre.',
    hint: 'Recommencez ; si cela dure, rechargez la fenêtre.',
  },
  en: {
    message: 'An unexpected error occurred in the window.',
    hint: 'Try again; if it lasts, reload the window.',
  },
};

const isReport = (value: unknown): value is ErrorReport =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  'message' in value &&
  'hint' in value &&
  'stage' in value &&
  'retryable' in value;

/** The report an error is or carries; otherwise one that says the fault is unexpected. */
export function reportOf(error: unknown, language: Language): ErrorReport {
  if (isReport(error)) return error;
  if (typeof error === 'object' && error !== null) {
    if ('report' in error && isReport(error.report)) return error.report;
    if ('error' in error && isReport(error.error)) return error.error;
  }
  return { stage: 'host', code: 'host.unexpected', retryable: true, ...unexpected[language] };
}
