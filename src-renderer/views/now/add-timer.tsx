/** A timer by its minutes, or a reminder by its day and time. */
import { type SubmitEvent, useId, useState } from 'react';
import { useActions, useWords } from '../window-context.tsx';

type Kind = 'timer' | 'reminder';
const longestMinutes = 31 * 24 * 60;

export function AddTimer() {
  const t = useWords();
  const { addTimer, addReminder } = useActions();
  const [kind, setKind] = useState<Kind>('timer');
  const [label, setLabel] = useState('');
  const [minutes, setMinutes] = useState('5');
  const [when, setWhen] = useState(inAnHour);
  const ids = { kind: useId(), label: useId(), time: useId() };
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const words = label.trim();
    const done =
      kind === 'timer'
        ? await addTimer(words, Math.round(Number(minutes.replace(',', '.')) * 60_000))
        : await addReminder(words, new Date(when).getTime());
    if (done) setLabel('');
  };
  return (
    <form className="now-add" onSubmit={event => void onSubmit(event)} aria-label={t('now.addTimer')}>
      <label htmlFor={ids.kind}>{t('now.kind')}</label>
      <select
        id={ids.kind}
        className="input"
        value={kind}
        onChange={event => setKind(event.target.value as Kind)}
      >
        <option value="timer">{t('timerDefault')}</option>
        <option value="reminder">{t('reminderDefault')}</option>
      </select>
      <label htmlFor={ids.time}>{t(kind === 'timer' ? 'now.minutes' : 'now.when')}</label>
      {kind === 'timer' ? (
        <input
          id={ids.time}
          className="input mono"
          type="number"
          min={0.1}
          max={longestMinutes}
          step="any"
          required
          value={minutes}
          onChange={event => setMinutes(event.target.value)}
        />
      ) : (
        <input
          id={ids.time}
          className="input mono"
          type="datetime-local"
          min={inputTime(Date.now())}
          required
          value={when}
          onChange={event => setWhen(event.target.value)}
        />
      )}
      <label htmlFor={ids.label}>{t('now.label')}</label>
      <input
        id={ids.label}
        className="input grow"
        maxLength={200}
        required={kind === 'reminder'}
        autoComplete="off"
        value={label}
        onChange={event => setLabel(event.target.value)}
      />
      <button type="submit" className="button">
        {t('now.start')}
      </button>
    </form>
  );
}

const inAnHour = (): string => inputTime(Date.now() + 3_600_000);

/** As the field wants it: local, to the minute. */
function inputTime(ms: number): string {
  const offsetMs = new Date(ms).getTimezoneOffset() * 60_000;
  return new Date(ms - offsetMs).toISOString().slice(0, 16);
}
