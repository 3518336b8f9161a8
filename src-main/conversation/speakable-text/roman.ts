/** Roman numerals where they are numbers: kings, popes, centuries, chapters, wars; not "CV", "MIX" or "I". */
import type { Language } from '../../domain/language.ts';
import type { NumberReader } from './number-reader.ts';
import { notInWord, oneOf, type Rule, wordEnds } from './rule.ts';

const letters: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
const wellFormed = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** @returns the value of a well-formed numeral, in digits. */
export function romanDigits(numeral: string): string | undefined {
  const upper = numeral.toUpperCase();
  if (upper === '' || !wellFormed.test(upper)) return undefined;
  const values = [...upper].map(letter => letters[letter] ?? 0);
  return String(
    values.reduce((sum, value, i) => (value < (values[i + 1] ?? 0) ? sum - value : sum + value), 0),
  );
}

const kings: Readonly<Record<Language, string>> = {
  fr: 'Louis Charles Henri François Philippe Napoléon Jean-Paul Jean Paul Benoît Pie Grégoire Léon Clément Innocent Urbain Alexandre Boniface Jules Sixte Élisabeth Elizabeth Elisabeth Édouard Edouard George Georges Guillaume Richard Jacques Catherine Pierre Nicolas Frédéric Ferdinand Alphonse Philippe-Auguste Ramsès Ptolémée Darius Xerxès Guillaume-Alexandre Albert Baudouin Léopold Victor-Emmanuel Mohammed Hassan Rainier Robert Childéric Clotaire Dagobert Thierry Otton Conrad Rodolphe Maximilien Sigismond Ivan Gustave Christian Haakon Harald Olaf Juan Carlos Félipe Felipe Amenhotep Thoutmôsis Séthi Toutânkhamon Cléopâtre Margrethe Béatrice Jeanne Marie Isabelle Joseph Étienne Bohémond Mehmed Mourad Soliman Selim Abdülhamid Antiochos Séleucos Célestin Honorius Nicolas Eugène Martin Pascal Calixte Adrien Anastase Marcel',
  en: 'Henry Louis Charles Edward George William Richard James Elizabeth Mary John John\u00A0Paul Paul Benedict Pius Gregory Leo Clement Innocent Urban Alexander Boniface Julius Napoleon Philip Frederick Ferdinand Alfonso Catherine Peter Nicholas Ivan Ramses Ramesses Ptolemy Darius Xerxes Cleopatra Victor\u00A0Emmanuel Albert Leopold Gustav Christian Haakon Harald Olaf Juan Carlos Felipe Wilhelm Otto Rudolf Maximilian Joseph Robert David Stephen Margaret Margrethe Isabella Mehmed Suleiman Selim Murad Amenhotep Thutmose Seti Anne Francis Franz',
};

const parts: Readonly<Record<Language, string>> = {
  fr: 'chapitre chapitres tome tomes acte actes scène scènes livre livres partie parties volume volumes section article annexe titre niveau type phase groupe catégorie classe figure tableau leçon épisode saison guerre concile paragraphe étape grade stade convention lot zone cycle module',
  en: 'chapter chapters part parts volume volumes act acts scene scenes book books section sections article type phase stage level class category group figure table lesson episode war bowl title appendix step grade tier module unit canto psalm amendment division corps saga fantasy',
};

const numeral = '[IVXLCDM]{1,12}';

export function romanRules(
  reader: NumberReader,
  ordinalOf: (digits: string, feminine: boolean) => string,
): readonly Rule[] {
  return reader.language === 'fr' ? french(reader, ordinalOf) : english(reader, ordinalOf);
}

type OrdinalOf = (digits: string, feminine: boolean) => string;

