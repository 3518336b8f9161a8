/** A fact as a sentence: who, what, and since or until when. */

import type { Fact, NightChange } from '../../store/contract-types.ts';
import type { Words } from '../../words.ts';

export const subjectText = (subject: string, t: Words): string =>
  subject === 'user' ? t('memoryYou') : subject;

export const factText = (fact: Fact, t: Words): string =>
  `${subjectText(fact.subject, t)} · ${fact.relationText} ${fact.value}`;

/** What a change did, in one line. */
export function changeText({ change, fact }: Pick<NightChange, 'change' | 'fact'>, t: Words): string {
  const kind = t(`memoryChange.${change.kind}`);
  if (change.kind === 'edited')
    return t('memoryChanged', { kind, what: `${factText(change.before, t)} → ${factText(change.after, t)}` });
  const about = change.kind === 'learned' ? change.fact : fact;
  return t('memoryChanged', { kind, what: about === undefined ? t('memoryGone') : factText(about, t) });
}
