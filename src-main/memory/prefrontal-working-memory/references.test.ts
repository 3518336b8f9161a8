/** Who and what the pronouns of a conversation mean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/language.ts';
import { afterTurn, noReferences, resolve } from './references.ts';

const hear = (language: Language, ...turns: string[]) =>
  turns.reduce((state, text) => afterTurn(state, text, language), noReferences);
const names = (language: Language, turns: readonly string[], question: string) =>
  resolve(question, hear(language, ...turns), language).names;

describe('references', () => {
  it('finds who she, he and they are', () => {
    expect(names('fr', ['Ma sœur Anna vient demain.'], "qu'est-ce qu'elle aime ?")).toEqual(['Anna', 'sœur']);
    expect(names('en', ['Paul and Anna moved in together.'], 'where does he work?')).toEqual(['Paul']);
    expect(names('en', ['Paul and Anna moved in together.'], 'where does she work?')).toEqual(['Anna']);
    expect(names('en', ['Paul and Anna moved in together.'], 'where do they live?')).toEqual([
      'Anna',
      'Paul',
    ]);
    expect(names('fr', ['Mes parents arrivent samedi.'], "qu'est-ce qu'ils mangent ?")).toEqual(['parents']);
    expect(names('fr', ['Mon frère a un nouveau chien.'], 'il habite où déjà ?')).toEqual(['frère']);
    expect(names('fr', ['Anna a appelé.'], 'je lui ai dit quoi ?')).toEqual(['Anna']);
  });

  it('finds where there is, and which list', () => {
    expect(names('fr', ["J'ai déménagé à Lyon."], "qu'est-ce que j'ai mangé là-bas ?")).toEqual(['Lyon']);
    expect(names('fr', ['On part en Italie.'], "quand est-ce que j'y étais ?")).toEqual(['Italie']);
    expect(names('en', ['I lived in Boston.'], 'who did I meet there?')).toEqual(['Boston']);
    expect(names('en', ['Put milk on the shopping list.'], 'what is on that list?')).toEqual([
      'shopping list',
    ]);
    expect(names('fr', ['ajoute du lait à la liste de courses'], "qu'y a-t-il sur cette liste ?")).toEqual([
      'liste courses',
    ]);
    expect(names('en', ['My car broke down.'], 'when did I buy it?')).toEqual(['car']);
  });

  it('adds to the question and replaces nothing', () => {
    const state = hear('en', 'Anna called.');
    expect(resolve('what does she like?', state, 'en').text).toBe('what does she like? (Anna)');
    expect(resolve('what does Anna say she likes?', state, 'en').text).toBe('what does Anna say she likes?');
    expect(resolve('what time is it?', hear('en', 'Anna called.'), 'en').names).toEqual([]);
  });

  it('takes impersonal words for nobody', () => {
    const fr = ['Paul habite à Nantes.'];
    for (const question of [
      'il y a quoi à manger ?',
      'quelle heure est-il ?',
      'il pleut ?',
      'il faut quoi ?',
    ])
      expect([question, names('fr', fr, question)]).toEqual([question, []]);
    expect(names('en', ['I lived in Boston.'], 'is there any milk?')).toEqual([]);
    expect(names('en', ['My car broke down.'], 'is it raining, or was it sunny?')).not.toContain('Boston');
  });

  it('keeps in mind whom pronouns go on about, and forgets the others', () => {
    const talk = [
      'Anna called.',
      'what does she like?',
      'and where does she live?',
      'does she work?',
      'is she well?',
      'has she a dog?',
      'I see.',
    ];
    expect(names('en', talk, 'when is her birthday?')).toEqual(['Anna']);
    const drift = ['Anna called.', 'I see.', 'fine.', 'so what.', 'then.', 'right.', 'ok.'];
    expect(names('en', drift, 'when is her birthday?')).toEqual([]);
  });

  it('prefers the newest that fits', () => {
    expect(names('en', ['Julia came.', 'Emma left.'], 'what did she say?')).toEqual(['Emma']);
    expect(names('en', ['Julia came.', 'Paul left.'], 'what did she say?')).toEqual(['Julia']);
  });

  it('stays small whatever is said', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { maxLength: 30 }), turns => {
        const state = hear(
          'fr',
          ...turns,
          'Anna Paul Luc Marie Julie Zoé Emma Hugo Louis Léa Jean Marc Nina Théo '.repeat(300),
        );
        expect(state.referents.length).toBeLessThanOrEqual(12);
      }),
      { numRuns: 60 },
    );
  });
});
