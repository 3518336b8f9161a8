/** The window's words, of `resources/locales`: typed keys, `{{values}}`, and the plural of each language. */
import { createInstance } from 'i18next';
import en from '../resources/locales/en.json' with { type: 'json' };
import fr from '../resources/locales/fr.json' with { type: 'json' };
import type { Language } from './store/contract-types.ts';

type Stem<Key extends string> = Key extends `${infer Before}_${'one' | 'many' | 'other'}` ? Before : Key;

/** Paths of the leaves of `Tree` that are `Leaf`, without the endings of plurals. */
type Paths<Tree, Leaf, Before extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends Leaf
    ? `${Before}${Stem<Key>}`
    : Tree[Key] extends string | readonly string[]
      ? never
      : Paths<Tree[Key], Leaf, `${Before}${Key}.`>;
}[keyof Tree & string];

export type WordKey = Paths<typeof en, string>;
export type WordListKey = Paths<typeof en, readonly string[]>;

/** `values` take their `{{places}}`; a number called `count` chooses the plural too. */
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const texts = createInstance({
  resources: { en: { translation: en }, fr: { translation: fr } },
  fallbackLng: 'en',
  // All is here already: the first view has its words.
  initAsync: false,
  nsSeparator: false,
  // React escapes.
  interpolation: { escapeValue: false },
});
void texts.init();

function wordsOf(lng: Language): Words {
  /** Without values a text is always the same; a view asks for dozens of them each time it is drawn. */
  const plain = new Map<WordKey, string>();
  const told = (key: WordKey, values: Readonly<Record<string, string | number>>): string => {
    const { count } = values;
    const plural = typeof count === 'number' ? { count } : {};
    // What a person wrote may look like a reference to another text.
    return texts.t(key, { lng, replace: values, nest: false, ...plural });
  };
  return (key, values) => {
    if (values !== undefined) return told(key, values);
    const text = plain.get(key) ?? told(key, {});
    plain.set(key, text);
    return text;
  };
}

const words: Readonly<Record<Language, Words>> = { en: wordsOf('en'), fr: wordsOf('fr') };

/** The same function at every call. */
export const wordsFor = (language: Language): Words => words[language];

const lists: Readonly<Record<Language, Readonly<Record<WordListKey, readonly string[]>>>> = { en, fr };

export const wordListFor = (language: Language, key: WordListKey): readonly string[] => lists[language][key];
