/** Short remarks in the corner; after a deletion, the way back. */
import type { Dictionary } from '../../locales/dictionary.ts';
import type { Toast, ToastText } from '../../store/state.ts';
import { IconButton } from '../icon-button.tsx';
import { voiceRemark } from '../voice/voice-remark.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

function toastText(text: ToastText, words: Dictionary): string {
  switch (text.kind) {
    case 'deleted':
      return words.toastDeleted(text.title || words.untitled);
    case 'imported':
      return words.toastImported(text.conversations, text.messages);
    case 'exported':
      return words.toastExported(text.fileName);
    case 'model-added':
      return words.toastModelAdded(text.name);
    case 'server-added':
      return words.toastServerAdded(text.name);
    case 'document-added':
      return words.toastDocumentAdded(text.name);
    case 'copy-failed':
      return words.toastCopyFailed;
    case 'cannot-listen':
      return words.cannotListen;
    case 'voice':
      return voiceRemark(text.remark, words);
    case 'not-a-model':
      return words.toastNotAModel(text.name);
    case 'too-large':
      return words.toastTooLarge;
    case 'error':
      return text.error.message;
  }
}

function ToastView({ toast }: { toast: Toast }) {
  const words = useWords();
  const { dismissToast, restore } = useActions();
  const { restores } = toast;
  const undo = (): void => {
    dismissToast(toast.id);
    if (restores !== undefined) void restore(restores);
  };
  return (
    <li className="toast" data-kind={toast.text.kind} data-testid="toast">
      <span className="grow">
        {toastText(toast.text, words)}
        {toast.text.kind === 'error' && <span className="remark-detail">{toast.text.error.hint}</span>}
      </span>
      {restores !== undefined && (
        <button type="button" className="button" onClick={undo} data-testid="undo">
          {words.undo}
        </button>
      )}
      <IconButton icon="close" label={words.close} onClick={() => dismissToast(toast.id)} />
    </li>
  );
}

export function Toasts() {
  const words = useWords();
  const toasts = useWindow(state => state.toasts);
  return (
    <section className="toasts" aria-label={words.notices} aria-live="polite">
      <ul>
        {toasts.map(toast => (
          <ToastView key={toast.id} toast={toast} />
        ))}
      </ul>
    </section>
  );
}
