/** One message of the branch, whoever said it. */
import { memo } from 'react';
import { clockTime, fullTime } from '../format.ts';
import { useLanguage, useWindow } from '../window-context.tsx';
import { AssistantMessage } from './assistant-message.tsx';
import { UserMessage } from './user-message.tsx';

export const MessageView = memo(({ id }: { id: string }) => {
  const message = useWindow(state => state.open.messages.get(id));
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
      <SaidAt atMs={message.createdAtMs} />
      {message.role === 'user' ? <UserMessage message={message} /> : <AssistantMessage message={message} />}
    </li>
  );
});

/** By itself: an answer that grows is drawn at each frame. */
const SaidAt = memo(({ atMs }: { atMs: number }) => {
  const language = useLanguage();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={fullTime(atMs, language)}>
      {clockTime(atMs, language)}
    </time>
  );
});
