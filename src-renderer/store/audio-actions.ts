/** Audio files that are dropped on the window: their words come into the composer, to be edited and sent. */
import { wordsFor } from '../words.ts';
import type { Context } from './context.ts';
import type { Drafts } from './drafts.ts';
import { reportOf } from './error-report.ts';
import type { Upload } from './surroundings.ts';
import { showToast } from './toasts.ts';

const audioName = /\.(wav|mp3|ogg|oga|opus|flac|m4a|mp4|aac)$/i;

/** By its name or kind; what it really is the core finds out. */
export const isAudioFile = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  audioName.test(name) || type.startsWith('audio/');

export const audioActions = (context: Context, drafts: Drafts) => {
  const { store, around } = context;
  const running = new Map<string, Upload<unknown>>();

  /** Behind what was written already, under the file's name. */
  function addToDraft(conversationId: string, name: string, text: string): void {
    const { drafts: written, language } = store.getState();
    const note = wordsFor(language)('transcriptOf', { name });
    const before = written.get(conversationId)?.trimEnd() ?? '';
    drafts.set(conversationId, [before, `${note}\n${text}`].filter(Boolean).join('\n\n'));
  }

  return {
    async transcribeFile(file: File): Promise<void> {
      const id = around.newId();
      const { open, language } = store.getState();
      const entry = { id, name: file.name, share: 0 };
      store.setState(({ transcriptions }) => ({ transcriptions: [...transcriptions, entry] }));
      const upload = around.uploadAudio(file, id);
      running.set(id, upload);
      try {
        const { text, error } = await upload.done;
        addToDraft(open.id, file.name, text);
        if (error) showToast(context, { kind: 'error', error });
      } catch (error) {
        // One that was cancelled is no longer known.
        if (running.has(id)) showToast(context, { kind: 'error', error: reportOf(error, language) });
      } finally {
        running.delete(id);
        store.setState(state => ({ transcriptions: state.transcriptions.filter(one => one.id !== id) }));
      }
    },
    cancelTranscription(id: string): void {
      const upload = running.get(id);
      running.delete(id);
      upload?.cancel();
    },
  };
};
