/** Ties the voice to the store: what is said goes to the open conversation, what it does is shown. */
import type { Client } from '../src-preload/connect.ts';
import { decodeSoundFrame } from '../src-preload/sound-frames.ts';
import { reportOf } from './store/error-report.ts';
import type { WindowStore } from './store/window-store.ts';
import type { Talk } from './views/composer/talk.ts';
import { MicrophoneError } from './voice/microphone.ts';
import { createWindowVoice } from './voice/window-voice.ts';

export function connectVoice(client: Client, { store, actions }: WindowStore, newId: () => string): Talk {
  const setSpeaking = (speaking: boolean): void => {
    if (store.getState().voice.speaking !== speaking) actions.setVoice({ speaking });
  };
  const voice = createWindowVoice({
    client,
    newId,
    conversationId: () => store.getState().open.id,
    onState: state => actions.setVoice({ state }),
    onError(error) {
      if (error instanceof MicrophoneError) actions.toast({ kind: 'microphone', fault: error.fault });
      else actions.toast({ kind: 'error', error: reportOf(error, store.getState().language) });
    },
    onHeard: () => setSpeaking(false),
  });
  const hush = (): void => {
    voice.hush();
    setSpeaking(false);
    // The window is silent already; this only spares the core the rest of the work.
    client.call('voice.hush', {}).catch((error: unknown) => {
      actions.toast({ kind: 'error', error: reportOf(error, store.getState().language) });
    });
  };
  // Only the window that spoke gets the sound, and it sounds on after the core has sent the last of it.
  client.onFrame(bytes => {
    const frame = decodeSoundFrame(bytes);
    if (frame?.kind === 'spoken' && frame.sequence === 0 && frame.samples.length > 0) setSpeaking(true);
  });
  client.on('turn.ended', ({ message }) => {
    if (message.status !== 'complete' && store.getState().voice.speaking) hush();
  });
  return {
    ...voice,
    press() {
      setSpeaking(false);
      voice.press();
    },
    hush,
  };
}
