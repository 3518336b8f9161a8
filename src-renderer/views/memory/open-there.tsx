/** A button to the place in the conversation where something was said; nothing where that is not known. */
import { useActions, useWords } from '../window-context.tsx';
import { short } from './short.ts';

interface Props {
  readonly conversationId: string | undefined;
  readonly messageId: string | undefined;
  readonly text: string;
}

export function OpenThere({ conversationId, messageId, text }: Props) {
  const t = useWords();
  const { goTo, jumpTo } = useActions();
  if (conversationId === undefined || messageId === undefined) return null;
  const open = (): void => {
    goTo('conversation');
    void jumpTo({ conversationId, messageId });
  };
  return (
    <button
      type="button"
      className="button"
      aria-label={t('memoryOpenOf', { text: short(text) })}
      onClick={open}
    >
      {t('memoryOpen')}
    </button>
  );
}
