/** The right of the memory: the card of what was chosen, what an order to forget would take, and what was just made one. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { IconButton } from '../icon-button.tsx';
import { useMedia } from '../use-media.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { ForgetCard } from './forget-card.tsx';
import { MemoryCard } from './memory-card.tsx';

/** Below it there is no room for a third column (`theme.css`, panel). */
const asSheet = '(max-width: 1180px)';

/** `isRoom`: there is a place for it also while it is empty. */
export function CardPane({ isRoom }: { isRoom: boolean }) {
  const t = useWords();
  const { leaveMemory } = useActions();
  const why = useWindow(state => state.memory.why);
  const forgetting = useWindow(state => state.memory.forgetting);
  const isSheet = useMedia(asSheet);
  const pane = useRef<HTMLElement>(null);
  const isOfCard = why !== undefined && forgetting !== undefined && forgetting.about === why.id;
  const isOpen = why !== undefined || forgetting !== undefined;
  const leave = (): void => {
    leaveMemory();
    // Back to the list one came from.
    document.querySelector<HTMLElement>('.memory-rows')?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    // What had the focus may be gone, as the form is once it is kept: then the key is nobody's.
    const closing = new AbortController();
    const onLostKey = ({ key, target }: globalThis.KeyboardEvent): void => {
      if (key !== 'Escape' || target !== document.body) return;
      leaveMemory();
      document.querySelector<HTMLElement>('.memory-rows')?.focus();
    };
    addEventListener('keydown', onLostKey, { signal: closing.signal });
    return () => closing.abort();
  }, [isOpen, leaveMemory]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    leave();
  };
  if (!isOpen && (isSheet || !isRoom)) return <Merged />;
  return (
    <aside
      ref={pane}
      className="memory-pane"
      aria-label={t('memoryRoom.card')}
      data-sheet={isSheet}
      onKeyDown={onKeyDown}
    >
      {isOpen && (
        <IconButton icon="close" label={t('memoryBack')} className="memory-pane-close" onClick={leave} />
      )}
      <Merged />
      {forgetting !== undefined && !isOfCard && <ForgetCard key={forgetting.about} forgetting={forgetting} />}
      {why !== undefined && (forgetting === undefined || isOfCard) && (
        <MemoryCard key={why.id} why={why} isSheet={isSheet} />
      )}
      {!isOpen && <p className="faint memory-pane-hint">{t('memoryRoom.choose')}</p>}
    </aside>
  );
}

function Merged() {
  const t = useWords();
  const { goTo } = useActions();
  const merged = useWindow(state => state.memory.merged);
  return (
    <div role="status">
      {merged !== undefined && (
        <p className="memory-merged" data-testid="merged">
          {t('memoryRoom.merged', { count: merged.changes })}{' '}
          <button type="button" className="link-button" onClick={() => goTo('memory', 'nights')}>
            {t('memoryRoom.reread')}
          </button>
        </p>
      )}
    </div>
  );
}
