/** Beside the conversation: what an answer took, and what it was given with. A drawer where the window is not wide. */
import { useShallow } from 'zustand/react/shallow';
import type { Message } from '../../store/contract-types.ts';
import type { WindowState } from '../../store/state.ts';
import { clockTime } from '../format.ts';
import { IconButton } from '../icon-button.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { MemoryBars, type RecallingAnswer } from './memory-bars.tsx';
import { TurnTimes } from './turn-times.tsx';

export const sidePanelId = 'side-panel';

/** The answer that was asked for, while it is on the branch; else the last one. */
export function panelAnswer({ open, panelOf }: WindowState): Message | undefined {
  const asked = panelOf === undefined ? undefined : open.messages.get(panelOf);
  if (asked !== undefined) return asked;
  const last = open.order.findLast(id => open.messages.get(id)?.role === 'assistant');
  return last === undefined ? undefined : open.messages.get(last);
}

interface ToldAnswer extends RecallingAnswer {
  readonly timeline: Message['timeline'];
}

function toldAnswer(state: WindowState): ToldAnswer | undefined {
  const answer = panelAnswer(state);
  if (answer === undefined) return undefined;
  const { id, createdAtMs, timeline, recalled } = answer;
  return { id, createdAtMs, timeline, recalled };
}

export function SidePanel() {
  const t = useWords();
  const { togglePanel } = useActions();
  const isOpen = useWindow(state => state.panelOpen);
  const answer = useWindow(useShallow(toldAnswer));
  return (
    <>
      <IconButton
        icon="panel"
        label={t('turn.showPanel')}
        className="panel-open"
        aria-expanded={isOpen}
        aria-controls={sidePanelId}
        onClick={togglePanel}
        data-testid="show-panel"
      />
      <aside
        id={sidePanelId}
        className="side-panel"
        data-open={isOpen}
        aria-label={t('turn.panel')}
        data-testid="side-panel"
      >
        <IconButton icon="close" label={t('turn.hidePanel')} className="panel-close" onClick={togglePanel} />
        {answer === undefined ? (
          <p className="faint">{t('turn.panelEmpty')}</p>
        ) : (
          <AboutAnswer key={answer.id} answer={answer} />
        )}
      </aside>
      {isOpen && (
        <button
          type="button"
          className="scrim panel-scrim"
          aria-label={t('turn.hidePanel')}
          onClick={togglePanel}
        />
      )}
    </>
  );
}

function AboutAnswer({ answer }: { answer: ToldAnswer }) {
  const t = useWords();
  const language = useLanguage();
  const { showTurn } = useActions();
  const isOlder = useWindow(state => state.open.order.at(-1) !== answer.id && state.panelOf === answer.id);
  return (
    <>
      <section aria-label={t('turn.times')}>
        <h2>
          {t('turn.times')}
          <time className="mono faint">{clockTime(answer.createdAtMs, language)}</time>
        </h2>
        {answer.timeline === undefined ? (
          <p className="faint">{t('turn.notTimed')}</p>
        ) : (
          <TurnTimes timeline={answer.timeline} />
        )}
      </section>
      <MemoryBars answer={answer} />
      {isOlder && (
        <button type="button" className="button" onClick={() => showTurn(undefined)}>
          {t('turn.panelToLast')}
        </button>
      )}
    </>
  );
}
