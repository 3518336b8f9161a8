/** Short remarks that go by themselves; the one after a deletion can undo it. */
import type { Context } from './context.ts';
import type { Toast, ToastText } from './state.ts';

const shownMs = 8000;
const shownAtMost = 4;

type Way = Pick<Toast, 'restores' | 'undoesSetting' | 'bringsBack'>;

/** `way`: what its button brings back. */
export function showToast(context: Context, text: ToastText, way: Way = {}): void {
  addToast(context, text, way);
}

/** As `showToast`. @returns the id of the remark. */
export function addToast(context: Context, text: ToastText, way: Way): string {
  const toast: Toast = {
    id: context.around.newId(),
    text,
    ...way,
  };
  const { toasts } = context.store.getState();
  context.store.setState({ toasts: [...toasts, toast].slice(-shownAtMost) });
  context.around.after(shownMs, () => dismissToast(context, toast.id));
  return toast.id;
}

export function dismissToast(context: Context, id: string): void {
  const { toasts } = context.store.getState();
  context.store.setState({ toasts: toasts.filter(toast => toast.id !== id) });
}
