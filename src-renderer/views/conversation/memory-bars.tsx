/** The memories that an answer was given with, and what each kind of nearness added: five parts in one order, under one legend. */
import { useEffect, useState } from 'react';
import type { Message, RecalledMemory } from '../../store/contract-types.ts';
import { shortTime } from '../format.ts';
import { nearMemories } from '../memory/near-memories.ts';
import { useScoreText } from '../memory/score-parts.tsx';
import { short } from '../memory/short.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

const parts = ['words', 'meaning', 'time', 'association', 'affect'] as const;

/** What of an answer tells of its memories: its words, which grow at each frame, do not. */
export interface RecallingAnswer {
  readonly id: string;
  readonly createdAtMs: number;
  readonly recalled: Message['recalled'];
}

export function MemoryBars({ answer }: { answer: RecallingAnswer }) {
  const t = useWords();
  const { loadRecalled } = useActions();
  const known = useWindow(state => state.memory.recalled.get(answer.id));
  const hasMemories = (answer.recalled?.length ?? 0) > 0;
  useEffect(() => {
    if (hasMemories) loadRecalled(answer.id);
  }, [loadRecalled, answer.id, hasMemories]);
  const [isWhole, setWhole] = useState(false);
  const memories = known?.memories ?? [];
  const shown = isWhole ? memories : nearMemories(memories);
  const most = Math.max(...memories.map(total), Number.EPSILON);
  return (
    <section className="memory-bars" aria-label={t('turn.memories')} data-testid="memory-bars">
      <h2>
        {t('turn.memories')}
        {memories.length > 0 && <span className="mono faint">{memories.length}</span>}
      </h2>
      {!hasMemories && <p className="faint">{t('turn.noMemories')}</p>}
      <ul>
        {shown.map(memory => (
          <MemoryBar
            key={memory.id}
            memory={memory}
            share={total(memory) / most}
            nowMs={answer.createdAtMs}
          />
        ))}
      </ul>
      {shown.length < memories.length && (
        <button type="button" className="link-button" onClick={() => setWhole(true)}>
          {t('turn.moreMemories', { count: memories.length - shown.length })}
        </button>
      )}
      {memories.length > 0 && <Legend />}
    </section>
  );
}

const total = ({ parts: of }: RecalledMemory): number =>
  parts.reduce((sum, part) => sum + Math.max(0, of[part]), 0);

interface Props {
  readonly memory: RecalledMemory;
  /** Of the longest bar. */
  readonly share: number;
  readonly nowMs: number;
}

function MemoryBar({ memory, share, nowMs }: Props) {
  const t = useWords();
  const language = useLanguage();
  const scoreText = useScoreText();
  const open = useOpenMemory();
  const { text, atMs, score } = memory;
  const sum = Math.max(total(memory), Number.EPSILON);
  return (
    <li className="memory-bar" data-testid="memory-bar">
      <button
        type="button"
        className="memory-bar-text"
        dir="auto"
        title={t('turn.openMemory', { text: short(text) })}
        onClick={() => open(memory)}
      >
        {short(text)}
      </button>
      <p className="memory-bar-source">
        <Source memory={memory} />
        <time>{shortTime(atMs, nowMs, language)}</time>
      </p>
      <div className="memory-bar-row">
        <span className="memory-bar-score">{scoreText(score)}</span>
        <span className="memory-bar-track" aria-hidden="true">
          {parts.map(part => (
            <span
              key={part}
              data-part={part}
              style={{ width: `${(100 * share * Math.max(0, memory.parts[part])) / sum}%` }}
            />
          ))}
        </span>
      </div>
      <dl className="memory-bar-parts">
        {parts.map(part => (
          <div key={part}>
            <dt className="unseen">{t(`turn.parts.${part}`)}</dt>
            <dd>{scoreText(memory.parts[part])}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Source({ memory: { kind, speaker, citation } }: { memory: RecalledMemory }) {
  const t = useWords();
  if (kind === 'passage') return <span>{citation?.documentName ?? speaker}</span>;
  if (kind === 'fact') return <span>{t('turn.fact')}</span>;
  if (kind === 'summary') return <span>{t('turn.summary')}</span>;
  return <span>{speaker === 'assistant' ? t('turn.saidByJarvis') : t('turn.saidByYou')}</span>;
}

/** The way to where a memory comes from: a passage in its document, anything else in the memory room. */
function useOpenMemory(): (memory: RecalledMemory) => void {
  const { goTo, explainMemory, showPassage } = useActions();
  return ({ id, kind }) => {
    if (kind === 'passage') {
      goTo('memory', 'documents');
      void showPassage(id);
    } else {
      goTo('memory');
      void explainMemory(id);
    }
  };
}

function Legend() {
  const t = useWords();
  return (
    <ul className="memory-bar-legend" aria-hidden="true">
      {parts.map(part => (
        <li key={part}>
          <span data-part={part} />
          {t(`turn.parts.${part}`)}
        </li>
      ))}
    </ul>
  );
}
