/** Where one writes or speaks to Jarvis. What is sent during an answer waits for its end. */
import { type ChangeEvent, type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { maxTurnLength } from '../../../src-preload/contract.ts';
import { isImageFile } from '../../store/attachment.ts';
import { number } from '../format.ts';
import { textDirection } from '../text-direction.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { Attachments } from './attachments.tsx';
import { ComposerButtons } from './composer-buttons.tsx';
import { composerId } from './composer-id.ts';
import { SlashList } from './slash-list.tsx';
import { useFirstText } from './use-first-text.ts';
import { useSentHistory } from './use-sent-history.ts';
import { slashListId, slashOptionId, useSlash } from './use-slash.ts';

/** Rows the field has at most before it scrolls, where the browser cannot fit it to its text. */
const mostRows = 8;

export function Composer() {
  const t = useWords();
  const { addImages, send, setDraft } = useActions();
  const id = useWindow(state => state.open.id);
  const text = useWindow(state => state.drafts.get(id) ?? '');
  const isRunning = useWindow(state => state.running.has(id));
  const history = useSentHistory();
  const slash = useSlash(text, words => setDraft(id, words));
  const field = useRef<HTMLTextAreaElement>(null);
  useFirstText(field, id, text);

  useEffect(() => {
    if (id !== '' && matchMedia('(hover: hover)').matches) field.current?.focus();
  }, [id]);

  const submit = (): void => {
    if (send(text)) history.leave();
  };
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    history.leave();
    setDraft(id, event.target.value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || slash.onKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
      return;
    }
    // With Alt the arrows walk from turn to turn.
    const recalled = event.altKey ? undefined : history.step(event.key, text);
    if (recalled === undefined) return;
    event.preventDefault();
    setDraft(id, recalled);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const images = [...event.clipboardData.files].filter(isImageFile);
    if (images.length === 0) return;
    event.preventDefault();
    void addImages(images);
  };
  return (
    <div className="dock-field">
      <TooLong length={text.length} />
      <SlashList slash={slash} />
      <Attachments />
      <form
        className="composer"
        onSubmit={event => {
          event.preventDefault();
          submit();
        }}
      >
        <textarea
          ref={field}
          id={composerId}
          dir={textDirection(text)}
          rows={Math.min(mostRows, text.slice(0, 2000).split('\n').length)}
          value={text}
          placeholder={isRunning ? t('composerQueues') : t('composerPlaceholder')}
          aria-label={t('composerLabel')}
          {...(slash.entries.length > 0 && {
            'aria-autocomplete': 'list',
            'aria-controls': slashListId,
            'aria-activedescendant': slashOptionId(slash.at),
          })}
          onChange={onChange}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          data-testid="composer"
        />
        <ComposerButtons text={text} namesStop />
      </form>
    </div>
  );
}

function TooLong({ length }: { length: number }) {
  const t = useWords();
  const language = useLanguage();
  if (length <= maxTurnLength) return null;
  return (
    <p className="too-long" role="alert">
      {t('tooLong', { length: number(length, language), limit: number(maxTurnLength, language) })}
    </p>
  );
}
