/** One message of the branch, whoever said it. */
import { memo, useRef } from 'react';
import { clockTime, fullTime } from '../format.ts';
import { useLanguage, useWindow } from '../window-context.tsx';
import { AssistantMessage } from './assistant-message.tsx';
import { useNear } from './use-near.ts';
import { UserMessage } from './user-message.tsx';

export const MessageView = memo(({ id, atOnce }: { id: string; atOnce: boolean }) => {
  const message = useWindow(state => state.open.messages.get(id));
  const language = useLanguage();
  const lit = useWindow(state => (state.highlight?.messageId === id ? state.highlight.nonce : undefined));
  const ref = useRef<HTMLLIElement>(null);
  const isNear = useNear(ref, atOnce || message?.status === 'streaming');
  if (message === undefined) return null;
  return (
    <li
      ref={ref}
      className={`message message-${message.role}`}
      data-message={id}
      data-status={message.status}
      data-testid={`message-${message.role}`}
      data-lit={lit === undefined ? undefined : lit % 2}
      tabIndex={-1}
      lang={message.language}
    >
      <time
        dateTime={new Date(message.createdAtMs).toISOString()}
        title={fullTime(message.createdAtMs, language)}
      >
        {clockTime(message.createdAtMs, language)}
      </time>
      {message.role === 'user' ? (
        <UserMessage message={message} />
      ) : (
        <AssistantMessage message={message} isNear={isNear} />
      )}
    </li>
  );
});
