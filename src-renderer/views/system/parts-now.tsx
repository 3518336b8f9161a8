/** What runs now: processes with their memory, the models in use, versions, folders, how long. */
import { useEffect } from 'react';
import type { SystemParts } from '../../store/contract-types.ts';
import { fullTime } from '../format.ts';
import { sizeText } from '../models/figures.ts';
import { useNow } from '../use-now.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

const refreshMs = 5000;
const known = [
  'core',
  'speech-process',
  'language-process',
  'document-process',
  'embedding-process',
  'key-hook',
  'audio-file-process',
];

export function PartsNow() {
  const t = useWords();
  const { loadParts } = useActions();
  const parts = useWindow(state => state.system.parts);
  useEffect(() => {
    const asking = setInterval(() => void loadParts(), refreshMs);
    return () => clearInterval(asking);
  }, [loadParts]);
  return (
    <section aria-labelledby="system-now" data-testid="parts">
      <h2 id="system-now">{t('system.runsNow')}</h2>
      {parts === undefined ? <p className="faint">{t('system.loading')}</p> : <PartsTable parts={parts} />}
    </section>
  );
}

function PartsTable({ parts }: { parts: SystemParts }) {
  const t = useWords();
  const language = useLanguage();
  const now = useNow(refreshMs);
  const total = parts.processes.reduce((sum, { memoryBytes = 0 }) => sum + memoryBytes, 0);
  const size = (bytes: number): string => sizeText(bytes, language, t);
  return (
    <div className="system-columns">
      <table className="figures">
        <caption>{t('system.processes')}</caption>
        <tbody>
          {parts.processes.map(({ part, pid, memoryBytes }) => (
            <tr key={pid}>
              <th scope="row">{known.includes(part) ? t(`system.process.${part as 'core'}`) : part}</th>
              <td className="mono">{memoryBytes === undefined ? t('system.none') : size(memoryBytes)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('system.together')}</th>
            <td className="mono">{size(total)}</td>
          </tr>
          <tr>
            <th scope="row">{t('system.machineFree')}</th>
            <td className="mono">
              {t('modelProgress', { done: size(parts.freeMemoryBytes), total: size(parts.memoryBytes) })}
            </td>
          </tr>
        </tbody>
      </table>
      <table className="figures">
        <caption>{t('system.inUse')}</caption>
        <tbody>
          {parts.models.map(({ use, name }) => (
            <tr key={use}>
              <th scope="row">{t(`system.use.${use}`)}</th>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="figures">
        <caption>{t('system.program')}</caption>
        <tbody>
          <tr>
            <th scope="row">{t('system.version')}</th>
            <td className="mono">
              {parts.version} · {parts.runtime} · {parts.platform}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('system.since')}</th>
            <td>
              <time dateTime={new Date(parts.startedAtMs).toISOString()}>
                {fullTime(parts.startedAtMs, language)}
              </time>{' '}
              <span className="faint">({uptime(now - parts.startedAtMs, language)})</span>
            </td>
          </tr>
          <tr>
            <th scope="row">{t('system.dataFolder')}</th>
            <td className="mono path">{parts.dataFolder}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** In its largest unit: "for 3 hours". */
function uptime(ms: number, language: 'fr' | 'en'): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const;
  const [unit, length] = units.find(([, unitMs]) => ms >= unitMs) ?? units[2];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(Math.max(0, ms) / length),
  );
}
