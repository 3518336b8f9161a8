/** Starts the window: the wire, the store, the views. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { v7 as newId } from 'uuid';
import { connect } from '../src-preload/connect.ts';
import { openWebSocketWire } from '../src-preload/web-socket-wire.ts';
import { browserSurroundings } from './browser.ts';
import { connectVoice } from './connect-voice.ts';
import { createWindowStore } from './store/window-store.ts';
import { App } from './views/app.tsx';
import { TalkProvider } from './views/dock/talk.ts';
import { WindowProvider } from './views/window-context.tsx';

const wireAddress = new URL('/wire', location.href);
wireAddress.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const around = browserSurroundings();
const currentLanguage = () => window.store.getState().language;
/** Another run of Jarvis on the same port does not know this window's session. */
const isRefused = async (): Promise<boolean> => {
  const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  return answer?.status === 401;
};
const openWire = () =>
  openWebSocketWire(() => new WebSocket(wireAddress), { isRefused, language: currentLanguage });
const clientId = newId();
const client = connect(openWire, { clientId, language: currentLanguage });
const window = createWindowStore(client, around);

const soundAddress = new URL('/sound', wireAddress);
soundAddress.search = new URLSearchParams({ client: clientId, line: newId() }).toString();
const talk = connectVoice({ client, soundWire: soundAddress.href, newId }, window);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <WindowProvider value={window}>
      <TalkProvider value={talk}>
        <App />
      </TalkProvider>
    </WindowProvider>
  </StrictMode>,
);
void window.actions.start();
