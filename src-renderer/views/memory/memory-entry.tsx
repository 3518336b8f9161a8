/** One memory: its sentence, its day, how near it is, and what can be done with it. */
import type { RecalledMemory } from '../../store/contract-types.ts';
import { fullTime } from '../format.ts';
import { useActions, useLanguage, useWords } from '../window-context.tsx';
import { OpenThere } from './open-there.tsx';
import { ScoreParts } from './score-parts.tsx';
import { short } from './short.ts';

export function MemoryEntry({ memory }: { memory: RecalledMemory }) {
  const t = useWords();
  const language = useLanguage();
  const { explainMemory, previewForget } = useActions();
  const { id, kind, text, atMs, place } = memory;
  const button = (name: string, label: string, act: () => void) => (
    <button type="button" className="button" aria-label={label} onClick={act}>
      {name}
    </button>
  );
  return (
    <li className="memory" data-testid="memory">
      <p className="plain memory-text" dir="auto">
        {text}
      </p>
      <p className="faint">
        <time dateTime={new Date(atMs).toISOString()}>{fullTime(atMs, language)}</time> ·{' '}
        {t(`memoryKind.${kind}`)}
      </p>
      <ScoreParts memory={memory} />
      <div className="memory-buttons">
        {button(t('memoryWhy'), t('memoryWhyOf', { text: short(text) }), () => void explainMemory(id))}
        <OpenThere conversationId={place?.conversationId} messageId={place?.messageId} text={text} />
        {button(t('memoryForget'), t('memoryForgetOf', { text: short(text) }), () => void previewForget(id))}
      </div>
    </li>
  );
}
