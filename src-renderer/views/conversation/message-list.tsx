/** The open conversation's messages, newest at the bottom and kept in sight unless one has scrolled away. */
import { useMemo, useRef, useState } from 'react';
import { Icon } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { runsOf } from './chunks.ts';
import { MessageChunk } from './message-chunk.tsx';
import { useDrawnRuns } from './use-drawn-runs.ts';
import { useScroll } from './use-scroll.ts';
import { Outbox, Queue } from './waiting.tsx';

export function MessageList() {
  const t = useWords();
  const { loadEarlier } = useActions();
  const order = useWindow(state => state.open.order);
  const hasEarlier = useWindow(state => state.open.hasEarlier);
  const isLoading = useWindow(state => state.open.loadingEarlier);
  const [anchor] = useState(order[0]);
  const runs = useMemo(() => runsOf(order, anchor), [order, anchor]);
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { isAtEnd, toEnd, onScroll } = useScroll(frame, order);
  const { segments, look, measured } = useDrawnRuns(frame, list, runs);
  const scrolled = (): void => {
    onScroll();
    look();
  };
  return (
    <div className="messages-frame">
      <div className="messages" ref={frame} onScroll={scrolled} data-testid="messages">
        <div className="column">
          {hasEarlier && (
            <button type="button" className="earlier" disabled={isLoading} onClick={() => void loadEarlier()}>
              {isLoading ? t('loadingEarlier') : t('loadEarlier')}
            </button>
          )}
          <div className="message-list" ref={list}>
            {segments.map(segment =>
              segment.kind === 'run' ? (
                <MessageChunk key={segment.run.key} run={segment.run} measured={measured} />
              ) : (
                <div key={`gap ${segment.first}`} className="gap" style={{ height: segment.height }} />
              ),
            )}
          </div>
          <Queue />
          <Outbox />
        </div>
      </div>
      {!isAtEnd && (
        <button
          type="button"
          className="to-end"
          onClick={toEnd}
          aria-label={t('toLatest')}
          title={t('toLatest')}
        >
          <Icon name="toEnd" />
        </button>
      )}
    </div>
  );
}
