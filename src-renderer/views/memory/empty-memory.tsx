/** Where nothing is remembered yet: how a memory comes about, and the ways to one. */
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function EmptyMemory() {
  const t = useWords();
  const { goTo } = useActions();
  const isPrivate = useWindow(state => state.memory.isPrivate);
  const isKept = useWindow(state => state.preferences.memory.recall);
  return (
    <div className="memory-middle centre" data-testid="memory-empty">
      <h2>{t('memoryRoom.emptyTitle')}</h2>
      <p className="faint memory-empty-text">
        {isPrivate ? t('privateText') : isKept ? t('memoryRoom.emptyText') : t('memoryRoom.emptyOff')}
      </p>
      <div className="memory-buttons">
        <button type="button" className="button" onClick={() => goTo('conversation')}>
          {t('memoryRoom.emptyTalk')}
        </button>
        <button type="button" className="button" onClick={() => goTo('memory', 'keeping')}>
          {isKept ? t('memoryImport') : t('memoryTab.keeping')}
        </button>
      </div>
    </div>
  );
}
