/** What `jarvis knowledge` says, and how it writes the place of a passage. */
import type { CitedPassage, DocumentState } from '../../domain/knowledge.ts';
import type { Bilingual, Language } from '../../domain/language.ts';

export const documentStateWords: Readonly<Record<DocumentState, Bilingual>> = {
  waiting: { fr: 'en attente', en: 'waiting' },
  indexed: { fr: 'lu', en: 'read' },
  failed: { fr: 'non lu', en: 'not read' },
};

export const knowledgeWords = {
  added: { fr: 'Ajouté : {path}', en: 'Added: {path}' },
  readSoFar: { fr: 'Lus : {done} sur {all}', en: 'Read: {done} of {all}' },
  done: {
    fr: 'Documents lus : {indexed}, passages : {passages}, non lus : {failed}.',
    en: 'Documents read: {indexed}, passages: {passages}, not read: {failed}.',
  },
  later: {
    fr: 'La lecture continue quand Jarvis tourne.',
    en: 'Reading goes on while Jarvis runs.',
  },
  removed: { fr: 'Retiré ; rien n’en reste.', en: 'Removed; nothing of it is left.' },
  none: { fr: 'Aucun document.', en: 'No documents.' },
  nothingFound: {
    fr: 'Rien ne s’en approche dans les documents.',
    en: 'Nothing in the documents comes near this.',
  },
  paused: { fr: 'La lecture des documents est en pause.', en: 'Reading documents is paused.' },
  resumed: { fr: 'La lecture des documents reprend.', en: 'Reading documents goes on.' },
  opened: { fr: 'Ouvert : {path}', en: 'Opened: {path}' },
} as const satisfies Record<string, Bilingual>;

/** `bail.pdf, page 2 · Préavis`. */
export function placeText(
  { documentName, page, headings }: Pick<CitedPassage, 'documentName' | 'page' | 'headings'>,
  language: Language,
): string {
  const pageText = page === undefined ? '' : `, page${language === 'fr' ? '\u00a0' : ' '}${page}`;
  const heading = headings.join(' › ');
  return `${documentName}${pageText}${heading === '' ? '' : ` · ${heading}`}`;
}
