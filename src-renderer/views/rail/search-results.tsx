/** What the search found, with the words marked; each leads to its message. */
import type { SearchHit } from '../../store/contract-types.ts';
import { shortTime } from '../format.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

interface Piece {
  readonly at: number;
  readonly text: string;
  readonly marked: boolean;
}

/** The snippet cut at its marks; marks out of order or range are left out. */
export function pieces(text: string, marks: SearchHit['marks']): readonly Piece[] {
  const result: Piece[] = [];
  let at = 0;
  const add = (end: number, marked: boolean): void => {
    if (end > at) result.push({ at, text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const [start, end] of marks) {
    if (start < at || end > text.length) continue;
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return result;
}

function Hit({ hit }: { hit: SearchHit }) {
  const t = useWords();
  const { jumpTo } = useActions();
  const language = useLanguage();
  return (
    <li>
      <button type="button" className="hit" onClick={() => void jumpTo(hit)} data-testid="search-hit">
        <span className="hit-head">
          <strong>{hit.conversationTitle || t('untitled')}</strong>
          <time>{shortTime(hit.createdAtMs, Date.now(), language)}</time>
        </span>
        <span className="hit-text">
          <span className="hit-role">{hit.role === 'user' ? t('you') : t('jarvis')} · </span>
          {pieces(hit.snippet, hit.marks).map(piece =>
            piece.marked ? (
              <mark key={piece.at}>{piece.text}</mark>
            ) : (
              <span key={piece.at}>{piece.text}</span>
            ),
          )}
        </span>
      </button>
    </li>
  );
}

export function SearchResults() {
  const t = useWords();
  const { state, hits } = useWindow(({ search }) => search);
  const summary = {
    idle: '',
    searching: t('searching'),
    failed: t('searchFailed'),
    done: hits.length === 0 ? t('noHits') : t('hits', { count: hits.length }),
  }[state];
  return (
    <>
      <p className="rail-note" role="status">
        {summary}
      </p>
      <ul className="hits">
        {hits.map(hit => (
          <Hit key={hit.messageId} hit={hit} />
        ))}
      </ul>
    </>
  );
}
