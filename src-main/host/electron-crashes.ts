/** The graphics process belongs to Chromium, which starts it again by itself: the person is told once, no more. */
import { app } from 'electron';
import type { Concern } from './shell/shell-parts.ts';

export const watchGraphics: Concern = ({ log, pages }) => {
  let isTold = false;
  const gone = (_event: Electron.Event, { type, reason }: Electron.Details): void => {
    if (type !== 'GPU' || reason === 'clean-exit') return;
    log.write('warn', 'graphics.crashed', { reason });
    if (!isTold) pages.tell('main', { kind: 'notice', what: 'graphics-crashed' });
    isTold = true;
  };
  app.on('child-process-gone', gone);
  return () => app.off('child-process-gone', gone);
};
