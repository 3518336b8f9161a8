/** Private mode, how much is kept, what is never kept, and the memory as a file. */
import { type SubmitEvent, useEffect, useId, useState } from 'react';
import type { Words } from '../../words.ts';
import { TextField } from '../dialogs/text-field.tsx';
import { number } from '../format.ts';
import { IconButton } from '../icon-button.tsx';
import { sizeText } from '../models/figures.ts';
import { Check } from '../voice/setting-fields.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { ChooseEmbedder } from './choose-embedder.tsx';
import { MemoryFiles } from './memory-files.tsx';
import { Receipt } from './receipt.tsx';

export function Keeping() {
  const t = useWords();
  const { loadMemorySettings, setPrivate } = useActions();
  const isPrivate = useWindow(state => state.memory.isPrivate);
  useEffect(() => void loadMemorySettings(), [loadMemorySettings]);
  return (
    <section aria-label={t('memoryTab.keeping')}>
      <label className="form-check">
        <input
          type="checkbox"
          checked={isPrivate}
          onChange={event => void setPrivate(event.target.checked)}
          data-testid="private-switch"
        />
        {t('privateMode')}
      </label>
      <p className="faint">
        {t('privateText')} {t('memoryRoom.privateMore')}
      </p>
      <Remembering />
      <ChooseEmbedder />
      <Statistics />
      <Topics />
      <MemoryFiles />
      <Receipts />
    </section>
  );
}

/** Days that one may choose; '' keeps everything until it is forgotten by order. */
const retentions = ['', '30', '90', '365', '1825'] as const;

const retentionText = (days: number, t: Words): string =>
  days % 365 === 0
    ? t('memoryRetentionYears', { count: days / 365 })
    : t('memoryRetentionDays', { count: days });

function Remembering() {
  const t = useWords();
  const { setMemoryPreferences } = useActions();
  const { recall, affect, retentionDays } = useWindow(state => state.preferences.memory);
  const chosen = retentionDays === undefined ? '' : String(retentionDays);
  // A time that was chosen elsewhere is offered as well.
  const offered = [...new Set<string>([...retentions, chosen])];
  const id = useId();
  const onRetention = (days: string): void =>
    void (days === ''
      ? setMemoryPreferences({}, 'retentionDays')
      : setMemoryPreferences({ retentionDays: Number(days) }));
  return (
    <section aria-label={t('memoryRemembering')}>
      <Check
        label={t('memoryRecall')}
        isOn={recall}
        onChange={on => void setMemoryPreferences({ recall: on })}
      />
      <Check
        label={t('memoryAffect')}
        isOn={affect}
        onChange={on => void setMemoryPreferences({ affect: on })}
      />
      <div className="form-row">
        <label htmlFor={id}>{t('memoryRetention')}</label>
        <select id={id} className="input" value={chosen} onChange={event => onRetention(event.target.value)}>
          {offered.map(days => (
            <option key={days} value={days}>
              {days === '' ? t('memoryRetentionNone') : retentionText(Number(days), t)}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

function Statistics() {
  const t = useWords();
  const language = useLanguage();
  const statistics = useWindow(state => state.memory.statistics);
  if (statistics === undefined) return <p aria-live="polite">{t('memoryLoading')}</p>;
  const { episodes, facts, summaries, unconsolidated, bytes, embedder } = statistics;
  const rows = [
    [t('memoryCounts.episodes'), number(episodes, language)],
    [t('memoryCounts.facts'), number(facts, language)],
    [t('memoryCounts.summaries'), number(summaries, language)],
    [t('memoryUnconsolidated'), number(unconsolidated, language)],
    [t('memorySpace'), sizeText(bytes, language, t)],
    [t('memoryEmbedder'), embedder],
  ] as const;
  return (
    <section aria-label={t('memoryStatistics')} data-testid="memory-statistics">
      <h3 className="memory-person">{t('memoryStatistics')}</h3>
      <dl className="figures">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Topics() {
  const t = useWords();
  const { excludeTopic } = useActions();
  const topics = useWindow(state => state.memory.topics);
  const [topic, setTopic] = useState('');
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (topic.trim() !== '' && (await excludeTopic(topic.trim(), true))) setTopic('');
  };
  return (
    <section aria-label={t('memoryTopics')}>
      <h3 className="memory-person">{t('memoryTopics')}</h3>
      <p className="faint">{t('memoryTopicsText')}</p>
      <ul className="kept">
        {topics?.map(one => (
          <li key={one}>
            <span className="grow" dir="auto">
              {one}
            </span>
            <IconButton
              icon="close"
              label={t('memoryTopicRemove', { topic: one })}
              onClick={() => void excludeTopic(one, false)}
            />
          </li>
        ))}
      </ul>
      <form className="memory-edit" onSubmit={event => void onSubmit(event)}>
        <TextField label={t('memoryTopicAdd')} value={topic} onChange={setTopic} maxLength={200} />
        <div className="memory-buttons">
          <button type="submit" className="button" disabled={topic.trim() === ''}>
            {t('memoryTopicButton')}
          </button>
        </div>
      </form>
    </section>
  );
}

function Receipts() {
  const t = useWords();
  const receipts = useWindow(state => state.memory.receipts);
  if (receipts === undefined || receipts.length === 0) return null;
  return (
    <section aria-label={t('memoryReceipts')}>
      <h3 className="memory-person">{t('memoryReceipts')}</h3>
      <ul className="memories">
        {receipts.map(receipt => (
          <li key={receipt.id} className="memory memory-receipt">
            <Receipt receipt={receipt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
