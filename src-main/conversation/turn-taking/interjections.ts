/** Tells what is said across an answer: a sign of attention that interrupts nothing, an order to be silent, or words. */
import { fold } from '../../domain/fold.ts';

/** `none`: no words at all. */
export type Interjection = 'none' | 'backchannel' | 'stop' | 'words';

/** Signs of attention; each may stand beside others. Folded: without accents, apostrophes as spaces. */
const attention = phrases(`
  mm|mmm|mhm|mmhm|mh|hm|hmm|hum|hmhm|mm hm|mm hmm|mmm hmm|hm hm|uh huh|uh hu|aha|ah|oh|eh|euh|ha|haha|ah ah|hein|he he
  oui|ouais|ouai|ouep|yep|yeah|yup|yes|ok|okay|okey|oki|d accord|daccord|dac|d ac|bien|tres bien|super|genial|parfait
  cool|top|excellent|formidable|chouette|nickel|impeccable|entendu|compris|j ai compris|je comprends|je vois|c est vrai
  vrai|vraiment|ah bon|bon|c est ca|voila|exact|exactement|tout a fait|absolument|effectivement|en effet|bien sur
  ca marche|ca va|ca roule|certes|evidemment|interessant|c est interessant|incroyable|dingue|pas mal|sans blague
  tiens|dis donc|ah la la|oh la la|wow|waouh|ouah|je sais|bien entendu|comme il faut|tant mieux|c est bien|c est bon
  right|all right|alright|sure|of course|i see|i understand|understood|got it|gotcha|makes sense|true|that s true
  good|very good|great|nice|fine|perfect|awesome|amazing|wonderful|lovely|really|oh really|indeed|exactly|precisely
  absolutely|definitely|certainly|totally|interesting|fair enough|no way|no kidding|you don t say|go on|oh yes
  that s right|that s good|that s great|that s interesting|that s nice|sounds good|fantastic|brilliant|neat|sweet|i know
  carrement|clairement|grave|c est clair|ca alors|tu m etonnes|je te crois|je vous crois|note|bien note|c est note|pas faux|trop|c est
  c est sur|sur|forcement|normal|logique|eh oui|eh ben|ben|bah|serieux|serieusement|pas possible|c est pas vrai|sans rire|je te suis|je vous suis
  mais oui|continue|continuez|vas y|poursuis|allez|a ce point|tu crois|ah ca|oh dis|punaise|mince|zut|la vache|c est fou|fou|c est genial|que c est beau
  good to know|i hear you|noted|cool cool|for sure|no doubt|you bet|keep going|go ahead|continue|carry on|that makes sense|i get it|i got it|fair|fair point
  good point|how interesting|how nice|is that so|oh my|oh my god|my god|my goodness|goodness|gosh|geez|seriously|quite|naturally|obviously|clearly|okey dokey
  so|very|pretty|too|that s|it s|crazy|incredible|unbelievable|beautiful|impressive|that s crazy|how funny|funny|strange|curious|how strange|who knew|i like that
  impressionnant|magnifique|beau|drole|marrant|etrange|bizarre|curieux|passionnant|j adore|j aime bien|c est beau|merci pour l info|je ne savais pas|i didn t know
  uh|um|mhmm|m hm|ooh|huh|so true|very nice|very well|too bad|well well
`);

/** Orders to be silent, or to wait. */
const orders = phrases(`
  stop|stoppe|stop ca|arrete|arretez|arrete toi|arretez vous|arrete ca|arrete de parler|arretez de parler|tais toi
  taisez vous|attends|attendez|attend|attends voir|attends un peu|attends deux secondes|attends une seconde
  attends une minute|attends un instant|attendez un instant|ca suffit|suffit|c est assez|assez|silence|chut|la ferme
  ferme la|pause|mets pause|mets en pause|fais une pause|une seconde|deux secondes|une minute|deux minutes|un instant
  un moment|minute|halte|c est bon arrete|on arrete|laisse tomber|tu peux arreter|tu peux t arreter|plus un mot
  arrete tout|stop tout|coupe|coupe le son|coupe la parole
  stop it|stop that|stop talking|stop there|stop now|stop right there|wait|wait a minute|wait a second|wait a moment
  wait a sec|wait up|just wait|hold on|hold it|hold on a second|hold on a minute|hang on|hang on a second|hang on a minute
  shut up|be quiet|quiet|hush|shush|shh|sh|chh|enough|that s enough|enough already|one second|one moment|one minute
  one sec|just a second|just a moment|just a minute|a second|give me a second|give me a minute|please stop|time out
  silence please|no more|never mind|nevermind|be silent|cut it out|cut it|knock it off|you can stop|you can stop now|quit it
`);

/** May stand beside an order without adding to it. */
const fillers = phrases(`
  jarvis|non|no|hey|he|ok|okay|oh|ah|euh|uh|um|please|s il te plait|s il vous plait|stp|svp|maintenant|now|la|ici
  tout de suite|right now|allez|alors|bon|mais|but|et|and|merci|thanks|thank you|un peu|non non|no no|just|well|eh|oui
  d accord|yes|yeah|dis|hep|oh la|oh non|oh no|allons|ca|hein|donc
`);

/** Of what is said across an answer. */
export function interjectionOf(text: string): Interjection {
  const words = wordsOf(text);
  if (words.length === 0) return 'none';
  if (covers(words, [attention])) return 'backchannel';
  if (covers(words, [fillers, attention, orders])) return hasOrder(words) ? 'stop' : callOrWords(words);
  return 'words';
}

/** Whether the first words order Jarvis to be silent, whatever follows. */
export function beginsWithOrder(text: string): boolean {
  const words = wordsOf(text);
  let at = 0;
  while (at < words.length) {
    if (longest(orders, words, at) > 0) return true;
    const filler = longest(fillers, words, at);
    if (filler === 0) return false;
    at += filler;
  }
  return false;
}

/** The bare name calls for attention: silence is the answer to it. */
function callOrWords(words: readonly string[]): Interjection {
  return words.includes('jarvis') && words.length <= 2 ? 'stop' : 'words';
}

type Phrases = ReadonlySet<string>;
const longestPhrase = 5;

function phrases(list: string): Phrases {
  return new Set(list.split(/[|\n]/).map(phrase => phrase.trim()));
}

function wordsOf(text: string): string[] {
  return fold(text.replaceAll('’', "'")).match(/[a-z0-9]+/g) ?? [];
}

/** How many words from `at` on are the longest phrase of the list; 0 for none. */
function longest(list: Phrases, words: readonly string[], at: number): number {
  for (let count = Math.min(longestPhrase, words.length - at); count > 0; count -= 1) {
    if (list.has(words.slice(at, at + count).join(' '))) return count;
  }
  return 0;
}

function covers(words: readonly string[], lists: readonly Phrases[]): boolean {
  // Whether the words up to each place can be made of phrases.
  const reached = [true];
  for (let end = 1; end <= words.length; end += 1) {
    reached[end] = false;
    for (let from = Math.max(0, end - longestPhrase); from < end; from += 1) {
      const phrase = words.slice(from, end).join(' ');
      if (reached[from] && lists.some(list => list.has(phrase))) reached[end] = true;
    }
  }
  return reached[words.length] === true;
}

function hasOrder(words: readonly string[]): boolean {
  return words.some((_, at) => longest(orders, words, at) > 0);
}
