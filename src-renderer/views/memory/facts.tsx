/** What is known, person by person, as it holds now or held once. */
import { useEffect, useMemo, useState } from 'react';
import type { Fact } from '../../store/contract-types.ts';
import { TextField } from '../dialogs/text-field.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { FactRow } from './fact-row.tsx';
import { subjectText } from './fact-text.ts';

export function Facts() {
  const t = useWords();
  const { loadFacts, showPastFacts } = useActions();
  const facts = useWindow(state => state.memory.facts);
  const showsPast = useWindow(state => state.memory.showsPast);
  const [wanted, setWanted] = useState('');
  useEffect(() => void loadFacts(), [loadFacts]);
  const people = useMemo(() => bySubject(facts ?? [], wanted), [facts, wanted]);
  if (facts === undefined) return <p aria-live="polite">{t('memoryLoading')}</p>;
  return (
    <section aria-label={t('memoryTab.facts')}>
      <TextField label={t('memoryFilter')} value={wanted} onChange={setWanted} maxLength={200} />
      <label className="form-check">
        <input
          type="checkbox"
          checked={showsPast}
          onChange={event => void showPastFacts(event.target.checked)}
        />
        {t('memoryPast')}
      </label>
      {people.length === 0 && (
        <p className="faint">{facts.length === 0 ? t('memoryNoFacts') : t('memoryNoSuchFacts')}</p>
      )}
      {people.map(([subject, list]) => (
        <section key={subject} aria-label={t('memoryAbout', { name: subjectText(subject, t) })}>
          <h3 className="memory-person" dir="auto">
            {subjectText(subject, t)}
          </h3>
          <ul className="memories">
            {list.map(fact => (
              <FactRow key={fact.id} fact={fact} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** The person of the profile first, then by name. */
function bySubject(facts: readonly Fact[], wanted: string): readonly (readonly [string, readonly Fact[]])[] {
  const sought = folded(wanted.trim());
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const said = folded(`${fact.subject} ${fact.relationText} ${fact.value}`);
    if (said.includes(sought)) groups.set(fact.subject, [...(groups.get(fact.subject) ?? []), fact]);
  }
  const rank = (subject: string): number => (subject === 'user' ? 0 : 1);
  return [...groups].sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
