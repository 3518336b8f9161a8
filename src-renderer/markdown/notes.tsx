/** Footnotes: a number in the text, the notes in the end, and the way between them both ways. */
import { createContext, type ReactNode, useContext, useId, useMemo } from 'react';
import { useWords } from '../views/window-context.tsx';
import type { Note } from './definitions.ts';

interface Notes {
  readonly numberOf: (label: string) => number;
  readonly idOf: (number: number) => string;
}

const NotesContext = createContext<Notes>({ numberOf: () => 0, idOf: () => '' });

export function NotesOf({ notes, children }: { notes: readonly Note[]; children: ReactNode }) {
  const message = useId();
  const labels = notes.map(({ label }) => label).join('\n');
  const value = useMemo(() => {
    const all = labels.split('\n');
    return {
      numberOf: (label: string) => all.indexOf(label) + 1,
      idOf: (number: number) => `${message}-${number}`,
    };
  }, [labels, message]);
  return <NotesContext value={value}>{children}</NotesContext>;
}

const goTo = (id: string): void => {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'nearest' });
  element?.focus({ preventScroll: true });
};

export function NoteMark({ label }: { label: string }) {
  const t = useWords();
  const { numberOf, idOf } = useContext(NotesContext);
  const number = numberOf(label);
  const id = idOf(number);
  return (
    <sup>
      <button
        type="button"
        id={`${id}-from`}
        className="note-mark"
        aria-label={t('markdown.note', { number })}
        onClick={() => goTo(id)}
      >
        {number}
      </button>
    </sup>
  );
}

export function NoteList({ notes, draw }: { notes: readonly Note[]; draw: (text: string) => ReactNode }) {
  const t = useWords();
  const { numberOf, idOf } = useContext(NotesContext);
  if (notes.length === 0) return null;
  return (
    <ol className="notes" aria-label={t('markdown.notes')}>
      {notes.map(({ label, text }) => {
        const id = idOf(numberOf(label));
        return (
          <li key={label} id={id} tabIndex={-1}>
            {draw(text)}
            <button
              type="button"
              className="note-mark"
              aria-label={t('markdown.noteBack', { number: numberOf(label) })}
              onClick={() => goTo(`${id}-from`)}
            >
              ↑
            </button>
          </li>
        );
      })}
    </ol>
  );
}
