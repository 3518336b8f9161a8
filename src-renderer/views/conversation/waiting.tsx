/** What is not part of the conversation yet: messages that wait for the answer to end, and those on their way. */
import type { Outgoing } from '../../store/state.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Remark } from './remark.tsx';

export function Queue() {
  const t = useWords();
  const { cancelQueued } = useActions();
  const queued = useWindow(state => state.open.queued);
  if (queued.length === 0) return null;
  return (
    <section className="queue" aria-label={t('queue')} data-testid="queue">
      <h3>{t('queuedText')}</h3>
      <ul>
        {queued.map(turn => (
          <li key={turn.turnId} data-testid="queued">
            <p className="plain" dir="auto">
              {turn.text}
            </p>
            <button type="button" className="button" onClick={() => void cancelQueued(turn.turnId)}>
              {t('cancelQueued')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Outbox() {
  const outbox = useWindow(state => state.outbox);
  const openId = useWindow(state => state.open.id);
  const here = outbox.filter(one => one.conversationId === openId);
  return here.map(outgoing => <OutgoingMessage key={outgoing.turnId} outgoing={outgoing} />);
}

function OutgoingMessage({ outgoing }: { outgoing: Outgoing }) {
  const t = useWords();
  const { resend, takeBack } = useActions();
  const { error, text, turnId } = outgoing;
  return (
    <div className="outgoing" data-testid="outgoing">
      <p className="plain said" dir="auto">
        {text}
      </p>
      {error === undefined ? (
        <p className="faint" role="status">
          {t('sending')}
        </p>
      ) : (
        <>
          <Remark
            tone="error"
            text={`${t('notSent')}. ${error.message}`}
            detail={error.hint}
            {...(error.retryable ? { action: t('retry'), onAction: () => void resend(turnId) } : {})}
          />
          <button type="button" className="button" onClick={() => takeBack(turnId)}>
            {t('takeBack')}
          </button>
        </>
      )}
    </div>
  );
}
