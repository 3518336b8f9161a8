/** The head of a day's page: which day, what it was about, and the way to the days beside it. */
import { IconButton } from '../icon-button.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { longDay } from './memory-dates.ts';

export function DayHead({ date }: { date: string }) {
  const t = useWords();
  const language = useLanguage();
  const { filterMemories } = useActions();
  const days = useWindow(state => state.memory.explorer.days?.days);
  const summary = useWindow(state => state.memory.explorer.pages.summary);
  const before = days?.findLast(day => day.date < date)?.date;
  const after = days?.find(day => day.date > date)?.date;
  const go = (to: string | undefined) => () => {
    if (to !== undefined) void filterMemories({ date: to });
  };
  return (
    <section className="memory-section" aria-label={longDay(date, language)} data-testid="day-page">
      <header>
        <h2 className="memory-day">{longDay(date, language)}</h2>
        <IconButton
          icon="left"
          label={t('memoryRoom.dayBefore')}
          disabled={before === undefined}
          onClick={go(before)}
        />
        <IconButton
          icon="right"
          label={t('memoryRoom.dayAfter')}
          disabled={after === undefined}
          onClick={go(after)}
        />
        <button type="button" className="button" onClick={() => void filterMemories(undefined)}>
          {t('memoryRoom.allDays')}
        </button>
      </header>
      {summary !== undefined && (
        <p className="plain memory-summary" dir="auto">
          {summary.text}
        </p>
      )}
    </section>
  );
}