function partRule(reader: NumberReader): Rule {
  const { language } = reader;
  return {
    pattern: new RegExp(
      String.raw`(?<=${notInWord}(?:${oneOf(parts[language].split(' '))})\s)(${numeral})(?![\p{L}\p{N}.]\p{L}|[\p{L}\p{N}'’])(?:(\s?[-–,]\s?| (?:et|à|and|to) )(${numeral})${wordEnds})?`,
      'giu',
    ),
    say: ([whole, first = '', between, second]) => {
      if (whole !== whole.toUpperCase() && between === undefined) return undefined;
      const low = romanDigits(first);
      const high = second === undefined ? '' : romanDigits(second);
      if (low === undefined || high === undefined || /^[LCDM]$/.test(first)) return undefined;
      return `${reader.cardinal(low)}${between ?? ''}${high === '' ? '' : reader.cardinal(high)}`;
    },
  };
}

/** A capitalised word, then a numeral that hardly is a word: "Rocky IV", "Vatican II". */
function titleRule(reader: NumberReader): Rule {
  return {
    pattern: new RegExp(String.raw`(?<=\p{Lu}[\p{L}’'-]+\s)([IVX]{2,6})${wordEnds}(?!['’.]\p{L})`, 'gu'),
    say: ([, value = '']) => {
      const digits = romanDigits(value);
      return digits === undefined ? undefined : reader.cardinal(digits);
    },
  };
}

function french(reader: NumberReader, ordinalOf: OrdinalOf): readonly Rule[] {
  const ordinal: Rule = {
    pattern: new RegExp(`${notInWord}(${numeral})(er|re|ère|ème|nde?|ᵉʳ|ʳᵉ|e|ᵉ)(s?)${wordEnds}`, 'gu'),
    say: ([, value = '', ending = '', plural = '']) => {
      const digits = romanDigits(value);
      const isFirst = /^(?:er|re|ère|ᵉʳ|ʳᵉ)$/.test(ending);
      if (digits === undefined || isFirst !== (digits === '1') || !/^[IVX]$|../.test(value)) return undefined;
      return ordinalOf(digits, /^(?:re|ère|ʳᵉ)$/.test(ending)) + plural;
    },
  };
  const listed: Rule = {
    pattern: /(?<![\p{L}\p{N}])([IVX]{1,6})(?=,? (?:et |au |à )?(?:[IVX]{1,6}(?:e|ᵉ|ème)|premier siècle))/gu,
    say: ([, value = '']) => {
      const digits = romanDigits(value);
      return digits === undefined ? undefined : ordinalOf(digits, false);
    },
  };
  const king: Rule = {
    pattern: new RegExp(
      String.raw`(?<=${notInWord}(?:${oneOf(kings.fr.split(' '))})\s)([IVX]{1,6})${wordEnds}(?!['’.]\p{L})`,
      'gu',
    ),
    say: ([, value = '']) => {
      const digits = romanDigits(value);
      if (digits === undefined) return undefined;
      return digits === '1' ? 'premier' : reader.cardinal(digits);
    },
  };
  return [listed, ordinal, king, partRule(reader), titleRule(reader)];
}

function english(reader: NumberReader, ordinalOf: OrdinalOf): readonly Rule[] {
  const names = oneOf(kings.en.split(' ').map(name => name.replace('\u00A0', ' ')));
  const king: Rule = {
    pattern: new RegExp(
      String.raw`(?<=${notInWord}(?:${names})\s)([IVX]{1,6})(?![\p{L}\p{N}]|['’](?!s))`,
      'gu',
    ),
    say: match => {
      const digits = romanDigits(match[1] ?? '');
      if (digits === undefined) return undefined;
      const after = match.input.slice(match.index + match[0].length);
      if (
        digits === '1' &&
        /^\s(?:am|think|know|have|had|will|would|can|see|saw|was told|met|like|love|want|need)\b/.test(after)
      )
        return undefined;
      return `the ${capital(ordinalOf(digits, false))}`;
    },
  };
  const century: Rule = {
    pattern: new RegExp(`${notInWord}([IVX]{1,6})(?:st|nd|rd|th)${wordEnds}`, 'gu'),
    say: ([, value = '']) => {
      const digits = romanDigits(value);
      return digits === undefined ? undefined : ordinalOf(digits, false);
    },
  };
  return [king, century, partRule(reader), titleRule(reader)];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
