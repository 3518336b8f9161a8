/** What left this computer: to whom, why, by whose order, and how much. */
import { useEffect, useState } from 'react';
import type { Ledger } from '../../store/contract-types.ts';
import { Choice } from '../dialogs/choice.tsx';
import { fullTime, number, shortTime } from '../format.ts';
import { sizeText } from '../models/figures.ts';
import { Shortened } from '../shortened.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

type Entry = Ledger['entries'][number];
const spans = { today: 1, week: 7, month: 31, year: 366 } as const;
type Span = keyof typeof spans;
const names: readonly Span[] = ['today', 'week', 'month', 'year'];
const refreshMs = 5000;

export function LedgerPart() {
  const t = useWords();
  const { loadLedger } = useActions();
  const [span, setSpan] = useState<Span>('today');
  const ledger = useWindow(state => state.system.ledger);
  const days = spans[span];
  useEffect(() => {
    void loadLedger(days);
    const asking = setInterval(() => void loadLedger(days), refreshMs);
    return () => clearInterval(asking);
  }, [loadLedger, days]);
  return (
    <section aria-labelledby="system-ledger" data-testid="ledger">
      <h2 id="system-ledger">{t('system.part.ledger')}</h2>
      <p className="faint">{t('system.ledgerText')}</p>
      <Choice
        label={t('system.over')}
        value={span}
        options={names.map(one => [one, t(`system.ledgerSpan.${one}`)] as const)}
        onChange={setSpan}
      />
      {ledger?.days === days ? (
        <Sums sums={ledger.sums} span={span} />
      ) : (
        <p className="faint">{t('system.loading')}</p>
      )}
    </section>
  );
}

function Sums({ sums, span }: { sums: Ledger; span: Span }) {
  const t = useWords();
  const bytes = useBytes();
  const { out, here, entries } = sums;
  const outside = entries.filter(entry => !entry.isHere);
  const inside = entries.filter(entry => entry.isHere);
  return (
    <>
      <p className="ledger-figure" data-testid="ledger-out">
        <span className="figure">{bytes(out.bytesOut)}</span>
        <span>{t(`system.sent.${span}`)}</span>
      </p>
      {outside.length === 0 ? (
        <p>{t('system.nothingLeft')}</p>
      ) : (
        <Entries entries={outside} label={t('system.outside')} />
      )}
      {inside.length > 0 && (
        <details className="ledger-here">
          <summary>{t('system.inside', { out: bytes(here.bytesOut), back: bytes(here.bytesIn) })}</summary>
          <p className="faint">{t('system.insideText')}</p>
          <Entries entries={inside} label={t('system.insideLabel')} />
        </details>
      )}
    </>
  );
}

function Entries({ entries, label }: { entries: readonly Entry[]; label: string }) {
  return (
    <Shortened things={entries} className="ledger" label={label}>
      {entry => <EntryRow key={`${entry.host} ${entry.purpose} ${entry.orderedBy}`} entry={entry} />}
    </Shortened>
  );
}

function EntryRow({ entry }: { entry: Entry }) {
  const t = useWords();
  const language = useLanguage();
  const bytes = useBytes();
  const { host, purpose, orderedBy, requests, bytesOut, bytesIn, lastMs } = entry;
  return (
    <li data-testid="ledger-entry">
      <div>
        <strong className="mono">{host}</strong>
        <p className="faint">
          {t(`system.purpose.${purpose}`)} · {t(`system.orderedBy.${orderedBy}`)} ·{' '}
          {t('system.times', { count: requests, times: number(requests, language) })}
        </p>
      </div>
      <span className="mono">{t('system.upDown', { out: bytes(bytesOut), back: bytes(bytesIn) })}</span>
      <time
        className="mono faint"
        dateTime={new Date(lastMs).toISOString()}
        title={fullTime(lastMs, language)}
      >
        {shortTime(lastMs, Date.now(), language)}
      </time>
    </li>
  );
}

/** To the byte where they are few: nothing is rounded away to nothing, or up from it. */
function useBytes(): (bytes: number) => string {
  const t = useWords();
  const language = useLanguage();
  return bytes =>
    bytes < 10_000 ? t('system.bytes', { count: number(bytes, language) }) : sizeText(bytes, language, t);
}
