/** Timers that count down, reminders with their time, and what rings; new ones are added here too. */

import type { Timer } from '../../store/contract-types.ts';
import { snoozeMs } from '../../store/now-actions.ts';
import { clockTime, countdown, fullTime, shortTime } from '../format.ts';
import { IconButton } from '../icon-button.tsx';
import { Icon } from '../icons.tsx';
import { Shortened } from '../shortened.tsx';
import { useNow } from '../use-now.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { AddTimer } from './add-timer.tsx';

const refreshMs = 250;
const moreMs = 60_000;

export function Timers() {
  const t = useWords();
  const timers = useWindow(state => state.organizer.timers);
  const sorted = timers
    .filter(one => one.dismissedAtMs === undefined)
    .sort(
      (a, b) => Number(b.rangAtMs !== undefined) - Number(a.rangAtMs !== undefined) || a.dueAtMs - b.dueAtMs,
    );
  return (
    <section aria-labelledby="now-timers">
      <h2 id="now-timers">{t('now.timers')}</h2>
      {sorted.length === 0 ? <p className="faint">{t('now.noTimers')}</p> : <TimerList timers={sorted} />}
      <AddTimer />
    </section>
  );
}

/** Its clock runs only while there is something to count. */
function TimerList({ timers }: { timers: readonly Timer[] }) {
  const now = useNow(refreshMs);
  return (
    <Shortened things={timers} className="now-list">
      {timer => <TimerRow key={timer.id} timer={timer} nowMs={now} />}
    </Shortened>
  );
}

function TimerRow({ timer, nowMs }: { timer: Timer; nowMs: number }) {
  const t = useWords();
  const language = useLanguage();
  const { cancelTimer, dismissTimer, extendTimer } = useActions();
  const { id, kind, dueAtMs } = timer;
  const label = timer.label || t(kind === 'timer' ? 'timerDefault' : 'reminderDefault');
  const rings = timer.rangAtMs !== undefined;
  const left = dueAtMs - nowMs;
  return (
    <li data-testid="timer" data-rings={rings} className="now-timer">
      <Icon name={rings ? 'bell' : 'clock'} />
      <span className="grow" dir="auto">
        {label}
      </span>
      {rings ? (
        <span className="now-rings">{t('now.rings')}</span>
      ) : (
        <time
          className={kind === 'timer' ? 'now-count' : 'mono'}
          dateTime={new Date(dueAtMs).toISOString()}
          title={fullTime(dueAtMs, language)}
        >
          {kind === 'timer' ? countdown(left) : whenText(dueAtMs, nowMs, language)}
        </time>
      )}
      {rings ? (
        <>
          <button type="button" className="button" onClick={() => void extendTimer(id, snoozeMs)}>
            {t('now.snooze', { count: snoozeMs / 60_000 })}
          </button>
          <button type="button" className="button" onClick={() => void dismissTimer(id)}>
            {t('dismiss')}
          </button>
        </>
      ) : (
        <>
          <button
            type="button"
            className="button"
            aria-label={t('now.extendOf', { label })}
            onClick={() => void extendTimer(id, moreMs)}
          >
            {t('now.extend')}
          </button>
          <IconButton icon="bin" label={t('cancelTimer', { label })} onClick={() => void cancelTimer(id)} />
        </>
      )}
    </li>
  );
}

/** The time, and the day where it is another one. */
function whenText(atMs: number, nowMs: number, language: 'fr' | 'en'): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  const day = shortTime(atMs, nowMs, language);
  const time = clockTime(atMs, language);
  return isToday ? time : `${day} ${time}`;
}
