/** The test sets of memory keep to the format and the rules of their README. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src-main/domain/detect-language.ts';
import { fold } from '../../src-main/domain/fold.ts';
import { indexTerm } from '../../src-main/domain/index-terms.ts';

const folder = new URL('.', import.meta.url);
const filesOf = (start: string): readonly string[] =>
  readdirSync(folder).filter(name => name.startsWith(start) && name.endsWith('.jsonl'));

function readLines(name: string): readonly Readonly<Record<string, unknown>>[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
  return lines.map(line => JSON.parse(line) as Record<string, unknown>);
}

const text = expect.stringMatching(/\S/);
const anyFlag: unknown = expect.any(Boolean);

interface Pair {
  readonly id: string;
  readonly lang: 'fr' | 'en';
  readonly cue: string;
  readonly trigger: string;
  readonly kept_aside: boolean;
}
const pairsIn = (name: string): readonly Pair[] => readLines(name) as unknown as readonly Pair[];

/** Grammar, and the verbs, numbers and times that any two sentences may share. */
const functionWords: Readonly<Record<'fr' | 'en', ReadonlySet<string>>> = {
  en: new Set(
    (
      'the and but not nor for from with into onto over under about after before since until till than then that this these those there here what which who ' +
      'whom whose when where why how all any both each every some such only own too very just now once again ever never still yet more most less much many ' +
      'few you your yours him his her hers its our ours out their theirs them they she was were are been being have has had having does did done doing can ' +
      'could will would shall should may might must let get gets got getting give gives gave given put puts goes gone went going come comes came coming make made take ' +
      'takes took taken say says said one two three four half even also because while though through off down back away else ago quite rather don won isn didn ' +
      'wasn haven hasn doesn couldn wouldn aren nothing something anything everything someone anyone everyone nobody somebody everybody myself'
    ).split(' '),
  ),
  fr: new Set(
    (
      'les des une aux est sont suis sommes etes ete etait etaient etre avoir avons avez ont avait avais ayant cet cette ces mon mes ton tes son ses notre nos ' +
      'votre vos leur leurs elle elles nous vous ils eux moi toi lui soi que qui quoi dont quel quelle quels quelles quand comment pourquoi combien dans sur ' +
      'sous pour par avec sans chez vers plus moins pas rien jamais encore deja tout tous toute toutes tres trop bien mal peu aussi alors donc mais car puis ' +
      'depuis pendant avant apres entre jusqu lorsqu fait fais faire faut font aller vais vas allons vont met mets mettre mis mise peut peux pouvoir veut veux veulent ' +
      'voudrait vouloir doit dois devoir dit dire dis prend prends pris prendre donne donner deux trois quatre demi quelqu quelque quelques chaque autre autres ' +
      'meme ici cela ceci celui celle ceux comme personne voir vu passe passer laisse laisser lache'
    ).split(' '),
  ),
};
const shortestWord = 3;
const shortestFamily = 5;

function contentWords(sentence: string, lang: 'fr' | 'en'): readonly string[] {
  const words = fold(sentence).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter(word => word.length >= shortestWord && !functionWords[lang].has(word));
}

const areOfOneFamily = (one: string, other: string): boolean =>
  indexTerm(one) === indexTerm(other) ||
  (one.length >= shortestFamily && one.slice(0, shortestFamily) === other.slice(0, shortestFamily));

function sharedWords({ id, lang, cue, trigger }: Pair): readonly string[] {
  const asked = contentWords(trigger, lang);
  return contentWords(cue, lang).flatMap(told =>
    asked.filter(word => areOfOneFamily(told, word)).map(word => `${id}: ${told} / ${word}`),
  );
}

const implied = filesOf('implied-links');
const themed = 'implied-links-by-theme.jsonl';

describe.each(implied)('%s', name => {
  const pairs = pairsIn(name);

  it('has the fields of a pair, and no others', () => {
    for (const pair of pairs)
      expect(pair).toEqual({
        id: expect.stringMatching(/^(?:fr|en)-\d{3}$/),
        lang: pair.id.slice(0, 2),
        cue: text,
        trigger: text,
        kept_aside: anyFlag,
      });
  });

  it('lets no content word or its family stand in both a cue and its trigger', () => {
    expect(pairs.flatMap(sharedWords)).toEqual([]);
  });

  it('keeps at least three pairs in ten aside, in each language', () => {
    for (const lang of ['fr', 'en']) {
      const own = pairs.filter(pair => pair.lang === lang);
      expect(own.filter(pair => pair.kept_aside).length / own.length).toBeGreaterThan(0.3);
    }
  });
});

describe('pairs of all files', () => {
  const pairs = implied.flatMap(pairsIn);

  it('have ids, cues and triggers of their own', () => {
    for (const field of ['id', 'cue', 'trigger'] as const) {
      const seen = pairs.map(pair => pair[field]);
      expect(seen.filter((value, place) => seen.indexOf(value) !== place)).toEqual([]);
    }
  });

  it('are in the language that they name', () => {
    const other = pairs.filter(({ cue, trigger, lang }) => detectLanguage(`${cue} ${trigger}`) !== lang);
    expect(other.map(({ id }) => id)).toEqual([]);
  });

  it('are 240 or more by theme, half French and half English', () => {
    const own = pairsIn(themed);
    expect(own.length).toBeGreaterThanOrEqual(240);
    expect(own.filter(({ lang }) => lang === 'fr')).toHaveLength(own.length / 2);
  });
});

describe.each(filesOf('french-'))('%s', name => {
  const lines = readLines(name);
  const turns = lines.filter(line => !('question' in line));
  const questions = lines.filter(line => 'question' in line);
  const places = new Set<unknown>();
  const counts = new Map<unknown, number>();
  for (const { session } of turns) {
    const count = (counts.get(session) ?? 0) + 1;
    counts.set(session, count);
    places.add(`D${session}:${count}`);
  }

  it('has the fields of turns, sessions in order and one date a session', () => {
    const dates = new Map<unknown, unknown>();
    let last = 1;
    for (const turn of turns) {
      expect(turn).toEqual({ session: expect.any(Number), date: text, speaker: text, text });
      expect(Date.parse(String(turn.date))).not.toBeNaN();
      expect(turn.session).toBeGreaterThanOrEqual(last);
      last = Number(turn.session);
      if (!dates.has(turn.session)) dates.set(turn.session, turn.date);
      expect(turn.date).toBe(dates.get(turn.session));
    }
    expect(new Set(turns.map(({ speaker }) => speaker)).size).toBe(2);
  });

  it('has the fields of questions, and evidence that stands in the conversation', () => {
    for (const question of questions) {
      const { evidence, category } = question as { evidence: readonly string[]; category: number };
      expect(question).toEqual({
        question: text,
        question_en: text,
        category,
        evidence,
        kept_aside: anyFlag,
      });
      expect([1, 2, 3, 4]).toContain(category);
      expect(evidence.length, String(question.question)).toBeGreaterThanOrEqual(category === 1 ? 2 : 1);
      expect(evidence.filter(place => !places.has(place))).toEqual([]);
    }
  });
});
