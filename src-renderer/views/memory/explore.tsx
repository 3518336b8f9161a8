/** The middle of the memory: days, the graph, and what was found. */
import { useEffect, useRef } from 'react';
import type { Words } from '../../words.ts';
import { number } from '../format.ts';
import { useNarrow } from '../use-media.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { DayHead } from './day-head.tsx';
import { Days } from './days.tsx';
import { EmptyMemory } from './empty-memory.tsx';
import { subjectText } from './fact-text.ts';
import type { Found } from './found.ts';
import { Graph } from './graph.tsx';
import { MergeNames } from './merge-form.tsx';
import { Results } from './results.tsx';
import type { ResultKeys } from './use-result-keys.ts';

export function Explore({ keys }: { keys: ResultKeys }) {
  const scroller = useRef<HTMLDivElement>(null);
  const isNarrow = useNarrow();
  const isSearch = useWindow(state => state.memory.search.query.trim() !== '');
  const filter = useWindow(state => state.memory.explorer.filter);
  const isEmpty = useWindow(state => state.memory.explorer.overview?.memories === 0);
  // Another list begins at its top.
  useEffect(() => {
    if (scroller.current !== null && (isSearch || filter !== undefined)) scroller.current.scrollTop = 0;
  }, [isSearch, filter]);
  if (isEmpty && !isSearch) return <EmptyMemory />;
  const isPerson = filter !== undefined && 'person' in filter;
  const date = filter !== undefined && 'date' in filter && !isSearch ? filter.date : undefined;
  return (
    <div ref={scroller} className="memory-middle">
      {!isSearch && <Days />}
      {/* The list says the same in words where there is no room for the graph. */}
      {!isSearch && !isNarrow && (filter === undefined || isPerson) && <Graph />}
      {date !== undefined && <DayHead date={date} />}
      <section className="memory-section memory-results">
        <ListHead found={keys.found} />
        <Results keys={keys} scroller={scroller} />
      </section>
    </div>
  );
}

function ListHead({ found }: { found: Found }) {
  const t = useWords();
  const language = useLanguage();
  const { openExplorer, previewForget, searchMemory } = useActions();
  const query = useWindow(state => state.memory.search.query.trim());
  const filter = useWindow(state => state.memory.explorer.filter);
  const person = filter !== undefined && 'person' in filter && query === '' ? filter.person : undefined;
  const about = query === '' ? person : query;
  const again = (): void => (query === '' ? void openExplorer() : searchMemory(query));
  return (
    <>
      <header>
        <h2>{t('memoryRoom.results')}</h2>
        <p className="faint" aria-live="polite" data-testid="memory-state">
          {stateText(found, query !== '', t, number(found.total, language))}
        </p>
        {found.state === 'failed' && (
          <button type="button" className="button" onClick={again}>
            {t('retry')}
          </button>
        )}
        {about !== undefined && found.state === 'done' && (
          <button type="button" className="button" onClick={() => void previewForget(about)}>
            {t('memoryForgetAll', { words: subjectText(about, t) })}
          </button>
        )}
      </header>
      {person !== undefined && person !== 'user' && <MergeNames key={person} name={person} />}
    </>
  );
}

function stateText(found: Found, isSearch: boolean, t: Words, total: string): string {
  if (found.state === 'failed') return t('memorySearchFailed');
  if (found.state === 'loading' && found.memories.length === 0) return t('memoryLoading');
  if (found.memories.length === 0) return isSearch ? t('memorySearchNone') : t('memoryRoom.none');
  return isSearch
    ? t('memoryFound', { count: found.total })
    : t('memoryRoom.found', { count: found.total, number: total });
}
