/** Words not sent yet, one draft for each conversation, kept on this machine across reloads. */
import type { Context } from './context.ts';

const prefix = 'jarvis.draft.';
/** Longer drafts live in memory only: the browser's storage is small. */
const longestKept = 200_000;
/** Writing to the browser's storage at every key would be felt in a long draft. */
const keepAfterMs = 200;

export interface Drafts {
  recall(): void;
  set(conversationId: string, text: string): void;
}

export function createDrafts({ client, store, around }: Context): Drafts {
  const waiting = new Map<string, () => void>();

  function keepSoon(conversationId: string): void {
    waiting.get(conversationId)?.();
    // As it is while one writes: private mode may have ended by the time that it is kept.
    const isWrittenInPrivate = store.getState().memory.isPrivate;
    const cancel = around.after(keepAfterMs, () => {
      waiting.delete(conversationId);
      const { drafts, memory } = store.getState();
      // In private mode no word goes to the browser's storage.
      const isPrivate = isWrittenInPrivate || memory.isPrivate;
      const text = isPrivate ? undefined : drafts.get(conversationId);
      around.keep(prefix + conversationId, text && text.length <= longestKept ? text : undefined);
    });
    waiting.set(conversationId, cancel);
  }

  /** At the first key press the core makes ready what the answer will need. */
  function tellSoon(conversationId: string): void {
    client.call('turn.soon', { conversationId }).catch(() => {
      // Only a hint: the question itself will meet whatever is wrong.
    });
  }

  return {
    recall() {
      const drafts = new Map<string, string>();
      for (const key of around.keptKeys()) {
        const text = key.startsWith(prefix) ? around.recall(key) : undefined;
        if (text) drafts.set(key.slice(prefix.length), text);
      }
      store.setState({ drafts });
    },
    set(conversationId, text) {
      const drafts = new Map(store.getState().drafts);
      if (text !== '' && !drafts.has(conversationId)) tellSoon(conversationId);
      if (text === '') drafts.delete(conversationId);
      else drafts.set(conversationId, text);
      store.setState({ drafts });
      keepSoon(conversationId);
    },
  };
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** What was about to be said of it goes with what was said: drafts that hold all of these words. */
export function forgetDrafts({ store, around }: Context, about: string): void {
  const words = wordsOf(about).filter(word => word.length > 2);
  if (words.length === 0) return;
  const drafts = new Map(store.getState().drafts);
  for (const [conversationId, text] of drafts) {
    const said = new Set(wordsOf(text));
    if (!words.every(word => said.has(word))) continue;
    drafts.delete(conversationId);
    around.keep(prefix + conversationId, undefined);
  }
  store.setState({ drafts });
}
