/** Writes ERRORS.md from the table of error codes: `node scripts/errors-document.ts`. */
import { writeFileSync } from 'node:fs';
import { errorCodes } from '../src-main/domain/error-codes.ts';

/** The whole of ERRORS.md. */
export function errorsDocument(): string {
  const rows = Object.entries(errorCodes)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, { message, hint, retryable }]) =>
      [
        `\`${code}\``,
        cell(message.en),
        cell(hint.en),
        cell(message.fr),
        cell(hint.fr),
        retryable ? 'yes' : 'no',
      ].join(' | '),
    );
  return [
    '# Error codes',
    '',
    'Every error of Jarvis has a stage (the part before the dot), a stable code, a sentence that says what was wrong and one that',
    'says what to do, in French and English. Words in braces are filled in. This page is written from',
    '`src-main/domain/error-codes/` by `node scripts/errors-document.ts`; a test fails when the two differ.',
    '',
    '| code | what was wrong | what to do | ce qui n’allait pas | que faire | trying again can help |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(row => `| ${row} |`),
    '',
  ].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

if (import.meta.main) writeFileSync(new URL('../ERRORS.md', import.meta.url), errorsDocument());
