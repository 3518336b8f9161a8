/** Timers that count down and reminders with their time, each can be cancelled. */
import type { Timer } from '../../store/contract-types.ts';
import { countdown, shortTime } from '../format.ts';
import { IconButton } from '../icon-button.tsx';
import { useNow } from '../use-now.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

const refreshMs = 250;

export function Timers() {
  const t = useWords();
  const timers = useWindow(state => state.organizer.timers);
  const waiting = timers.filter(one => one.rangAtMs === undefined).sort((a, b) => a.dueAtMs - b.dueAtMs);
  if (waiting.length === 0) return null;
  const [counting, reminding] = [
    waiting.filter(one => one.kind === 'timer'),
    waiting.filter(one => one.kind === 'reminder'),
  ];
  return (
    <>
      {counting.length > 0 && <TimerSection title={t('timers')} timers={counting} />}
      {reminding.length > 0 && <TimerSection title={t('reminders')} timers={reminding} />}
    </>
  );
}

function TimerSection({ title, timers }: { title: string; timers: readonly Timer[] }) {
  const now = useNow(refreshMs);
  return (
    <section>
      <h3>{title}</h3>
      <ul className="kept">
        {timers.map(timer => (
          <TimerRow key={timer.id} timer={timer} nowMs={now} />
        ))}
      </ul>
    </section>
  );
}

function TimerRow({ timer, nowMs }: { timer: Timer; nowMs: number }) {
  const t = useWords();
  const { cancelTimer } = useActions();
  const language = useLanguage();
  const label = timer.label || (timer.kind === 'timer' ? t('timerDefault') : t('reminderDefault'));
  const left = timer.dueAtMs - nowMs;
  return (
    <li data-testid="timer">
      <span className="grow">{label}</span>
      <time className="mono" dateTime={new Date(timer.dueAtMs).toISOString()}>
        {timer.kind === 'timer' ? countdown(left) : shortTime(timer.dueAtMs, nowMs, language)}
      </time>
      <IconButton icon="bin" label={t('cancelTimer', { label })} onClick={() => void cancelTimer(timer.id)} />
    </li>
  );
}
