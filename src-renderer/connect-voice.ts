/** Ties the voice to the store: what is said goes to the open conversation, what it does is shown. */
import type { Client } from '../src-preload/connect.ts';
import { reportOf } from './store/error-report.ts';
import type { WindowStore } from './store/window-store.ts';
import type { Talk } from './views/dock/talk.ts';
import { createWindowVoice } from './voice/window-voice.ts';
import type { DrawnAnswer } from './voice/word-mark.ts';

export interface VoiceConnection {
  readonly client: Client;
  /** Where the microphone's frames go: an address, or a port of the host. */
  readonly soundWire: string | MessagePort;
  readonly newId: () => string;
}

export function connectVoice(
  { client, soundWire, newId }: VoiceConnection,
  { store, actions }: WindowStore,
): Talk {
  const onError = (error: unknown): void =>
    actions.toast({ kind: 'error', error: reportOf(error, store.getState().language) });
  const voice = createWindowVoice({
    client,
    soundWire,
    newId,
    conversationId: () => store.getState().open.id,
    preferences: () => store.getState().preferences.voice,
    canListen: () => store.getState().ready && store.getState().speech.canListen,
    answerOf: turnId => drawnAnswer(store.getState().open.messages.values(), turnId),
    show: actions.setVoice,
    remark: remark => actions.toast({ kind: 'voice', remark }),
    onError,
  });
  const hush = (): void => {
    voice.hush();
    // The window is silent already; this only spares the core the rest of the work.
    client.call('voice.hush', {}).catch(onError);
  };
  client.on('turn.ended', ({ message }) => {
    if (message.status !== 'complete' && store.getState().voice.speaking) hush();
  });
  store.subscribe((now, before) => {
    const isSame =
      now.preferences === before.preferences &&
      now.open.id === before.open.id &&
      now.speech === before.speech &&
      now.ready === before.ready;
    if (!isSame) voice.changed();
  });
  return { ...voice, hush };
}

/** The answer of a turn, if this conversation shows it. */
function drawnAnswer(
  messages: Iterable<{
    readonly id: string;
    readonly role: string;
    readonly turnId: string;
    readonly text: string;
  }>,
  turnId: string,
): DrawnAnswer | undefined {
  for (const { id, role, turnId: of, text } of messages) {
    if (of !== turnId || role !== 'assistant') continue;
    const element = document.querySelector(`[data-message="${CSS.escape(id)}"] .markdown`);
    return element === null ? undefined : { element, text };
  }
  return undefined;
}
