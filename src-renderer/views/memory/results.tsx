/** The list of what was found, one line each; only those near what is seen are drawn, and the arrows walk through all. */
import { type RefObject, useEffect, useRef } from 'react';
import { number, shortTime } from '../format.ts';
import { useNarrow } from '../use-media.ts';
import { useNow } from '../use-now.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { emphasised, type FoundMemory, howText, isOverIn } from './found.ts';
import { useScoreText } from './score-parts.tsx';
import type { ResultKeys } from './use-result-keys.ts';
import { useRows } from './use-rows.ts';

/** As `memory.css` draws them. */
const rowHeights = { wide: 36, narrow: 60 } as const;
/** The next page is asked for this many rows before its place is seen. */
const ahead = 60;

interface Props {
  readonly keys: ResultKeys;
  readonly scroller: RefObject<HTMLElement | null>;
}

export function Results({ keys, scroller }: Props) {
  const t = useWords();
  const language = useLanguage();
  const { moreMemories } = useActions();
  const { found, active } = keys;
  const list = useRef<HTMLDivElement>(null);
  const nowMs = useNow(60_000);
  const height = useNarrow() ? rowHeights.narrow : rowHeights.wide;
  const { from, to } = useRows(scroller, list, { count: found.memories.length, height });
  useEffect(() => {
    if (found.hasMore && to + ahead > found.memories.length) void moreMemories();
  }, [found.hasMore, found.memories.length, to, moreMemories]);
  useEffect(() => {
    const [outer, inner] = [scroller.current, list.current];
    if (active < 0 || outer === null || inner === null) return;
    const top = inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + active * height;
    if (top < 0) outer.scrollTop += top;
    else if (top + height > outer.clientHeight) outer.scrollTop += top + height - outer.clientHeight;
  }, [active, height, scroller]);
  if (found.memories.length === 0) return null;
  return (
    <div
      ref={list}
      className="memory-rows"
      role="listbox"
      tabIndex={0}
      id={keys.listId}
      aria-label={t('memoryRoom.results')}
      aria-activedescendant={active >= 0 ? keys.optionId(active) : undefined}
      style={{ height: found.memories.length * height }}
      onKeyDown={keys.onKeyDown}
      onClick={({ target, currentTarget }) => {
        currentTarget.focus();
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
        if (row !== null) keys.open(Number(row.dataset.place));
      }}
      data-testid="memory-hits"
      data-total={number(found.total, language)}
    >
      {found.memories.slice(from, to).map((memory, at) => (
        <Row
          key={memory.id}
          memory={memory}
          nowMs={nowMs}
          place={from + at}
          height={height}
          keys={keys}
          isActive={from + at === active}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly nowMs: number;
  readonly memory: FoundMemory;
  readonly place: number;
  readonly height: number;
  readonly keys: ResultKeys;
  readonly isActive: boolean;
}

function Row({ memory, nowMs, place, height, keys, isActive }: RowProps) {
  const t = useWords();
  const language = useLanguage();
  const scoreText = useScoreText();
  const query = useWindow(state => state.memory.search.query);
  const isShown = useWindow(state => state.memory.why?.id === memory.id);
  const { text, atMs } = memory;
  return (
    <div
      id={keys.optionId(place)}
      role="option"
      tabIndex={-1}
      aria-selected={isShown}
      aria-setsize={keys.found.hasMore ? keys.found.total : keys.found.memories.length}
      aria-posinset={place + 1}
      className="memory-row"
      style={{ top: place * height }}
      data-active={isActive}
      data-over={isOverIn(memory)}
      data-testid="memory"
      data-place={place}
    >
      <span className="memory-row-text" dir="auto">
        <Emphasised text={text} query={query} />
        {isOverIn(memory) && <span className="faint"> · {t('memoryOver')}</span>}
      </span>
      <span className="memory-row-how">{howText(memory, t)}</span>
      <time dateTime={new Date(atMs).toISOString()}>{shortTime(atMs, nowMs, language)}</time>
      <span className="mono memory-row-score">{'score' in memory ? scoreText(memory.score) : ''}</span>
    </div>
  );
}

/** The words that were looked for stand out. */
function Emphasised({ text, query }: { text: string; query: string }) {
  return emphasised(text, query).map(({ at, part, isFound }) =>
    isFound ? <strong key={at}>{part}</strong> : <span key={at}>{part}</span>,
  );
}
