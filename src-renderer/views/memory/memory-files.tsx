/** The memory as a file: taken out in two formats, brought in from several programs. */
import { useRef } from 'react';
import type { MemoryImported } from '../../store/contract-types.ts';
import { number } from '../format.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

export function MemoryFiles() {
  const t = useWords();
  const { exportMemory, importMemoryFile } = useActions();
  const isExporting = useWindow(state => state.memory.isExporting);
  const isImporting = useWindow(state => state.memory.importing !== undefined);
  const file = useRef<HTMLInputElement>(null);
  return (
    <section aria-label={t('memoryFiles')}>
      <h3 className="memory-person">{t('memoryFiles')}</h3>
      <p className="faint">{t('memoryFilesText')}</p>
      <Progress />
      <div className="memory-buttons">
        <button type="button" className="button" disabled={isImporting} onClick={() => file.current?.click()}>
          {t('memoryImport')}
        </button>
        <button
          type="button"
          className="button"
          disabled={isExporting}
          onClick={() => void exportMemory('jsonl')}
        >
          {t('memoryExportLines')}
        </button>
        <button
          type="button"
          className="button"
          disabled={isExporting}
          onClick={() => void exportMemory('markdown')}
        >
          {t('memoryExportMarkdown')}
        </button>
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept=".jsonl,.json,.md,.markdown,application/json,text/markdown"
        data-testid="memory-file"
        onChange={event => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen !== undefined) void importMemoryFile(chosen);
        }}
      />
    </section>
  );
}

function Progress() {
  const t = useWords();
  const language = useLanguage();
  const { cancelMemoryImport } = useActions();
  const importing = useWindow(state => state.memory.importing);
  const imported = useWindow(state => state.memory.imported);
  const text = (count: number): string => number(count, language);
  return (
    <div aria-live="polite" data-testid="memory-import">
      {importing !== undefined && (
        <p>
          {t('memoryImporting', { name: importing.name, records: text(importing.records) })}{' '}
          <button type="button" className="button" onClick={() => void cancelMemoryImport()}>
            {t('cancelUpload')}
          </button>
        </p>
      )}
      {imported !== undefined && (
        <p>
          {t('memoryImported', {
            taken: text(takenIn(imported)),
            known: text(imported.known),
            refused: text(leftOut(imported)),
          })}
        </p>
      )}
    </div>
  );
}

const takenIn = ({ episodes, facts, summaries }: MemoryImported): number => episodes + facts + summaries;
const leftOut = ({ refused }: MemoryImported): number =>
  Object.values(refused).reduce((sum, count) => sum + count, 0);
