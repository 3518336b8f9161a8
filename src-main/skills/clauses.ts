/** A command with a word about its reason: "I'm making tea, set a timer for 3 minutes", "What time is it? I'm late." */

import { fold } from '../domain/fold.ts';
import type { Language } from '../domain/language.ts';

/** What stands beside the reason, and the intents that may be meant so. */
interface CommandPart {
  readonly text: string;
  readonly intents: ReadonlySet<string>;
}

/** Intents without words of the user's own: nothing said behind can belong to them. */
export const closedIntents: readonly string[] = [
  ...[
    'time.now',
    'time.elsewhere',
    'date.today',
    'day.ofDate',
    'date.until',
    'date.since',
    'math',
    'percent',
    'units',
  ],
  ...['timer.set', 'timer.cancel', 'timer.list', 'timer.remaining', 'note.list'],
];
const beforeReason: ReadonlySet<string> = new Set([...closedIntents, 'list.add', 'list.remove', 'stop']);
const afterReason: ReadonlySet<string> = new Set([
  ...closedIntents,
  ...['list.show', 'reminder.set', 'list.add', 'list.remove', 'note.add', 'memory.remember'],
]);

/** The speaker tells something of the own or of the surroundings. */
const statement: Record<Language, RegExp> = {
  fr: /^(?:(?:bon|ok|ah|oh|euh|bonjour|salut|jarvis|tiens|voila|dis|car|parce que|et|mais|alors)[ ,]+)*(?:je |j |on |nous |mon |ma |mes |notre |nos |il est |il fait |il y a |il faut |il va |c est |ca |y a |les? \S+ (?:est|sont|arrive|cuit|cuisent|commence)|la \S+ (?:est|arrive|cuit|commence))/,
  en: /^(?:(?:ok|okay|ah|oh|well|hi|hey|hello|jarvis|right|so|because|and|but)[ ,]+)*(?:i |we |my |our |it is |it s |its |there is |there s |there are |the \S+ (?:is|are|has|just|s) |dinner |lunch )/,
};
/** Words of somebody who wants a text, or reports one. */
const composing =
  /\b(?:write|wrote|translate|story|poem|song|essay|email|explain|imagine|pretend|says?|said|asked|told|quote|sentence|sing|joke|recipe|ecri[st]|ecrire|traduis|traduire|histoire|poeme|chanson|mail|explique|raconte|dit|disait|demande|phrase|texte|blague|recette)\b/;
const quotation = /["“”«»]/;
const longest = 160;

/** Every way to part `text` into a reason and a command, at its pauses; none where it tells no reason. */
export function commandParts(text: string, language: Language): readonly CommandPart[] {
  if (text.length > longest || quotation.test(text)) return [];
  const words = plain(text);
  if (composing.test(words)) return [];
  const parts: CommandPart[] = [];
  for (const found of text.matchAll(/([,.;:!?]+)\s+(?=\S)/g)) {
    const head = text.slice(0, found.index);
    const tail = text.slice(found.index + found[0].length);
    if (isReason(head, language) || (isShort(head) && !found[1]?.includes(':')))
      parts.push({ text: tail, intents: afterReason });
    if (isReason(tail, language)) parts.push({ text: head, intents: beforeReason });
  }
  return parts.slice(0, 4);
}

/** Words of an assent, thanks or greeting that may go before a command said twice. */
const courtesy =
  /^(?:ok|okay|merci|thanks|thank you|c est bon|bon|non|no|oui|yes|hey|hi|jarvis|please|stp|alright|right|tres bien|great|super|well)$/;

/** "Stop, arrête": the same said in several ways; the parts of it, or none. */
export function sameThing(text: string): readonly string[] {
  if (text.length > 60) return [];
  const parts = text.split(/[,.;!?]+\s+/).filter(part => part.trim() !== '');
  return parts.length < 2 || parts.length > 4
    ? []
    : parts.filter(part => !courtesy.test(plain(part.replace(/[.!?]+$/, ''))));
}

const plain = (text: string): string => fold(text).replace(/['’-]/g, ' ').trim();
const isReason = (text: string, language: Language): boolean => statement[language].test(`${plain(text)} `);
/** "Quick one.", "I'm back!", "Is it late?" */
const isShort = (text: string): boolean => /^\S+(?: \S+){0,2}$/.test(plain(text));
