/** Made-up chat messages whose words are as common as words are in French and English (Zipf's law). */

const french =
  'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec on ou vous je nous mais cette été être faire tout très bien comme deux même aussi sans peut après temps jour fait elle entre depuis encore leur ses son ans pays monde contre fois alors moins avant toujours rien quand chez donc avoir dit trop beaucoup heure demain semaine maison'.split(
    ' ',
  );
const english =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many before must through years where much your way well should because each just those people how too little state good very make world still see own work long here get both between being under never same know another while last might us great old year off come since against go came right used take three'.split(
    ' ',
  );
const syllables =
  'ba be bi bo bu da de di do du fa fe fi fo ga ge gi go la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro ru sa se si so ta te ti to tu va ve vi vo cha ché tion ment eur ing er ed ly ness é è ou an on in'.split(
    ' ',
  );

const vocabularySize = 30_000;
/** Mandelbrot's shift: the few commonest words are less common than Zipf's law alone says. */
const shift = 2.7;

/** The same messages for the same seed: 100 to 400 characters each, half French, half English. */
export function createChatText(seed: number): {
  message(): string;
  word(language: 'fr' | 'en', rank: number): string;
  random(): number;
} {
  const random = createRandom(seed);
  const vocabularies = { fr: vocabulary(french, random), en: vocabulary(english, random) };
  const sums = cumulativeWeights();
  const word = (language: 'fr' | 'en', rank: number): string => vocabularies[language][rank] ?? '';
  const message = (): string => {
    const language = random() < 0.5 ? 'fr' : 'en';
    const length = 100 + random() * 300;
    let text = '';
    while (text.length < length) {
      const end = random();
      const mark = end < 0.1 ? ',' : end < 0.18 ? '.' : '';
      text += `${text === '' ? '' : ' '}${word(language, rankAt(sums, random()))}${mark}`;
    }
    return text;
  };
  return { message, word, random };
}

/** Marsaglia's xorshift32. */
function createRandom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** The common words first, then rare ones made of syllables. */
function vocabulary(common: readonly string[], random: () => number): readonly string[] {
  const words = new Set(common);
  while (words.size < vocabularySize) {
    const count = 2 + Math.floor(random() * 3);
    const parts = Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]);
    words.add(parts.join(''));
  }
  return [...words];
}

function cumulativeWeights(): readonly number[] {
  let sum = 0;
  return Array.from({ length: vocabularySize }, (_, rank) => {
    sum += 1 / (rank + shift);
    return sum;
  });
}

function rankAt(sums: readonly number[], fraction: number): number {
  const target = fraction * (sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}
