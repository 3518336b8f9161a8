/** The quick window: a page of its own, so that it carries only what it shows. */
import { openPage } from './open-page.tsx';
import { QuickWindow } from './views/quick/quick-window.tsx';

await openPage(<QuickWindow />, { isQuick: true });
