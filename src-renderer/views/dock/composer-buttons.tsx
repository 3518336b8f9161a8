/** What stands beside the field in which one writes: stop while Jarvis answers, send, talk. */
import { maxTurnLength } from '../../../src-preload/contract.ts';
import { Icon } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { useTalk } from './talk.ts';
import { TalkButton } from './talk-button.tsx';

interface Props {
  /** Of the field. */
  readonly text: string;
  /** Where there is room for its name beside its picture. */
  readonly namesStop?: boolean;
}

export function ComposerButtons({ text, namesStop = false }: Props) {
  const t = useWords();
  const { stop } = useActions();
  const isRunning = useWindow(state => state.running.has(state.open.id));
  const talk = useTalk();
  const stopAll = (): void => {
    talk?.hush();
    stop();
  };
  return (
    <>
      {isRunning && (
        <button
          type="button"
          className="composer-button"
          aria-label={t('stop')}
          title={t('stop')}
          onClick={stopAll}
          data-testid="stop"
        >
          <Icon name="stop" />
          {namesStop && <span className="wide-only">{t('stop')}</span>}
        </button>
      )}
      <button
        type="submit"
        className="composer-button"
        aria-label={t('send')}
        title={t('send')}
        disabled={text.trim() === '' || text.length > maxTurnLength}
        data-testid="send"
      >
        <Icon name="send" />
      </button>
      <TalkButton />
    </>
  );
}
