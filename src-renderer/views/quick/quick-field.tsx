/** The field of the quick window: Enter sends, the held space bar of an empty field talks. */
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { ComposerButtons } from '../dock/composer-buttons.tsx';
import { composerId } from '../dock/composer-id.ts';
import { useTalk } from '../dock/talk.ts';
import { textDirection } from '../text-direction.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

const mostRows = 5;

export function QuickField({ ref }: { readonly ref: RefObject<HTMLTextAreaElement | null> }) {
  const t = useWords();
  const { send, setDraft } = useActions();
  const talk = useTalk();
  const id = useWindow(state => state.open.id);
  const text = useWindow(state => state.drafts.get(id) ?? '');
  const canTalk = useWindow(state => state.speech.canListen && state.preferences.voice.mode === 'hold');
  useEffect(() => {
    if (id !== '') ref.current?.focus();
  }, [ref, id]);
  useEffect(() => {
    // A key that is let go in another window is never seen to be.
    const lose = (): void => talk?.lose();
    addEventListener('blur', lose);
    return () => removeEventListener('blur', lose);
  }, [talk]);
  const isTalkKey = (event: KeyboardEvent): boolean => event.code === 'Space' && canTalk;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send(text);
    } else if (isTalkKey(event) && text === '') {
      event.preventDefault();
      if (!event.repeat) talk?.press();
    }
  };
  return (
    <form
      className="composer"
      onSubmit={event => {
        event.preventDefault();
        send(text);
      }}
    >
      <textarea
        ref={ref}
        id={composerId}
        dir={textDirection(text)}
        rows={Math.min(mostRows, text.slice(0, 2000).split('\n').length)}
        value={text}
        placeholder={t('quick.placeholder')}
        aria-label={t('composerLabel')}
        onChange={event => setDraft(id, event.target.value)}
        onKeyDown={onKeyDown}
        onKeyUp={event => {
          if (isTalkKey(event)) talk?.release();
        }}
        data-testid="quick-field"
      />
      <ComposerButtons text={text} />
    </form>
  );
}
