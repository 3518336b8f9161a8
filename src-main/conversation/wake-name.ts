/** Takes the name off what was said in one breath with it. */

/** What recognisers write for "Jarvis" said by French and English voices. */
const name = `(?:d?[jg][aeh]+r+v[aeiy]+(?:s+e?|ce)?|jarre? vis(?:se)?|chervis|charvis)`;
/** What they write as well, and what is only taken for the name when it was just heard. */
const soundsLikeName = `(?:${name}|travis|service|j'?arrive|davis|jervais|gervais)`;
const call = String.raw`(?:(?:hey|hé|eh|ok|okay|o\.k\.|dis(?: donc)?|dit|salut|bonjour|hello|hi)[\s,!.]+)?`;
const startingWith = (word: string): RegExp =>
  new RegExp(String.raw`^[\s«"“—-]*${call}${word}(?=$|[\s,.!?…:;»"”])[\s,.!?…:;»"”—-]*`, 'iu');
const atStart = startingWith(name);
const likelyAtStart = startingWith(soundsLikeName);
/** "What time is it, Jarvis?": a name that only ends the sentence says nothing more. */
const atEnd = new RegExp(String.raw`[\s,]+${name}(?<mark>[\s.!?…]*)$`, 'iu');

/**
 * @param wasCalled the name was just heard, so that what sounds like it is it.
 * @returns `text` without the name that called Jarvis; empty when nothing else was said.
 */
export function withoutName(text: string, wasCalled: boolean): string {
  const rest = text.replace(wasCalled ? likelyAtStart : atStart, '');
  if (rest === text) return text.replace(atEnd, '$<mark>');
  return rest === '' ? '' : rest.charAt(0).toLocaleUpperCase() + rest.slice(1);
}
