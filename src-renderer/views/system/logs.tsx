/** The log, newest first, to be searched by words and by how bad it is. */
import { memo, useEffect, useState } from 'react';
import type { LogLine } from '../../store/contract-types.ts';
import type { LogLevel } from '../../store/system-view.ts';
import { number } from '../format.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];
/** Made once: there may be thousands of lines. */
const times = {
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'short', timeStyle: 'medium' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'medium' }),
};
/** Whoever types has not finished yet. */
const restMs = 250;

export function Logs() {
  const t = useWords();
  const { searchLogs, loadParts } = useActions();
  const [text, setText] = useState('');
  const [level, setLevel] = useState<LogLevel>('info');
  const folder = useWindow(state => state.system.parts?.logFolder);
  useEffect(() => void loadParts(), [loadParts]);
  useEffect(() => {
    const asking = setTimeout(() => void searchLogs({ text: text.trim(), level }), restMs);
    return () => clearTimeout(asking);
  }, [searchLogs, text, level]);
  return (
    <section aria-labelledby="system-logs" data-testid="logs">
      <h2 id="system-logs">{t('system.part.logs')}</h2>
      <p className="faint">
        {t('system.logsText')} {folder !== undefined && <span className="mono path">{folder}</span>}
      </p>
      <div className="system-line">
        <input
          className="input log-search"
          type="search"
          aria-label={t('system.searchLogs')}
          placeholder={t('system.searchLogs')}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <label className="system-line">
          {t('system.atLeast')}
          <select
            className="input log-level"
            value={level}
            onChange={event => setLevel(event.target.value as LogLevel)}
          >
            {levels.map(one => (
              <option key={one} value={one}>
                {t(`system.level.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Found />
    </section>
  );
}

function Found() {
  const t = useWords();
  const language = useLanguage();
  const { earlierLogs } = useActions();
  const logs = useWindow(state => state.system.logs);
  if (logs === undefined) return null;
  const { lines, state, next } = logs;
  return (
    <>
      <p className="faint" aria-live="polite">
        {state === 'searching'
          ? t('system.loading')
          : lines.length === 0
            ? t('system.noLines')
            : t('system.lines', { count: lines.length, lines: number(lines.length, language) })}
      </p>
      <ol className="log">
        {lines.map(line => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      {next !== undefined && state === 'done' && (
        <button type="button" className="button" onClick={() => void earlierLogs()}>
          {t('system.earlier')}
        </button>
      )}
    </>
  );
}

/** Drawn once: more lines leave those that are there alone. */
const Line = memo(function Line({ line: { atMs, level, event, fields, error } }: { line: LogLine }) {
  const t = useWords();
  const language = useLanguage();
  const told = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return (
    <li data-testid="log-line" data-level={level}>
      <time dateTime={new Date(atMs).toISOString()}>{times[language].format(atMs)}</time>
      <span className="log-mark">{t(`system.level.${level}`)}</span>
      <span className="log-text">
        <strong>{event}</strong> {told.join(' ')}
        {error !== undefined && <span className="log-error">{error}</span>}
      </span>
    </li>
  );
});
