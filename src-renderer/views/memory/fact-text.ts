/** A fact as a sentence: who, what, and since or until when. */
import type { Dictionary } from '../../locales/dictionary.ts';
import type { Fact, NightChange } from '../../store/contract-types.ts';

export const subjectText = (subject: string, words: Dictionary): string =>
  subject === 'user' ? words.memoryYou : subject;

export const factText = (fact: Fact, words: Dictionary): string =>
  `${subjectText(fact.subject, words)} · ${fact.relationText} ${fact.value}`;

/** '' where nothing is known of it. */
export function holdsText({ validFrom, validTo }: Fact, words: Dictionary): string {
  if (validFrom === undefined && validTo === undefined) return '';
  return words.memoryHolds(validFrom ?? '…', validTo ?? '…');
}

/** What a change did, in one line. */
export function changeText(
  { change, fact }: Pick<NightChange, 'change' | 'fact'>,
  words: Dictionary,
): string {
  const kind = words.memoryChange[change.kind];
  if (change.kind === 'edited')
    return words.memoryChanged(kind, `${factText(change.before, words)} → ${factText(change.after, words)}`);
  const about = change.kind === 'learned' ? change.fact : fact;
  return words.memoryChanged(kind, about === undefined ? words.memoryGone : factText(about, words));
}
