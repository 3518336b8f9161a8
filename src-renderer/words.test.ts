/** Both languages are complete, nothing a person reads stands outside them, and nothing in them is unused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import en from '../resources/locales/en.json' with { type: 'json' };
import fr from '../resources/locales/fr.json' with { type: 'json' };
import { strayTexts, usesOf } from './test-source-words.ts';
import { wordListFor, wordsFor } from './words.ts';

interface Tree {
  readonly [key: string]: string | readonly string[] | Tree;
}
type Texts = ReadonlyMap<string, string>;

const flat = (tree: Tree, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value as Tree, `${before}${key}.`),
  );
const texts: Readonly<Record<'en' | 'fr', Texts>> = { en: new Map(flat(en)), fr: new Map(flat(fr)) };
const endings = /_(one|many|other)$/;
const stems = (of: Texts): readonly string[] => [
  ...new Set([...of.keys()].map(key => key.replace(endings, ''))),
];
const placesOf = (of: Texts, stem: string): readonly string[] => {
  const forms = [...of].filter(([key]) => key === stem || key.replace(endings, '') === stem);
  const places = forms.flatMap(([, text]) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''),
  );
  // A plural is chosen by its count, whether it is shown or not.
  return [...new Set([...places, ...(forms.length > 1 ? ['count'] : [])])].sort();
};

describe('the two files', () => {
  test('have the same keys, in the same order, with the same places', () => {
    expect(stems(texts.fr)).toEqual(stems(texts.en));
    for (const stem of stems(texts.en))
      expect(placesOf(texts.fr, stem), stem).toEqual(placesOf(texts.en, stem));
  });

  test.each(['en', 'fr'] as const)('have every plural of %s', language => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const plurals = Map.groupBy(
      [...texts[language].keys()].filter(key => endings.test(key)),
      key => key.replace(endings, ''),
    );
    for (const [stem, keys] of plurals)
      expect(keys.map(key => key.slice(stem.length + 1)).toSorted(), stem).toEqual(wanted);
  });

  test('have no empty text, and none that was left in the other language', () => {
    for (const of of Object.values(texts))
      expect([...of].filter(([, text]) => text.trim() === '')).toEqual([]);
    const same = [...texts.en].filter(([key, text]) => texts.fr.get(key) === text && !shared.has(key));
    expect(same.map(([key]) => key)).toEqual([]);
  });

  test('keep French signs that stand apart from beginning a line', () => {
    expect([...texts.fr].filter(([, text]) => / [?!:;»%]/.test(text) || /« /.test(text))).toEqual([]);
  });
});

/** Names, signs and units that are the same in both languages. */
const shared = new Set([
  'wordmark',
  'jarvis',
  'versionIs',
  'french',
  'english',
  'answeredByModel',
  'code',
  'image',
  'menu',
  'serverAddressPlaceholder',
  'conversations',
  'frame.room.conversation',
  'frame.local',
  'frame.title',
  'memoryTab.documents',
  'messages',
  'branches',
  'notes',
  'memoryKind.passage',
  'memoryCounts.messages',
  'memoryCounts.notes',
  'memoryHolds',
  'numberWays.france',
  'conversationCount_one',
  'conversationCount_other',
  'messageCount_one',
  'messageCount_other',
  'knowledgePassages_one',
  'knowledgePassages_other',
  'knowledgePage',
  'setting.accents.signal',
  'setting.levelText',
]);

describe('a text', () => {
  const [ours, theirs] = [wordsFor('en'), wordsFor('fr')];

  test('has the plural of its language', () => {
    expect([0, 1, 2].map(count => ours('hits', { count }))).toEqual([
      '0 messages found',
      '1 message found',
      '2 messages found',
    ]);
    expect([0, 1, 2].map(count => theirs('hits', { count }))).toEqual([
      '0 message trouvé',
      '1 message trouvé',
      '2 messages trouvés',
    ]);
    expect(ours('memoryStrengthOf', { percent: '80', count: 1 })).toBe('80 %, recalled once');
    expect(theirs('hits', { count: 1_000_000 })).toBe('1000000 messages trouvés');
  });

  test('shows what a person wrote as it is', () => {
    for (const name of [
      '<b>&amp;',
      "$& $1 $'",
      '{{name}} {{count}}',
      "$t(newConversation) $t(hits, {'count': 2})",
    ])
      expect(ours('toastModelAdded', { name })).toBe(`${name} was added.`);
  });

  test('may lie deeper, or be a list', () => {
    expect(theirs('memoryTab.nights')).toBe('Nuits');
    expect(wordListFor('fr', 'suggestions')).toHaveLength(en.suggestions.length);
  });
});

const folder = fileURLToPath(new URL('.', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(^|\/)(fake|test)-/.test(name))
  .map(name =>
    ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true),
  );

describe('the views', () => {
  test('use every text, and give each its values', () => {
    const { literals, patterns, calls } = usesOf(sources);
    const isUsed = (key: string): boolean => literals.has(key) || patterns.some(one => one.test(key));
    const lists = Object.keys(en).filter(key => Array.isArray(en[key as keyof typeof en]));
    const keys = [...stems(texts.en).filter(key => !lists.includes(key.split('.')[0] ?? '')), ...lists];
    expect(keys.filter(key => !isUsed(key))).toEqual([]);
    expect(calls.length).toBeGreaterThan(300);
    for (const { key, values, place } of calls)
      expect(values, `${place} ${key}`).toEqual(placesOf(texts.en, key));
  });

  test('hold no text of their own', () => {
    expect(sources.filter(source => source.fileName.endsWith('.tsx')).flatMap(strayTexts)).toEqual([]);
  });

  test('would be found out', () => {
    const view = `const a = <p title="One">Two {x ? 'three' : y} {\`\${z} four\`}<b aria-label={q ? 'five' : r} className="six">7 · {t('x')}</b></p>;`;
    const source = ts.createSourceFile('a.tsx', view, ts.ScriptTarget.Latest, true);
    expect(strayTexts(source)).toEqual(
      ['One', 'Two', 'three', 'four', 'five'].map(text => `a.tsx:1 ${text}`),
    );
  });
});
