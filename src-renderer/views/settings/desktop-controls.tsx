/** What the desktop program alone can do: start with the computer, and be quiet at some hours. */
import type { QuietHours } from '../../../src-main/domain/quiet-hours.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { useSetting } from './plain-control.tsx';
import { rowLabels } from './setting-row.tsx';

export function StartAtLoginControl() {
  const t = useWords();
  const { startAtLogin } = useActions();
  const isOn = useWindow(state => state.shell?.startsAtLogin === true);
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={event => void startAtLogin(event.target.checked)}
        {...rowLabels('startAtLogin', t)}
      />
      <span>{t(isOn ? 'setting.yes' : 'setting.no')}</span>
    </label>
  );
}

/** Through the night, until the person says otherwise. */
const usual: QuietHours = { from: '22:00', to: '07:00' };

export function QuietHoursControl() {
  const t = useWords();
  const { changeSetting } = useActions();
  const hours = useSetting('quietHours') as QuietHours | undefined;
  const change = (wanted: QuietHours | undefined): void => void changeSetting('quietHours', wanted);
  return (
    <>
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={hours !== undefined}
          checked={hours !== undefined}
          onChange={event => change(event.target.checked ? usual : undefined)}
          {...rowLabels('quietHours', t)}
        />
        <span>{t(hours === undefined ? 'setting.no' : 'setting.yes')}</span>
      </label>
      {hours !== undefined && (
        <div className="quiet-times">
          <Time name="from" hours={hours} onChange={change} />
          <Time name="to" hours={hours} onChange={change} />
        </div>
      )}
    </>
  );
}

interface TimeProps {
  readonly name: keyof QuietHours;
  readonly hours: QuietHours;
  readonly onChange: (hours: QuietHours) => void;
}

function Time({ name, hours, onChange }: TimeProps) {
  const t = useWords();
  return (
    <label>
      <span>{t(name === 'from' ? 'setting.quietFrom' : 'setting.quietTo')}</span>
      <input
        className="input"
        type="time"
        value={hours[name]}
        // An emptied field is half of an answer.
        onChange={({ target }) => target.value !== '' && onChange({ ...hours, [name]: target.value })}
        data-testid={`quiet-${name}`}
      />
    </label>
  );
}
