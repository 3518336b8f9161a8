/** What a question says to an index of documents: its words without grammar, and whether it is about documents at all. */
import { fold } from '../../domain/fold.ts';
import { indexTerm } from '../../domain/index-terms.ts';
import type { Language } from '../../domain/language.ts';
import { isFunctionWord } from '../prefrontal-working-memory/function-words.ts';

export interface ReadQuery {
  /** Each once, as the index has them. */
  readonly terms: readonly string[];
  /** The words behind them, for their meaning. */
  readonly content: string;
  /** It asks what is written somewhere. */
  readonly asksDocuments: boolean;
}

const word = /[\p{L}\p{N}]+/gu;

/** What the question is asked by, and not what it is about. */
const askedBy = new Set(
  (
    'document documents fichier fichiers file files dossier dossiers folder folders paper papers papier papiers doc docs ' +
    'dit disent dire say says said ecrit ecrite written write parle parlent mention mentionne mentions according selon ' +
    'apres trouve trouver find passage passages page pages'
  ).split(' '),
);

const writings: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:documents?|fichiers?|pdf|docx|d apres (?:le|la|les|mon|ma|mes)|selon (?:le|la|les|mon|ma|mes)|(?:mon|ma|mes|le|la|les|du|ce|cette) (?:contrats?|notices?|manuels?|bail|factures?|rapports?|lettres?|courriers?|mails?|e mails?|compte rendu|attestations?|garanties?|reglement|guides?|modes? d emploi|recettes?|polices?|devis|convocations?|notes de))\b/,
  en: /\b(?:documents?|files?|pdf|docx|according to|(?:my|the|this|our) (?:contracts?|manuals?|lease|invoices?|reports?|letters?|e ?mails?|minutes|certificates?|warrant(?:y|ies)|rules|guides?|instructions|recipes?|polic(?:y|ies)|quotes?|handbooks?|paperwork))\b/,
};

export function readQuery(text: string, language: Language): ReadQuery {
  const folded = fold(text.slice(0, longest)).match(word) ?? [];
  const asked = folded.filter(one => !isFunctionWord(one, language) && one.length > 1);
  const content = asked.filter(one => !askedBy.has(one));
  const kept = content.length > 0 ? content : asked;
  return {
    terms: [...new Set(kept.map(indexTerm))],
    content: kept.join(' '),
    asksDocuments: writings[language].test(folded.join(' ')),
  };
}

/** UTF-16 units. */
const longest = 2000;
