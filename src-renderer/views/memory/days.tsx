/** The last year as a calendar of how much was said; one stop of the Tab key, walked with the arrows, and a day opens its page. */
import { type KeyboardEvent, memo, useDeferredValue, useId, useMemo, useState } from 'react';
import type { MemoryDays } from '../../store/contract-types.ts';
import { number } from '../format.ts';
import { useNarrow } from '../use-media.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { dayTowards, type HeatDay, heatCalendar } from './heat-days.ts';
import { longDay, shortMonth, weekdayLetter } from './memory-dates.ts';

const weeksOfYear = 53;
const weeksOfHalf = 22;
/** A Monday. */
const someMonday = '2024-01-01';
const mondayMs = Date.parse(someMonday);
const dayRows = [0, 1, 2, 3, 4, 5, 6];
const weekdays = [0, 2, 4, 6].map(row => ({
  row,
  date: new Date(mondayMs + row * 86_400_000).toISOString().slice(0, 10),
}));

export function Days() {
  const t = useWords();
  const language = useLanguage();
  // Hundreds of days are drawn once the list below stands.
  const days = useDeferredValue(
    useWindow(state => state.memory.explorer.days),
    undefined,
  );
  const centre = useWindow(state => state.memory.explorer.centre);
  const said = days?.days.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const titleId = useId();
  return (
    <section className="memory-section" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId} dir="auto">
          {centre === 'user' ? t('memoryRoom.days') : t('memoryRoom.daysOf', { name: centre })}
        </h2>
        <span className="faint">
          {days !== undefined && t('memoryRoom.said', { count: said, number: number(said, language) })}
        </span>
      </header>
      {days === undefined ? <HeatMapRoom /> : <HeatMap days={days} labelledBy={titleId} />}
    </section>
  );
}

/** One week, as high as the year that comes in its place: nothing moves when it does. */
function HeatMapRoom() {
  const isNarrow = useNarrow();
  return (
    <div className="heat-map" data-narrow={isNarrow} aria-hidden="true">
      <div className="heat-months" />
      <div className="heat-weekdays" />
      <div className="heat-days">
        {dayRows.map(row => (
          <span key={row} data-level={0} />
        ))}
      </div>
    </div>
  );
}

function HeatMap({ days: all, labelledBy }: { days: MemoryDays; labelledBy: string }) {
  const language = useLanguage();
  const { filterMemories } = useActions();
  const isNarrow = useNarrow();
  const shown = useWindow(({ memory: { explorer } }) =>
    explorer.filter !== undefined && 'date' in explorer.filter ? explorer.filter.date : undefined,
  );
  const { days, months } = useMemo(
    () => heatCalendar(all, isNarrow ? weeksOfHalf : weeksOfYear),
    [all, isNarrow],
  );
  const newest = Math.max(
    0,
    days.findLastIndex(({ count }) => count > 0),
  );
  const [walked, setWalked] = useState<string>();
  const found = days.findIndex(({ date }) => date === (walked ?? shown));
  const at = found < 0 ? newest : found;
  const id = useId();
  const open = (date: string): void => {
    setWalked(date);
    void filterMemories({ date });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = dayTowards(event.key, at, days.length);
    const here = days[at];
    if (next !== undefined) setWalked(days[next]?.date);
    else if ((event.key === 'Enter' || event.key === ' ') && here !== undefined) open(here.date);
    else return;
    event.preventDefault();
  };
  return (
    <div className="heat-map" data-narrow={isNarrow}>
      <div className="heat-months" aria-hidden="true">
        {months.map(({ column, date }) => (
          <span key={date} style={{ gridColumn: column + 1 }}>
            {shortMonth(date, language)}
          </span>
        ))}
      </div>
      <div className="heat-weekdays" aria-hidden="true">
        {weekdays.map(({ row, date }) => (
          <span key={row} style={{ gridRow: row + 1 }}>
            {weekdayLetter(date, language)}
          </span>
        ))}
      </div>
      <div
        className="heat-days"
        role="listbox"
        tabIndex={0}
        aria-labelledby={labelledBy}
        aria-activedescendant={`${id}-${at}`}
        onKeyDown={onKeyDown}
        onClick={({ target, currentTarget }) => {
          currentTarget.focus();
          const date = target instanceof HTMLElement ? target.dataset.date : undefined;
          if (date !== undefined) open(date);
        }}
        data-testid="heat-map"
      >
        {days.map((day, place) => (
          <Day
            key={day.date}
            day={day}
            id={`${id}-${place}`}
            isHere={place === at}
            isShown={day.date === shown}
          />
        ))}
      </div>
    </div>
  );
}

interface DayProps {
  readonly day: HeatDay;
  readonly id: string;
  readonly isHere: boolean;
  readonly isShown: boolean;
}

const Day = memo(function Day({ day: { date, count, level }, id, isHere, isShown }: DayProps) {
  const t = useWords();
  const language = useLanguage();
  const day = longDay(date, language);
  // Of an empty day only the one that is walked on is read out; there are hundreds.
  const text =
    count > 0 || isHere ? t('memoryRoom.dayCount', { day, count, number: number(count, language) }) : day;
  return (
    <span
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isShown}
      aria-label={text}
      title={text}
      data-level={level}
      data-here={isHere}
      data-date={date}
    />
  );
});
