/** What a memory's card tells below its claim: the sentences, the values before it, what happened to it, and who used it. */
import type { Explanation, Fact } from '../../store/contract-types.ts';
import { fullTime, shortTime } from '../format.ts';
import { useNow } from '../use-now.ts';
import { useActions, useLanguage, useWords } from '../window-context.tsx';
import { changeText } from './fact-text.ts';
import { dateOfMs, monthAndYear, shortDay } from './memory-dates.ts';
import { OpenThere } from './open-there.tsx';

export function Sources({ explanation: { sources } }: { explanation: Explanation }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <section aria-label={t('memorySources')}>
      {sources.length === 0 && <p className="faint">{t('memoryNoSources')}</p>}
      <ul className="card-sources">
        {sources.map(({ episodeId, text, atMs, conversationId, messageId }) => (
          <li key={episodeId} data-testid="memory-source">
            <blockquote className="plain" dir="auto">
              {text}
            </blockquote>
            <p className="faint">
              <time dateTime={new Date(atMs).toISOString()}>{fullTime(atMs, language)}</time>
            </p>
            <OpenThere conversationId={conversationId} messageId={messageId} text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What holds first, then what held once, newest first. */
export function Values({ fact, values }: { fact: Fact; values: readonly Fact[] }) {
  const t = useWords();
  const { explainMemory } = useActions();
  if (values.length < 2) return null;
  const ordered = values.toSorted(
    (one, other) =>
      Number(one.validTo !== undefined) - Number(other.validTo !== undefined) ||
      other.lastSaidMs - one.lastSaidMs,
  );
  return (
    <section aria-label={t('memoryRoom.values')}>
      <h3>{t('memoryRoom.values')}</h3>
      <ol className="card-values">
        {ordered.map(one => (
          <li key={one.id} data-over={one.validTo !== undefined} data-here={one.id === fact.id}>
            <button
              type="button"
              className="link-button"
              dir="auto"
              aria-current={one.id === fact.id ? 'true' : undefined}
              onClick={() => void explainMemory(one.id)}
            >
              {one.value}
            </button>
            <span className="mono faint">
              <Months fact={one} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** From when to when, as far as it was said. */
export function Span({ fact: { validFrom, validTo, firstSaidMs } }: { fact: Fact }) {
  const t = useWords();
  const language = useLanguage();
  const from = dayOf(validFrom) ?? dateOfMs(firstSaidMs);
  const to = dayOf(validTo);
  if (to === undefined) return t('memoryRoom.since', { day: shortDay(from, language) });
  return t('memoryRoom.fromTo', { from: shortDay(from, language), to: shortDay(to, language) });
}

/** The same, in a line as short as there is. */
function Months({ fact: { validFrom, validTo, firstSaidMs } }: { fact: Fact }) {
  const t = useWords();
  const language = useLanguage();
  const from = monthAndYear(dayOf(validFrom) ?? dateOfMs(firstSaidMs), language);
  const to = dayOf(validTo);
  if (to === undefined) return t('memoryRoom.sinceMonth', { month: from });
  return t('memoryHolds', { from, to: monthAndYear(to, language) });
}

/** A month or a year alone begins with its first day. */
const dayOf = (said: string | undefined): string | undefined =>
  said === undefined ? undefined : `${said.slice(0, 10)}-01-01`.slice(0, 10);

export function History({ explanation: { history, fact } }: { explanation: Explanation }) {
  const t = useWords();
  const language = useLanguage();
  if (history.length === 0) return null;
  return (
    <section aria-label={t('memoryHistory')} data-testid="memory-history">
      <h3>{t('memoryHistory')}</h3>
      <ol className="memory-list">
        {history.map(({ atMs, change }) => (
          <li key={`${atMs} ${change.kind}`}>
            <span dir="auto">{changeText({ change, ...(fact && { fact }) }, t)}</span>{' '}
            <span className="faint">{fullTime(atMs, language)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Uses({ explanation: { uses } }: { explanation: Explanation }) {
  const t = useWords();
  const language = useLanguage();
  const nowMs = useNow(60_000);
  const { goTo, jumpTo } = useActions();
  return (
    <section aria-label={t('memoryRoom.uses')} data-testid="memory-uses">
      <h3>{t('memoryRoom.uses')}</h3>
      {uses.length === 0 && <p className="faint">{t('memoryRoom.noUses')}</p>}
      <ul className="card-uses">
        {uses.map(({ messageId, conversationId, title, atMs }) => (
          <li key={messageId}>
            <button
              type="button"
              className="link-button"
              dir="auto"
              onClick={() => {
                goTo('conversation');
                void jumpTo({ conversationId, messageId });
              }}
            >
              {title === '' ? t('untitled') : title}
            </button>
            <time className="mono faint" dateTime={new Date(atMs).toISOString()}>
              {shortTime(atMs, nowMs, language)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
