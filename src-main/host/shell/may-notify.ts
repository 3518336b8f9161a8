/** Whether the desktop is to be told that a timer rings. */
import { isQuietAt, type QuietHours } from '../../domain/quiet-hours.ts';

export interface Moment {
  readonly nowMs: number;
  readonly zone: string;
  readonly quietHours?: QuietHours;
  /** The person is looking at a window of ours, which says it itself. */
  readonly isLookedAt: boolean;
}

/** In quiet hours it is shown in the window and in the tray alone. What the system itself keeps back, it keeps back. */
export const mayNotify = ({ nowMs, zone, quietHours, isLookedAt }: Moment): boolean =>
  !isLookedAt && !isQuietAt(quietHours, nowMs, zone);
