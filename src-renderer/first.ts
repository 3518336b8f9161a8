/** What the page runs before all else: a field to write in, in the looks of the last time; the window follows. */
import { drawFirstField, removeFirstField } from './first-field.ts';

/** Its view is another one from the first frame on. */
const isQuick = location.hash === '#/quick';

const load = (): void => {
  (isQuick ? import('./quick.tsx') : import('./main.tsx')).catch((error: unknown) => {
    // A field that leads nowhere would be a lie.
    removeFirstField();
    throw error;
  });
};

/** The browser may have more to do than ever has an end. */
const mostWaitMs = 100;

// What is drawn is seen, and takes the first key, before the window takes the processor: asking for its two dozen parts
// alone takes longer than a frame. A hidden page draws nothing to wait for.
if (drawFirstField() && !document.hidden)
  requestAnimationFrame(() => requestIdleCallback(load, { timeout: mostWaitMs }));
else load();
