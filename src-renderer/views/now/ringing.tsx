/** Timers and reminders whose time has come: a banner, and a soft sound until it is put away. */

import { useEffect } from 'react';
import { isQuietAt } from '../../../src-main/domain/quiet-hours.ts';
import { snoozeMs } from '../../store/now-actions.ts';
import { Icon } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { startChime } from './chime.ts';

export function Ringing() {
  const t = useWords();
  const { dismissTimer, extendTimer } = useActions();
  const timers = useWindow(state => state.organizer.timers);
  const ringing = timers.filter(one => one.rangAtMs !== undefined && one.dismissedAtMs === undefined);
  const quietHours = useWindow(state => state.preferences.desktop.quietHours);
  const zone = useWindow(state => state.preferences.zone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  // Who sets a timer wants to hear it, whatever the hour; a reminder can wait until they look.
  const heard = ringing.filter(
    one => one.kind === 'timer' || !isQuietAt(quietHours, one.rangAtMs ?? one.dueAtMs, zone),
  );
  const ids = heard.map(one => one.id).join(' ');
  useEffect(() => (ids === '' ? undefined : startChime()), [ids]);
  return (
    <div role="alert">
      {ringing.map(timer => {
        const label = timer.label || (timer.kind === 'timer' ? t('timerDefault') : t('reminderDefault'));
        return (
          <div key={timer.id} className="banner ringing" data-testid="ringing">
            <Icon name="bell" />
            <span className="grow">{t('ringing', { label })}</span>
            <button type="button" className="button" onClick={() => void extendTimer(timer.id, snoozeMs)}>
              {t('now.snooze', { count: snoozeMs / 60_000 })}
            </button>
            <button type="button" className="button" onClick={() => void dismissTimer(timer.id)}>
              {t('dismiss')}
            </button>
          </div>
        );
      })}
    </div>
  );
}
