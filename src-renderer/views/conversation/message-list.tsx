/** The open conversation's messages, newest at the bottom and kept in sight unless one has scrolled away. */
import { useRef } from 'react';
import { Icon } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { MessageView } from './message.tsx';
import { useScroll } from './use-scroll.ts';
import { Outbox, Queue } from './waiting.tsx';

/** Messages at the end that are drawn wholly at once; those before become rich when they come near the view. */
const drawnAtOnce = 20;

export function MessageList() {
  const words = useWords();
  const { loadEarlier } = useActions();
  const order = useWindow(state => state.open.order);
  const hasEarlier = useWindow(state => state.open.hasEarlier);
  const isLoading = useWindow(state => state.open.loadingEarlier);
  const frame = useRef<HTMLDivElement>(null);
  const { isAtEnd, toEnd, onScroll } = useScroll(frame, order);
  return (
    <div className="messages-frame">
      <div className="messages" ref={frame} onScroll={onScroll} data-testid="messages">
        <div className="column">
          {hasEarlier && (
            <button type="button" className="earlier" disabled={isLoading} onClick={() => void loadEarlier()}>
              {isLoading ? words.loadingEarlier : words.loadEarlier}
            </button>
          )}
          <ol className="message-list">
            {order.map((id, place) => (
              <MessageView key={id} id={id} atOnce={place >= order.length - drawnAtOnce} />
            ))}
          </ol>
          <Queue />
          <Outbox />
        </div>
      </div>
      {!isAtEnd && (
        <button
          type="button"
          className="to-end"
          onClick={toEnd}
          aria-label={words.toLatest}
          title={words.toLatest}
        >
          <Icon name="toEnd" />
        </button>
      )}
    </div>
  );
}
