/** Starts a window: the wire, the store, the voice, and the view that is given. */
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { v7 as newId } from 'uuid';
import { connect } from '../src-preload/connect.ts';
import { browserSurroundings } from './browser.ts';
import { connectVoice } from './connect-voice.ts';
import { hostLines } from './host-lines.ts';
import { createWindowStore } from './store/window-store.ts';
import { TalkProvider } from './views/dock/talk.ts';
import { WindowProvider } from './views/window-context.tsx';
import { quickCaptureId } from './voice/quick-capture.ts';

/** `isQuick`: the small window over other programs, which begins with nothing and listens only when it is told to. */
export async function openPage(view: ReactNode, { isQuick }: { readonly isQuick: boolean }): Promise<void> {
  const around = browserSurroundings({ isQuick });
  const currentLanguage = () => window.store.getState().language;
  const lines = hostLines(currentLanguage);
  const clientId = newId();
  const client = connect(lines.openWire, { clientId, language: currentLanguage });
  const window = createWindowStore(client, around);

  const soundWire = await lines.openSound(clientId, newId());
  const captureId = isQuick ? () => quickCaptureId(newId()) : () => newId();
  const talk = connectVoice({ client, soundWire, newId: captureId, onlyByKey: isQuick }, window);

  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  // What a part broke with is told by its name where it is caught; React would write the whole message into the console.
  const onCaughtError = (): void => undefined;
  createRoot(root, { onCaughtError }).render(
    <StrictMode>
      <WindowProvider value={window}>
        <TalkProvider value={talk}>{view}</TalkProvider>
      </WindowProvider>
    </StrictMode>,
  );
  await window.actions.start();
  await window.actions.arriveInShell();
}
