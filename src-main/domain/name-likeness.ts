/** Whether recognised words hold the name: recognisers write it in many ways, and other words sound nearly like it. */

export type NameLikeness =
  /** The name, in one of its spellings. */
  | 'name'
  /** Something that sounds nearly like it, as "Gervais" and "chatterbox" do. */
  | 'near'
  /** Other words. */
  | 'other'
  /** No words at all. */
  | 'none';

/** French and English letters for the sounds of "Jarvis": a soft start, one vowel, perhaps an r, a v, a light end in s. */
const spelledName =
  /^(?:d?j|dg|g(?=e))(?:a|ah|e|ea|aa)r{1,2}[vw](?:i|e|ie|ee|y|a(?=s))(?:ss?|ss?e|ce|z|x)'?s?$/;
/** English without an r before a consonant, as half of its speakers say it. */
const spelledWithoutR = /^(?:d?j|dj)a{1,2}h?[vw]i(?:s|ss|ce)$/;
/** French ends these without an s, however they are written. */
const silentEnd = /(?:ais|ait|é|és|er|et|ets)$/;

/** What the detector is known to mistake, and words that a recogniser writes for what sounds so. */
const nearWords =
  /^(?:ch[ae]r?v|jarv|j'?arriv|jerv|gerv|jarr?e?$|jars$|jarn|jard|jarg|jarret|jav|jasm|jad|jav|chatter|cherv|harv|carv|garv|marv|serv|tarv|trav|parv|purv|nerv|jo[vy]|jew|george|charl|charg|j'?avis|javel|java|vis$|tardis|davis|mavis)/;
/** The name stands at the end of what was heard so far, perhaps with the first words of a request behind it. */
const lookedAtWords = 6;

/** @param text what a recogniser made of the second and a half around a wake. */
export function nameLikeness(text: string): NameLikeness {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}']+/u)
    .map(word => word.replace(/^'+|'+$/g, ''))
    .filter(word => word !== '')
    .slice(-lookedAtWords);
  if (words.length === 0) return 'none';
  // A recogniser may cut the name in two: "jar vis".
  const pairs = words.slice(1).map((word, i) => `${words[i]}${word}`);
  if ([...words, ...pairs].some(isName)) return 'name';
  return words.some(word => nearWords.test(word)) ? 'near' : 'other';
}

const isName = (word: string): boolean =>
  !silentEnd.test(word) && (spelledName.test(word) || spelledWithoutR.test(word));
