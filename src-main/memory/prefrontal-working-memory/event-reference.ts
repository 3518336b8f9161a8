/** Events that date a question: "when I was in Lyon", « depuis que j'ai déménagé », "the last time I saw Paul". */
import { fold } from '../../domain/fold.ts';
import type { Language } from '../../domain/language.ts';
import type { EventReference } from './recall-plan.ts';

type Relation = EventReference['relation'];

/** What opens an event, over folded words; what follows is the event, up to a comma or the question's own verb. */
const openings: Readonly<Record<Language, readonly (readonly [RegExp, Relation])[]>> = {
  fr: [
    [/\b(?:la derniere fois (?:que|qu)|quand (?:est ce que |ai je |as tu )?pour la derniere fois) /, 'last'],
    [/\bla premiere fois (?:que|qu) /, 'first'],
    [/\bdepuis (?:que |qu )/, 'since'],
    [/\bdepuis (?=mon |ma |mes |notre |nos |son |sa |leur )/, 'since'],
    [
      /\bavant (?:que |qu |de |d (?=\w+(?:er|ir|re|oir)\b)|(?=mon |ma |mes |notre |nos |son |sa |leur ))/,
      'before',
    ],
    [/\bapres (?:que |qu |(?=avoir |etre |mon |ma |mes |notre |nos |son |sa |leur ))/, 'after'],
    [
      /\b(?:quand|lorsque|lorsqu|pendant que|alors que|a l epoque ou|l annee ou|le jour ou|du temps ou) (?=(?:je|j|on|nous|il|elle|ils|elles|ma|mon|mes|notre|nos|\w+ (?:est|a|etait|avait|habitait|vivait)\b))/,
      'during',
    ],
    [/\b(?:pendant|durant|lors de|au moment de) (?=(?:mon|ma|mes|notre|nos|son|sa|ses|leur) )/, 'during'],
    [
      /\ba (?=(?:mon|ma|mes|notre|nos|son|sa|ses|leur) (?:mariage|anniversaire|enterrement|bapteme|fete|retour|arrivee|depart|naissance|sortie|retraite|remise|pot) ?)/,
      'during',
    ],
    [
      /\b(?:au|pendant le|lors du|pendant la|a la|lors de la) (?=(?:mariage|voyage|enterrement|anniversaire|bapteme|demenagement|stage|concert|sejour|fete|conference|reunion) (?:de|d|a|chez|en|avec)\b)/,
      'during',
    ],
  ],
  en: [
    [/\b(?:the )?last time (?:that )?/, 'last'],
    [/\b(?:the )?first time (?:that )?/, 'first'],
    [/\bsince (?=(?:i|we|he|she|they|my|our|his|her|their)\b)/, 'since'],
    [
      /\bbefore (?=(?:i|we|he|she|they|my|our|his|her|their|moving|going|leaving|getting|starting)\b)/,
      'before',
    ],
    [
      /\bafter (?=(?:i|we|he|she|they|my|our|his|her|their|moving|going|leaving|getting|starting)\b)/,
      'after',
    ],
    [
      /\b(?:when|while|the day|the year|back when|at the time|the time) (?:that )?(?=(?:i|we|he|she|they|my|our|his|her|their|[a-z]+ (?:was|were|lived|worked|had|got)) )/,
      'during',
    ],
    [/\bduring (?=(?:my|our|his|her|their) )/, 'during'],
    [
      /\b(?:on|at|over|for) (?=(?:my|our|his|her|their) (?:[a-z]+ )?(?:wedding|birthday|trip|holidays?|vacation|honeymoon|graduation|visit|tour|interview|funeral|party|walk|anniversary|retirement|surgery|operation|run|hike|flight|date|journey|cruise|retreat)\b)/,
      'during',
    ],
    [
      /\b(?:at|during) (?=[a-z]+ s (?:wedding|party|birthday|funeral|concert|graduation|trip|house ?warming)\b)/,
      'during',
    ],
  ],
};
/** Words behind `when` that ask rather than tell. */
const asks: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:est ce que|ai|as|a|avons|avez|ont|va|vais) /,
  en: /^(?:did|do|does|is|are|was (?:it|that|the)|were (?:they|the)|will|can|have|has) /,
};
/** Ends the event: what comes behind belongs to the question. */
const closings: Readonly<Record<Language, RegExp>> = {
  fr: / (?=(?:qui|quel|quelle|quels|quelles|ou|comment|combien|pourquoi|qu est ce|est ce que|c etait|qu) )/,
  en: / (?=(?:who|what|where|which|how|why|did|was it|were there|do you|does) )/,
};
/** Behind an event that is a noun ("my trip to Japan") the next subject begins the question. */
const nounEvent =
  /^(?:mon|ma|mes|notre|nos|son|sa|ses|leur|my|our|his|her|their|mariage|voyage|enterrement|anniversaire|bapteme|demenagement|stage|concert|sejour|fete|conference|reunion) /;
const subjects = / (?=(?:j|je|tu|on|il|elle|nous|vous|ils|elles|i|we|he|she|they|you) )/;
const longestEvent = 12;

/** Undefined where nothing dates the question, or only the calendar does. */
export function eventIn(text: string, language: Language): EventReference | undefined {
  const { line, places } = lineOf(text.slice(0, 2000));
  let best: { from: number; relation: Relation } | undefined;
  for (const [opening, relation] of openings[language]) {
    const match = opening.exec(line);
    if (!match || (best && match.index >= best.from)) continue;
    const from = match.index + match[0].length;
    if (asks[language].test(line.slice(from))) continue;
    best = { from, relation };
    break;
  }
  if (!best) return undefined;
  const words = eventWords(line.slice(best.from), language);
  if (words === '') return undefined;
  const first = places.get(best.from);
  const last = places.get(lastWordStart(best.from, words));
  if (!first || !last) return undefined;
  const said = text.slice(first.start, last.end);
  return { text: said, relation: best.relation };
}

function eventWords(rest: string, language: Language): string {
  const upToComma = rest.split(' , ')[0] ?? '';
  const closing = closings[language].exec(upToComma);
  const asked = closing && closing.index > 3 ? upToComma.slice(0, closing.index) : upToComma;
  const subject = nounEvent.test(asked) ? subjects.exec(asked) : null;
  const event = subject ? asked.slice(0, subject.index) : asked;
  const words = event
    .trim()
    .split(' ')
    .filter(word => word !== '');
  return words.length < 2 ? '' : words.slice(0, longestEvent).join(' ');
}

const lastWordStart = (from: number, words: string): number => from + words.lastIndexOf(' ') + 1;

/** Folded words with one space between them and commas as words; where each stands in the text. */
function lineOf(text: string): { line: string; places: Map<number, { start: number; end: number }> } {
  const places = new Map<number, { start: number; end: number }>();
  let line = '';
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*|\d+|[,;:.!?]/gu)) {
    const word = /[\p{L}\d]/u.test(match[0]) ? fold(match[0]) : ',';
    if (line !== '') line += ' ';
    places.set(line.length, { start: match.index, end: match.index + match[0].length });
    line += word;
  }
  return { line: `${line} , `, places };
}
