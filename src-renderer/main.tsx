/** The main window. */
import { openPage } from './open-page.tsx';
import { App } from './views/app.tsx';

await openPage(<App />, { isQuick: false });
