/** The line at the bottom: which model answers and where it runs, the microphone, private mode, the network. */
import { useEffect } from 'react';
import { ModelMenu } from '../header/model-menu.tsx';
import { Icon } from '../icons.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { bytes } from './bytes.ts';
import { PrivateToggle } from './private-toggle.tsx';
import { useOnline } from './use-online.ts';

export function StatusLine() {
  const t = useWords();
  return (
    <section className="status-line" aria-label={t('frame.status')} data-testid="status-line">
      <ModelMenu />
      <MicrophoneState />
      <PrivateToggle />
      <NetworkState />
      <SentToday />
    </section>
  );
}

function MicrophoneState() {
  const t = useWords();
  const { goTo } = useActions();
  const isOpen = useWindow(state => state.voice.isOpen);
  const isArmed = useWindow(state => state.voice.state === 'armed');
  const name = useWindow(state => state.preferences.voice.microphone);
  const canListen = useWindow(state => state.speech.canListen);
  const state = !canListen
    ? 'frame.micNone'
    : isArmed
      ? 'frame.micArmed'
      : isOpen
        ? 'frame.micOpen'
        : 'frame.off';
  return (
    <button
      type="button"
      className="status-button"
      data-open={isOpen}
      title={t('frame.micChoose')}
      onClick={() => goTo('settings', 'voice')}
      data-testid="status-microphone"
    >
      <Icon name="mic" />
      {t('frame.mic')} <strong>{t(state)}</strong>
      {name !== undefined && <span className="status-name">{name}</span>}
    </button>
  );
}

/** The machine's network: Jarvis works without it, so this is no fault. */
function NetworkState() {
  const t = useWords();
  const isOnline = useOnline();
  return (
    <span className="status-item" data-online={isOnline} data-testid="status-network">
      <Icon name={isOnline ? 'globe' : 'offline'} />
      {isOnline ? t('frame.online') : t('frame.offline')}
    </span>
  );
}

const askAgainMs = 60_000;

/** Zero, unless the person ordered otherwise: each byte is told in the ledger. */
function SentToday() {
  const t = useWords();
  const language = useLanguage();
  const { goTo, loadSentToday } = useActions();
  const sent = useWindow(state => state.sentTodayBytes);
  const isRunning = useWindow(state => state.running.size > 0);
  // After each turn, and now and then: what leaves without one is shown too.
  useEffect(() => {
    if (isRunning) return undefined;
    void loadSentToday();
    const interval = setInterval(() => {
      if (!document.hidden) void loadSentToday();
    }, askAgainMs);
    return () => clearInterval(interval);
  }, [isRunning, loadSentToday]);
  if (sent === undefined) return null;
  return (
    <button
      type="button"
      className="status-button status-end"
      onClick={() => goTo('system', 'ledger')}
      data-testid="status-sent"
    >
      {t('frame.sentToday', { size: bytes(sent, language) })}
    </button>
  );
}
