/** The quick window: a field over whatever one works with, and the answer under it. */
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { troubleOf } from '../../orb/orb-state.ts';
import { Outbox, Queue } from '../conversation/waiting.tsx';
import { Caption } from '../dock/caption.tsx';
import { useTalk } from '../dock/talk.ts';
import { VoiceNote } from '../dock/voice-note.tsx';
import { useShellOrders } from '../frame/use-shell-orders.ts';
import { Announcer } from '../remarks/announcer.tsx';
import { Toasts } from '../remarks/toasts.tsx';
import { StartScreen } from '../start-screen.tsx';
import { useAppearance } from '../use-appearance.ts';
import { useActions, useWindow, useWindowStore, useWords } from '../window-context.tsx';
import { QuickAnswer } from './quick-answer.tsx';
import { QuickField } from './quick-field.tsx';
import { QuickFoot } from './quick-foot.tsx';
import { useFit } from './use-fit.ts';
import { useFreshStart } from './use-fresh-start.ts';

/** Faults from before this window was opened are not its business. */
const sinceMs = performance.timeOrigin;

export function QuickWindow() {
  useAppearance();
  const t = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEscape();
  useOrders(field);
  useFit(body);
  const isPrivate = useWindow(state => state.memory.isPrivate);
  const isReady = useWindow(state => state.ready);
  return (
    <div className="quick" data-private={isPrivate} data-testid="quick">
      <div ref={body} className="quick-body">
        {isReady ? (
          <main aria-label={t('quick.title')}>
            <h1 className="unseen">{t('quick.title')}</h1>
            <QuickField ref={field} />
            <Spoken />
            <Queue />
            <Outbox />
            <QuickAnswer />
            <Toasts />
            <QuickFoot />
          </main>
        ) : (
          <StartScreen />
        )}
      </div>
      <Announcer />
    </div>
  );
}

/** What is heard, or why nothing can be. */
function Spoken() {
  const trouble = useWindow(state => troubleOf(state, sinceMs));
  const isTalking = useWindow(({ voice }) => voice.state !== 'idle' || voice.speaking);
  // Unsent words and a failed answer say so where they stand.
  const shown = trouble?.kind === 'microphone' ? trouble : undefined;
  if (shown === undefined && !isTalking) return null;
  return (
    <div className="quick-spoken">
      <VoiceNote />
      <Caption shape="idle" trouble={shown} />
    </div>
  );
}

/** First what goes on is ended, then the window goes. */
function useEscape(): void {
  const { store } = useWindowStore();
  const { stop, hideQuick, unfollow } = useActions();
  const talk = useTalk();
  const leave = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    if (unfollow()) {
      stop();
      void hideQuick();
      return;
    }
    const { state, speaking } = store.getState().voice;
    const wasTalking = state !== 'idle' || speaking;
    if (state !== 'idle') talk?.cancel();
    if (speaking) talk?.hush();
    if (!stop() && !wasTalking) void hideQuick();
  });
  useEffect(() => {
    const listening = new AbortController();
    addEventListener('keydown', event => leave(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);
}

function useOrders(field: RefObject<HTMLTextAreaElement | null>): void {
  const { store } = useWindowStore();
  const { stop, followCapture, unfollow } = useActions();
  const talk = useTalk();
  const { begin, end } = useFreshStart();
  useShellOrders({
    shown({ listens, follows }) {
      if (follows !== undefined) {
        followCapture(follows, () => document.hasFocus());
        return;
      }
      begin();
      field.current?.focus();
      field.current?.select();
      // Where nothing can be heard one writes; the talk button says why.
      if (listens && store.getState().speech.canListen) talk?.press('turn');
    },
    hidden({ stops }) {
      end();
      // Who hides it does not want to be heard any further.
      unfollow();
      // An open microphone that nobody sees would be one too many.
      talk?.cancel();
      if (!stops) return;
      talk?.hush();
      stop();
    },
  });
}
