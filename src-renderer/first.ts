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

// What is drawn is seen before the window takes the processor; a hidden page draws nothing to wait for.
if (drawFirstField() && !document.hidden) requestAnimationFrame(() => setTimeout(load));
else load();
