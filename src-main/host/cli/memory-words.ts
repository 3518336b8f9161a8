/** What `jarvis memory` says, and how it writes facts, days and shares. */
import type { CommandOutput } from '../../../src-preload/contract.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { ScoreParts } from '../../domain/memory.ts';
import { relationOf } from '../../memory/write-gate/relations.ts';

export type ToldFact = CommandOutput<'memory.edit'>;
export type ToldChange = CommandOutput<'memory.judge'>;

export const memoryWords = {
  none: { fr: 'Aucun souvenir trouvé.', en: 'No memory found.' },
  noFacts: { fr: 'Rien de tel n’est su.', en: 'Nothing like that is known.' },
  noNights: { fr: 'Aucune consolidation n’a encore eu lieu.', en: 'No consolidation has taken place yet.' },
  sources: { fr: 'D’où cela vient :', en: 'Where it comes from:' },
  noSources: { fr: 'Aucune source n’est gardée.', en: 'No source is kept.' },
  history: { fr: 'Ce qui lui est arrivé :', en: 'What happened to it:' },
  strength: {
    fr: 'Force : {strength} % ; rappelé {recalls} fois',
    en: 'Strength: {strength} %; recalled {recalls} times',
  },
  edited: { fr: 'Corrigé : {fact}', en: 'Corrected: {fact}' },
  nothingToForget: {
    fr: 'Rien de tel n’est gardé : rien à oublier.',
    en: 'Nothing like that is kept: nothing to forget.',
  },
  wouldForget: {
    fr: 'Seraient oubliés pour toujours : souvenirs {episodes}, messages {messages}, faits {facts}, résumés {summaries}, notes {notes}.',
    en: 'These would be forgotten for good: memories {episodes}, messages {messages}, facts {facts}, summaries {summaries}, notes {notes}.',
  },
  andMore: { fr: '  … et {count} de plus', en: '  … and {count} more' },
  askForget: { fr: 'Oublier ? [o/N] ', en: 'Forget? [y/N] ' },
  notForgotten: {
    fr: 'Rien n’a été oublié. « --yes » le fait sans demander.',
    en: 'Nothing was forgotten. "--yes" does it without asking.',
  },
  forgotten: {
    fr: 'Oublié : souvenirs {episodes}, messages {messages}, faits {facts}, résumés {summaries}, vecteurs {vectors}, notes {notes}.',
    en: 'Forgotten: memories {episodes}, messages {messages}, facts {facts}, summaries {summaries}, vectors {vectors}, notes {notes}.',
  },
  copies: { fr: 'Copies réécrites ou supprimées : {names}', en: 'Copies rewritten or deleted: {names}' },
  receipt: { fr: 'Reçu {id}', en: 'Receipt {id}' },
  night: { fr: '{when} · {episodes} souvenirs lus · {id}', en: '{when} · {episodes} memories read · {id}' },
  noChange: { fr: 'rien n’a changé', en: 'nothing changed' },
  nothingNew: { fr: 'Rien de nouveau à consolider.', en: 'Nothing new to consolidate.' },
  accepted: { fr: 'Accepté : {change}', en: 'Accepted: {change}' },
  undone: { fr: 'Annulé : {change}', en: 'Undone: {change}' },
  imported: {
    fr: 'Repris : souvenirs {episodes}, faits {facts}, résumés {summaries} ; déjà connus {known}.',
    en: 'Taken in: memories {episodes}, facts {facts}, summaries {summaries}; known already {known}.',
  },
  refused: { fr: 'Laissés de côté : {reasons}', en: 'Left out: {reasons}' },
  written: { fr: 'Écrit : {path}', en: 'Written: {path}' },
  isPrivate: { fr: 'Le mode privé est actif.', en: 'Private mode is on.' },
  isNotPrivate: { fr: 'Le mode privé est inactif.', en: 'Private mode is off.' },
  noTopics: { fr: 'Aucun sujet n’est exclu.', en: 'No topic is excluded.' },
} satisfies Record<string, Bilingual>;

export const statisticsWords = {
  episodes: { fr: 'souvenirs', en: 'memories' },
  facts: { fr: 'faits', en: 'facts' },
  summaries: { fr: 'résumés', en: 'summaries' },
  unconsolidated: { fr: 'à consolider', en: 'to be consolidated' },
  bytes: { fr: 'place', en: 'space' },
  embedder: { fr: 'sens des mots par', en: 'meaning by' },
} satisfies Record<string, Bilingual>;

export const settingWords = {
  recall: { fr: 'retenir ce qui est dit, et le rappeler', en: 'remember what is said, and recall it' },
  affect: { fr: 'l’humeur colore le ton des réponses', en: 'mood colours the tone of the answers' },
  retention: { fr: 'jours que tout est gardé', en: 'days that everything is kept' },
} satisfies Record<string, Bilingual>;

const changeWords = {
  learned: { fr: 'appris', en: 'learned' },
  strengthened: { fr: 'redit', en: 'said again' },
  ended: { fr: 'terminé', en: 'ended' },
  edited: { fr: 'corrigé', en: 'corrected' },
  made: { fr: '', en: '' },
  accepted: { fr: 'accepté', en: 'accepted' },
  undone: { fr: 'annulé', en: 'undone' },
} satisfies Record<string, Bilingual>;

const you: Bilingual = { fr: 'Vous', en: 'You' };

/** "Anna: is allergic to nuts (2026-03-02 – …)". */
export function factText(
  { subject, relation, value, validFrom, validTo }: Omit<ToldFact, 'relationText'>,
  language: Language,
): string {
  const who = subject === 'user' ? you[language] : subject;
  const when =
    validFrom === undefined && validTo === undefined ? '' : ` (${validFrom ?? '…'} – ${validTo ?? '…'})`;
  const colon = language === 'fr' ? ' :' : ':';
  return `${who}${colon} ${relationOf(relation).display[language]} ${value}${when}`;
}

export function changeText({ change, state, fact }: Omit<ToldChange, 'id'>, language: Language): string {
  const kind = changeWords[change.kind][language];
  const judged = changeWords[state][language];
  const after = change.kind === 'learned' ? change.fact : fact;
  const before = change.kind === 'edited' ? `${factText(change.before, language)} → ` : '';
  const now = change.kind === 'edited' ? change.after : after;
  const what = now === undefined ? '' : ` · ${before}${factText(now, language)}`;
  return `${kind}${what}${judged === '' ? '' : ` [${judged}]`}`;
}

const locale: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

export const timeText = (ms: number, language: Language): string =>
  new Date(ms).toLocaleString(locale[language], { dateStyle: 'medium', timeStyle: 'short' });

const partWords: Readonly<Record<keyof ScoreParts, Bilingual>> = {
  words: { fr: 'mots', en: 'words' },
  meaning: { fr: 'sens', en: 'meaning' },
  time: { fr: 'temps', en: 'time' },
  association: { fr: 'liens', en: 'links' },
  affect: { fr: 'émotion', en: 'affect' },
};

/** "0.61 = words 0.32 + meaning 0.29"; parts that added nothing are left out. */
export function scoreText(score: number, parts: ScoreParts, language: Language): string {
  const named = (Object.keys(partWords) as (keyof ScoreParts)[])
    .filter(part => Math.abs(parts[part]) >= 0.005)
    .map(part => `${partWords[part][language]} ${parts[part].toFixed(2)}`);
  return `${score.toFixed(2)}${named.length === 0 ? '' : ` = ${named.join(' + ')}`}`;
}
