/** Code line by line, so that while it grows only its last lines are drawn again. */
import { Fragment, memo } from 'react';
import { withShown } from './hidden-characters.tsx';
import type { Line } from './highlight/tokens.ts';
import type { ReadCode } from './highlight/use-tokens.ts';

/** Beyond it, one text is lighter than as many lines. */
const mostLines = 2000;

const plain = (text: string): Line => [{ kind: 'plain', text }];

/** Pieces of a line, and lines of a text, only come at the end. */
const keyed = <T,>(all: readonly T[]) =>
  all.map((one, at) => ({ one, key: `${at}`, isLast: at === all.length - 1 }));

const isSame = (a: Line, b: Line): boolean =>
  a === b ||
  (a.length === b.length && a.every(({ kind, text }, at) => kind === b[at]?.kind && text === b[at]?.text));

const CodeLine = memo(
  ({ line, isLast }: { line: Line; isLast: boolean }) => (
    <>
      {keyed(line).map(({ one: { kind, text }, key }) =>
        kind === 'plain' ? (
          <Fragment key={key}>{withShown(text, 'code')}</Fragment>
        ) : (
          <span key={key} className={`code-${kind}`}>
            {withShown(text, 'code')}
          </span>
        ),
      )}
      {!isLast && '\n'}
    </>
  ),
  (a, b) => a.isLast === b.isLast && isSame(a.line, b.line),
);

export function CodeLines({ text, read }: { text: string; read: ReadCode | undefined }) {
  const written = text.split('\n');
  if (written.length > mostLines) return withShown(text, 'code');
  const known = read?.text.split('\n') ?? [];
  const lines = written.map((line, at) => (known[at] === line ? read?.lines[at] : undefined) ?? plain(line));
  return keyed(lines).map(({ one, key, isLast }) => <CodeLine key={key} line={one} isLast={isLast} />);
}
