/** What runs in the background with its progress, and what ended while the window was open. */
import { useEffect } from 'react';
import type { FinishedWork } from '../../store/now-view.ts';
import type { RunningWork } from '../../store/running-work.ts';
import { runningWorks } from '../../store/running-works.ts';
import { fullTime, number, shortTime } from '../format.ts';
import { sizeText, timeText } from '../models/figures.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { WorkButtons } from './work-buttons.tsx';

const askEveryMs = 3000;

export function Background() {
  const t = useWords();
  useWorks();
  const catalogue = useWindow(state => state.catalogue);
  const uploads = useWindow(state => state.uploads);
  const imports = useWindow(state => state.imports);
  const transcriptions = useWindow(state => state.transcriptions);
  const knowledge = useWindow(state => state.knowledge);
  const now = useWindow(state => state.now);
  const works = runningWorks({ catalogue, uploads, imports, transcriptions, knowledge, now });
  return (
    <div className="now-background">
      <section aria-labelledby="now-running">
        <h2 id="now-running">{t('now.running')}</h2>
        {works.length === 0 && <p className="faint">{t('now.nothingRuns')}</p>}
        <ul className="now-works">
          {works.map(work => (
            <Work key={work.id} work={work} />
          ))}
        </ul>
      </section>
      {now.finished.length > 0 && (
        <section aria-labelledby="now-finished">
          <h2 id="now-finished">{t('now.finished')}</h2>
          <ul className="now-list">
            {now.finished.map(work => (
              <Finished key={`${work.id} ${work.atMs}`} work={work} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Models and documents tell of themselves once they were asked for; the memory is asked again and again. */
function useWorks(): void {
  const { loadCatalogue, loadKnowledge, loadWorks } = useActions();
  useEffect(() => {
    void loadCatalogue();
    void loadKnowledge();
    void loadWorks();
    const asking = setInterval(() => void loadWorks(), askEveryMs);
    return () => clearInterval(asking);
  }, [loadCatalogue, loadKnowledge, loadWorks]);
}

function Work({ work }: { work: RunningWork }) {
  const t = useWords();
  const { kind, name, progress, state } = work;
  const title = t(`now.work.${kind}`);
  return (
    <li data-testid="work" data-kind={kind}>
      <p>
        <strong>{title}</strong>{' '}
        <span className="faint">{state !== 'running' && t(`now.state.${state}`)}</span>
      </p>
      {name !== undefined && (
        <p className="faint" dir="auto">
          {name}
        </p>
      )}
      <progress
        className="model-bar"
        aria-label={name === undefined ? title : `${title}: ${name}`}
        {...(progress && { max: progress.total, value: progress.done })}
      />
      <div className="now-work-line">
        <ProgressText work={work} />
        <WorkButtons work={work} />
      </div>
    </li>
  );
}

function ProgressText({ work: { progress, secondsLeft } }: { work: RunningWork }) {
  const t = useWords();
  const language = useLanguage();
  if (progress === undefined) return <span className="grow" />;
  const text = (value: number): string =>
    progress.unit === 'bytes' ? sizeText(value, language, t) : number(value, language);
  const share = Math.floor((100 * progress.done) / Math.max(progress.total, Number.MIN_VALUE));
  return (
    <span className="mono faint grow">
      {progress.unit === 'share'
        ? t('now.percent', { count: share })
        : t('modelProgress', { done: text(progress.done), total: text(progress.total) })}
      {secondsLeft !== undefined && ` · ${timeText(secondsLeft, t)}`}
    </span>
  );
}

function Finished({ work: { kind, name, atMs } }: { work: FinishedWork }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <li>
      <span className="grow" dir="auto">
        {t(`now.work.${kind}`)}
        {name !== undefined && kind === 'download' && <span className="faint"> {name}</span>}
      </span>
      <time className="mono faint" dateTime={new Date(atMs).toISOString()} title={fullTime(atMs, language)}>
        {shortTime(atMs, Date.now(), language)}
      </time>
    </li>
  );
}
