/** Short remarks in the corner; after a deletion, the way back. */

import { isDeafness } from '../../orb/orb-state.ts';
import type { Toast, ToastText } from '../../store/state.ts';
import type { Words } from '../../words.ts';
import { IconButton } from '../icon-button.tsx';
import { changedSetting } from '../settings/setting-words.ts';
import { voiceRemark } from '../voice/voice-remark.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

function toastText(text: ToastText, t: Words): string {
  switch (text.kind) {
    case 'deleted':
      return t('toastDeleted', { title: text.title || t('untitled') });
    case 'imported':
      return t('toastImported', {
        conversations: t('conversationCount', { count: text.conversations }),
        messages: t('messageCount', { count: text.messages }),
      });
    case 'exported':
      return t('toastExported', { file: text.fileName });
    case 'model-added':
      return t('toastModelAdded', { name: text.name });
    case 'server-added':
      return t('toastServerAdded', { name: text.name });
    case 'document-added':
      return t('toastDocumentAdded', { name: text.name });
    case 'copy-failed':
      return t('toastCopyFailed');
    case 'not-now':
      return t('toastNotNow', { action: t(text.action), reason: t(text.reason) });
    case 'not-called-so':
      return t('toastNotCalledSo', { words: text.words });
    case 'needs-press':
      return t('toastNeedsPress');
    case 'cannot-listen':
      return t('cannotListen');
    case 'graphics-crashed':
      return t('toastGraphicsCrashed');
    case 'voice':
      return voiceRemark(text.remark, t);
    case 'not-a-model':
      return t('toastNotAModel', { name: text.name });
    case 'too-many-images':
      return t('picture.tooMany');
    case 'not-an-image':
      return t('picture.notAnImage', { name: text.name });
    case 'too-large':
      return t('toastTooLarge');
    case 'removed':
      return t(`now.removed.${text.what}`, { name: text.name });
    case 'setting':
      return t('setting.changed', { what: changedSetting(text.of, t) });
    case 'error':
      return text.error.message;
  }
}

function ToastView({ toast }: { toast: Toast }) {
  const t = useWords();
  const { dismissToast, restore, undoSetting, bringBack } = useActions();
  const { restores, undoesSetting, bringsBack } = toast;
  const undo = (): void => {
    if (bringsBack !== undefined) {
      void bringBack(toast.id);
      return;
    }
    dismissToast(toast.id);
    if (restores !== undefined) void restore(restores);
    if (undoesSetting) void undoSetting(toast.id);
  };
  return (
    <li className="toast" data-kind={toast.text.kind} data-testid="toast">
      <span className="grow">
        {toastText(toast.text, t)}
        {toast.text.kind === 'error' && <span className="remark-detail">{toast.text.error.hint}</span>}
      </span>
      {(restores !== undefined || undoesSetting || bringsBack !== undefined) && (
        <button type="button" className="button" onClick={undo} data-testid="undo">
          {t('undo')}
        </button>
      )}
      <IconButton icon="close" label={t('close')} onClick={() => dismissToast(toast.id)} />
    </li>
  );
}

export function Toasts() {
  const t = useWords();
  const toasts = useWindow(state => state.toasts);
  // Where the dock is seen, it says itself that nothing can be heard, with what mends it.
  const hasDock = useWindow(state => state.place.room === 'conversation');
  const shown = hasDock ? toasts.filter(toast => !isDeafness(toast)) : toasts;
  return (
    <section className="toasts" aria-label={t('notices')} aria-live="polite">
      <ul>
        {shown.map(toast => (
          <ToastView key={toast.id} toast={toast} />
        ))}
      </ul>
    </section>
  );
}
