/** The words for kin, friends and animals where they stand in a sentence: "sister", "belles-sœurs", "guinea pigs". */
import type { Language } from '../../domain/language.ts';
import { type KinRelation, kinRelations } from './relations-of-people.ts';
import type { Token } from './tokens.ts';

interface KinWord {
  readonly relation: KinRelation;
  readonly rest: readonly string[];
  readonly isPlural: boolean;
}
const tables = new Map<Language, ReadonlyMap<string, readonly KinWord[]>>();

function kinTable(language: Language): ReadonlyMap<string, readonly KinWord[]> {
  const known = tables.get(language);
  if (known) return known;
  const table = new Map<string, KinWord[]>();
  const add = (words: readonly string[], relation: KinRelation, isPlural: boolean): void => {
    const [first = '', ...rest] = words;
    table.set(first, [...(table.get(first) ?? []), { relation, rest, isPlural }]);
  };
  for (const relation of kinRelations) {
    for (const written of relation.words[language]) {
      const words = written.replaceAll('-', ' ').split(' ');
      add(words, relation, false);
      add(plural(words, language), relation, true);
    }
  }
  for (const list of table.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  tables.set(language, table);
  return table;
}

function plural(words: readonly string[], language: Language): readonly string[] {
  const irregular: Readonly<Record<string, string>> = {
    wife: 'wives',
    child: 'children',
    puppy: 'puppies',
    cheval: 'chevaux',
    baby: 'babies',
    fish: 'fishes',
  };
  const one = (w: string): string =>
    irregular[w] ?? (/[sx]$/.test(w) ? w : /eau$/.test(w) ? `${w}x` : `${w}s`);
  if (language === 'en' && words[1] === 'in') return [one(words[0] ?? ''), ...words.slice(1)];
  return language === 'fr' ? words.map(one) : [...words.slice(0, -1), one(words.at(-1) ?? '')];
}

export interface KinFound {
  readonly relation: KinRelation;
  readonly to: number;
  readonly isPlural: boolean;
}

export function kinAt(
  { tokens, language }: { readonly tokens: readonly Token[]; readonly language: Language },
  at: number,
): KinFound | undefined {
  for (const { relation, rest, isPlural } of kinTable(language).get(tokens[at]?.w ?? '') ?? []) {
    if (rest.every((w, i) => tokens[at + 1 + i]?.w === w))
      return { relation, to: at + 1 + rest.length, isPlural };
  }
  return undefined;
}
