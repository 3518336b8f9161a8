/** Search while one types: the memories nearest to the words, their meaning and their time. */
import { useRef } from 'react';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { MemoryEntry } from './memory-entry.tsx';
import { useFirstFocus } from './use-first-focus.ts';

export function MemorySearch() {
  const t = useWords();
  const { searchMemory, previewForget } = useActions();
  const { query, state, memories } = useWindow(one => one.memory.search);
  const field = useRef<HTMLInputElement>(null);
  useFirstFocus(field);
  return (
    <section aria-label={t('memoryTab.search')}>
      <input
        ref={field}
        className="input"
        type="search"
        autoComplete="off"
        aria-label={t('memorySearchLabel')}
        placeholder={t('memorySearchPlaceholder')}
        maxLength={500}
        value={query}
        onChange={event => searchMemory(event.target.value)}
        data-testid="memory-search"
      />
      <p className="faint memory-state" aria-live="polite">
        {stateText(state, memories.length, t)}
      </p>
      <ul className="memories" data-testid="memory-hits">
        {memories.map(memory => (
          <MemoryEntry key={memory.id} memory={memory} />
        ))}
      </ul>
      {state === 'done' && (
        <div className="modal-actions">
          <button type="button" className="button" onClick={() => void previewForget(query.trim())}>
            {t('memoryForgetAll', { words: query.trim() })}
          </button>
        </div>
      )}
    </section>
  );
}

function stateText(
  state: 'idle' | 'searching' | 'done' | 'failed',
  count: number,
  t: ReturnType<typeof useWords>,
): string {
  if (state === 'idle') return t('memorySearchHint');
  if (state === 'searching') return t('memoryLoading');
  if (state === 'failed') return t('memorySearchFailed');
  return count === 0 ? t('memorySearchNone') : t('memoryFound', { count });
}
