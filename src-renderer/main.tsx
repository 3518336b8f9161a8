/** Starts the window: the wire, the store, the views. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { v7 as newId } from 'uuid';
import { connect } from '../src-preload/connect.ts';
import { browserSurroundings } from './browser.ts';
import { connectVoice } from './connect-voice.ts';
import { hostLines } from './host-lines.ts';
import { createWindowStore } from './store/window-store.ts';
import { App } from './views/app.tsx';
import { TalkProvider } from './views/dock/talk.ts';
import { WindowProvider } from './views/window-context.tsx';

const around = browserSurroundings();
const currentLanguage = () => window.store.getState().language;
const lines = hostLines(currentLanguage);
const clientId = newId();
const client = connect(lines.openWire, { clientId, language: currentLanguage });
const window = createWindowStore(client, around);

const soundWire = await lines.openSound(clientId, newId());
const talk = connectVoice({ client, soundWire, newId }, window);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
// What a part broke with is told by its name where it is caught; React would write the whole message into the console.
const onCaughtError = (): void => undefined;
createRoot(root, { onCaughtError }).render(
  <StrictMode>
    <WindowProvider value={window}>
      <TalkProvider value={talk}>
        <App />
      </TalkProvider>
    </WindowProvider>
  </StrictMode>,
);
void window.actions.start();
