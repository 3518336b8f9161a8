/** Ties the voice to the store: what is said goes to the open conversation, what it does is shown. */
import type { Client } from '../src-preload/connect.ts';
import { followShell } from './follow-shell.ts';
import type { Message } from './store/contract-types.ts';
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
  /** This window only listens when it is told to. */
  readonly onlyByKey?: boolean;
}

export function connectVoice(
  { client, soundWire, newId, onlyByKey = false }: VoiceConnection,
  { store, actions }: WindowStore,
): Talk {
  const onError = (error: unknown): void =>
    actions.toast({ kind: 'error', error: reportOf(error, store.getState().language) });
  const voice = createWindowVoice({
    client,
    soundWire,
    newId,
    onlyByKey,
    conversationId: () => store.getState().open.id,
    preferences: () => store.getState().preferences.voice,
    canListen: () => store.getState().ready && store.getState().speech.canListen,
    answerOf: turnId => {
      const { open, reading } = store.getState();
      const isSaid = (message: Drawable): boolean =>
        reading?.id === turnId ? message.id === reading.messageId : message.turnId === turnId;
      return drawnAnswer(open.messages.values(), isSaid);
    },
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
    if (before.ready && now.memory.isPrivate && !before.memory.isPrivate) voice.cue('private');
  });
  const talk = { ...voice, hush };
  followShell(store, talk, () => actions.toast({ kind: 'cannot-listen' }));
  return talk;
}

type Drawable = Pick<Message, 'id' | 'role' | 'turnId' | 'text'>;

/** The answer that is being said, if this conversation shows it. */
function drawnAnswer(
  messages: Iterable<Drawable>,
  isSaid: (message: Drawable) => boolean,
): DrawnAnswer | undefined {
  for (const message of messages) {
    const { id, role, text } = message;
    if (role !== 'assistant' || !isSaid(message)) continue;
    const element = document.querySelector(`[data-message="${CSS.escape(id)}"] .markdown`);
    return element === null ? undefined : { element, text };
  }
  return undefined;
}
