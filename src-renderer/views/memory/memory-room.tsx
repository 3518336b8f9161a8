/** The memory: looked through by words, people, themes and days; its nights, its documents, and how it is kept. */
import { useEffect, useId } from 'react';
import { Documents } from '../knowledge/documents.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { CardPane } from './card-pane.tsx';
import { Explore } from './explore.tsx';
import { Keeping } from './keeping.tsx';
import { memoryPartOf } from './memory-part.ts';
import { MemorySide } from './memory-side.tsx';
import { Nights } from './nights.tsx';
import { useResultKeys } from './use-result-keys.ts';

const pages = { nights: Nights, documents: Documents, keeping: Keeping };

export default function MemoryRoom() {
  const t = useWords();
  const { leaveMemory, openExplorer, filterMemories } = useActions();
  const place = useWindow(state => state.place.part);
  const part = memoryPartOf(place);
  const keys = useResultKeys();
  const titleId = useId();
  useEffect(() => {
    void openExplorer();
  }, [openExplorer]);
  useEffect(() => {
    if (place === 'facts') void filterMemories({ state: 'holds' });
  }, [place, filterMemories]);
  // What one looked into last time is not what one looks for now; an answer's "why" has just been asked for.
  useEffect(() => leaveMemory, [leaveMemory]);
  return (
    <main className="memory-room" aria-labelledby={titleId} tabIndex={-1} data-part={part} data-testid="page">
      <h1 id={titleId} className="unseen">
        {t('memoryTitle')}
      </h1>
      <MemorySide part={part} keys={keys} />
      <div className="memory-centre">
        <Fault />
        {part === 'search' ? <Explore keys={keys} /> : <MemoryPage part={part} />}
      </div>
      <CardPane isRoom={part === 'search'} />
    </main>
  );
}

function MemoryPage({ part }: { part: keyof typeof pages }) {
  const t = useWords();
  const Shown = pages[part];
  return (
    <div className="memory-middle">
      <div className="memory-page">
        <h2>{t(`memoryTab.${part}`)}</h2>
        <Shown />
      </div>
    </div>
  );
}

function Fault() {
  const t = useWords();
  const { openExplorer } = useActions();
  const error = useWindow(state => state.memory.error);
  if (error === undefined) return null;
  return (
    <div className="memory-fault" role="alert">
      <p className="remark-error grow">
        {error.message} {error.hint}
      </p>
      <button type="button" className="button" onClick={() => void openExplorer()}>
        {t('retry')}
      </button>
    </div>
  );
}
