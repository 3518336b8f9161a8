/** One message of the branch, whoever said it. */
import { memo } from 'react';
import { clockTime, fullTime } from '../format.ts';
import { useLanguage, useWindow } from '../window-context.tsx';
import { AssistantMessage } from './assistant-message.tsx';
import { UserMessage } from './user-message.tsx';

export const MessageView = memo(({ id }: { id: string }) => {
  const message = useWindow(state => state.open.messages.get(id));
  const language = useLanguage();
  const lit = useWindow(state => (state.highlight?.messageId === id ? state.highlight.nonce : undefined));
  if (message === undefined) return null;
  return (
    <li
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
      {message.role === 'user' ? <UserMessage message={message} /> : <AssistantMessage message={message} />}
    </li>
  );
});
