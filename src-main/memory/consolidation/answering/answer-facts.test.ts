/** What was told on one day is answered from on another, in either language, with when it was said. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consolidate } from '../consolidate.ts';
import { createConsolidationFixture, episode } from '../consolidation-fixture.ts';
import { extractByRules } from '../extract-by-rules.ts';
import { answerFacts } from './answer-facts.ts';
import { factsAbout } from './facts-about.ts';

const told: readonly (readonly [at: string, language: 'fr' | 'en', text: string])[] = [
  ['2025-05-01', 'fr', 'J’habite à Lyon depuis 2019.'],
  ['2026-02-10', 'fr', 'J’ai déménagé à Nantes.'],
  ['2026-03-03', 'fr', 'Ma sœur Anna est allergique aux noix.'],
  ['2026-03-03', 'fr', 'L’anniversaire d’Anna est le 4 mai.'],
  ['2026-03-04', 'en', 'Anna loves chocolate.'],
  ['2026-03-04', 'en', 'I work at Airbus.'],
  ['2026-03-05', 'fr', 'Mon frère s’appelle Paul.'],
  ['2026-03-05', 'fr', 'Paul habite à Brest.'],
  ['2026-03-06', 'fr', 'Ma couleur préférée est le bleu.'],
  ['2026-03-06', 'en', 'My dog is called Rex.'],
  ['2026-03-07', 'en', 'My wifi password is tulipe42.'],
  ['2026-03-07', 'fr', 'Mes clés sont dans le tiroir de l’entrée.'],
  ['2026-03-08', 'fr', 'Ma femme Julie est végétarienne.'],
  ['2026-03-08', 'en', 'My daughter Léa is 7 years old.'],
  ['2026-03-08', 'fr', 'Ma collègue Anna adore le tennis.'],
  ['2026-03-08', 'fr', 'Je suis allergique au pollen.'],
  ['2026-03-09', 'en', 'I am allergic to pollen.'],
  ['2026-03-09', 'en', 'My mother lives in Bordeaux.'],
];

let night: ReturnType<typeof createConsolidationFixture>;
beforeAll(async () => {
  night = createConsolidationFixture();
  await night.add(...told.map(([at, language, text]) => episode(text, `${at}T12:00Z`, { language })));
  await consolidate(night.parts({ extract: extractByRules('Europe/Paris') }));
});
afterAll(() => night.remove());

const answer = async (question: string, language: 'fr' | 'en') => {
  const options = { nowMs: Date.parse('2026-03-20T12:00Z'), zone: 'Europe/Paris' };
  const found = await answerFacts(question, language, night.semantic, options);
  return found?.facts.map(({ sentence }) => sentence).join('; ') ?? '';
};

describe('questions', () => {
  test.each([
    ['en', 'Where did I live before?', /^You lived in Lyon \(since 2019, until 10 February 2026/],
    ['fr', 'Où est-ce que j’habitais avant ?', /^Vous viviez à Lyon \(depuis 2019, jusqu’au 10 février 2026/],
    ['fr', 'où j’habite ?', /^Vous vivez à Nantes/],
    ['en', 'Where do I live?', /^You live in Nantes/],
    ['fr', 'Où habite ma mère ?', /Bordeaux/],
    ['en', 'Where does my uncle live?', /^$/],
    ['en', 'What do you know about Anna?', /noix.*|.*chocolate/],
    ['fr', 'Qu’est-ce que tu sais sur ma sœur ?', /Anna est allergique aux noix \(dit le 3 mars 2026\)/],
    ['fr', 'Que sais-tu d’Anna ?', /Votre sœur s’appelle Anna/],
    ['en', 'When is Anna’s birthday?', /4 May|4 mai/],
    ['fr', 'C’est quand l’anniversaire de ma sœur ?', /4 mai/],
    ['fr', 'Qui est allergique au pollen ?', /^Vous êtes allergique au pollen/],
    ['fr', 'Qui est allergique aux noix ?', /^Anna est allergique aux noix \(dit le 3 mars 2026\)$/],
    ['en', 'Who is allergic to nuts?', /^(?!.*pollen.*pollen).*Anna is allergic to noix/],
    ['fr', 'qui habite à Brest', /^Paul vit à Brest/],
    ['en', 'who loves chocolate?', /^Anna (?:likes|loves) chocolate/],
    ['en', 'Who lives in Oslo?', /^$/],
    ['fr', 'Qui est végétarienne ?', /^Julie/],
    ['fr', 'Qui est le président du Pérou ?', /^$/],
    ['fr', 'À quoi Anna est allergique ?', /^Anna est allergique aux noix \(dit le 3 mars 2026\)$/],
    ['fr', 'à quoi est allergique anna', /^Anna est allergique aux noix/],
    ['en', 'What is my sister allergic to?', /^Anna is allergic to noix \(said on 3 March 2026\)$/],
    ['en', 'What should I not bake for Anna?', /^Anna is allergic to noix/],
    ['fr', 'Qu’est-ce que je ne dois pas cuisiner pour ma sœur ?', /^Anna est allergique aux noix/],
    ['en', 'What does Anna like?', /chocolate/],
    ['fr', 'Comment s’appelle mon frère ?', /^Votre frère s’appelle Paul/],
    ['en', 'What is my brother’s name?', /^Your brother is called Paul/],
    ['fr', 'Où habite Paul ?', /^Paul vit à Brest/],
    ['fr', 'où vit mon frère', /^Paul vit à Brest/],
    ['en', 'Who is Paul?', /Your brother is called Paul/],
    ['fr', 'Où est-ce que je travaille ?', /Airbus/],
    ['fr', 'Quelle est ma couleur préférée ?', /bleu/],
    ['en', 'What is my favorite color?', /bleu/],
    ['fr', 'comment s’appelle mon chien ?', /Rex/],
    ['en', 'What’s the wifi password?', /tulipe42/],
    ['fr', 'Où sont mes clés ?', /tiroir/],
    ['fr', 'Que ne faut-il pas servir à Julie ?', /végétarienne/],
    ['en', 'What should I not cook for my wife?', /végétarienne/],
    ['fr', 'Quel âge a ma fille ?', /^Léa a 7/],
    ['en', 'How old is Léa?', /^Léa is 7/],
    ['fr', 'À quoi je suis allergique ?', /^Vous êtes allergique au pollen/],
    ['en', 'Do I have a sister?', /^Your sister is called Anna/],
    ['fr', 'Qu’est-ce que ma collègue Anna aime ?', /^Anna aime le tennis/],
  ] as const)('%s: %s', async (language, question, expected) => {
    expect(await answer(question, language)).toMatch(expected);
  });

  test.each([
    ['en', 'What time is it?'],
    ['fr', 'Raconte-moi une blague'],
    ['en', 'Where does Zoé live?'],
    ['fr', 'Quelle est la capitale du Pérou ?'],
    ['en', 'What is Paul allergic to?'],
    ['fr', 'Où est-ce que je travaillais avant ?'],
  ] as const)('%s: %s is not answered from facts', async (language, question) => {
    expect(await answer(question, language)).toBe('');
  });

  test('what a question about one person finds is not about another', async () => {
    expect(await answer('Que sais-tu de Paul ?', 'fr')).not.toMatch(/noix|chocolate|Nantes/);
    expect(await answer('Où habite Paul ?', 'fr')).not.toMatch(/Nantes/);
  });
});

describe('factsAbout', () => {
  const about = async (words: string) =>
    (await factsAbout(words, night.semantic)).map(({ relation, value }) => `${relation} ${value}`);

  test('finds by name, by kin, by association, and by value', async () => {
    const anna = await about('Anna');
    expect(anna).toContain('allergic_to noix');
    expect(anna).toContain('sister Anna');
    expect(anna).toContain('colleague Anna');
    const sister = await about('a cake for my sister');
    expect(sister.sort()).toEqual(['allergic_to noix', 'birthday 4 mai', 'likes chocolate', 'sister Anna']);
    expect(await about('Brest')).toEqual(['lives_in Brest']);
    expect(await about('Zoé')).toEqual([]);
  });
});
