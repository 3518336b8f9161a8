/** Whether memory is asked, and for what. */
import { describe, expect, it } from 'vitest';
import { threadMs } from '../../../test/thread-time.ts';
import type { Language } from '../../domain/language.ts';
import { planRecall } from './plan-recall.ts';
import type { PlanRequest } from './recall-plan.ts';

const nowMs = Date.UTC(2026, 10, 18, 14, 30);
const plan = (text: string, language: Language, more: Partial<PlanRequest> = {}) =>
  planRecall({ text, language, nowMs, zone: 'Europe/Paris', ...more });
const searches = (text: string, language: Language, kind: string) =>
  plan(text, language)
    ?.searches.filter(search => search.kind === kind)
    .map(search => search.text);

describe('whether', () => {
  const idle: Readonly<Record<Language, readonly string[]>> = {
    fr: [
      'stop',
      'Stop !',
      'merci',
      'Merci beaucoup Jarvis.',
      'oui',
      "d'accord",
      'ok merci',
      'Bonjour !',
      'comment ça va ?',
      '3 + 4',
      'combien font 12 fois 8 ?',
      'quelle heure est-il ?',
      '',
      '   ',
      '…',
      "tais-toi s'il te plaît",
      'bonne nuit',
    ],
    en: [
      'stop',
      'thanks',
      'Thank you so much, Jarvis!',
      'yes',
      'OK',
      'hello',
      'how are you?',
      "what's 12 * 4?",
      'what is seven plus nine',
      'what time is it?',
      'never mind',
      'go on',
      'no thanks',
      '',
      '?',
    ],
  };
  for (const language of ['fr', 'en'] as const)
    it.each(idle[language])(`asks nothing for %j (${language})`, text => {
      expect(plan(text, language)).toBeUndefined();
    });

  it('leaves alone what a built-in skill answers, and answers about memory', () => {
    expect(plan('set a timer for the pasta of Anna', 'en', { intent: 'timer.set' })).toBeUndefined();
    expect(plan('what do you know about Anna?', 'en', { intent: 'memory.ask' })).toBeDefined();
    expect(plan('what does Anna like?', 'en', { intent: 'none' })).toBeDefined();
  });

  it('asks for what is told, too', () => {
    expect(plan("I'm exhausted", 'en')?.isQuestion).toBe(false);
    expect(plan('je suis épuisé aujourd’hui', 'fr')?.searches[0]?.words).toContain('epuise');
  });

  it('asks for the person themselves', () => {
    expect(plan('Qui suis-je ?', 'fr')?.speakers).toEqual(['user']);
    expect(plan('who am I?', 'en')?.speakers).toEqual(['user']);
  });
});

describe('what', () => {
  it('begins with the whole question', () => {
    const [first] = plan('What should I not bake for Anna?', 'en')?.searches ?? [];
    expect(first).toEqual({
      kind: 'question',
      text: 'What should I not bake for Anna?',
      words: ['bake', 'anna'],
      weight: 1,
      names: ['anna'],
    });
  });

  it('asks one search for each person', () => {
    expect(searches('What do Anna and Paul both like?', 'en', 'part')).toEqual([
      'What do Anna both like?',
      'What do Paul both like?',
    ]);
    expect(searches("Qu'est-ce que Marie, Luc et Zoé ont en commun ?", 'fr', 'part')).toHaveLength(3);
    expect(searches('Who is older, Anna or Paul?', 'en', 'part')).toHaveLength(2);
  });

  it('asks one search for each clause, and keeps whom it is about', () => {
    expect(searches('which of my friends live where I was born?', 'en', 'part')).toEqual([
      'which of my friends live',
      'where I was born',
    ]);
    const parts = plan('Where does Anna live and what does she teach?', 'en')?.searches.filter(
      ({ kind }) => kind === 'part',
    );
    expect(parts?.map(({ names }) => names)).toEqual([['anna'], ['anna']]);
  });

  it('finds names by their capital, and known ones however they are written', () => {
    expect(plan('Did Paul Dupont go to New York in March?', 'en')?.names).toEqual([
      'paul dupont',
      'paul',
      'new york',
    ]);
    expect(plan('est-ce que bakari aime le thé', 'fr', { knownNames: new Set(['bakari']) })?.names).toEqual([
      'bakari',
    ]);
    expect(plan('Quand Hélène est-elle venue lundi ?', 'fr')?.names).toEqual(['helene']);
  });

  it('says when, and by which event', () => {
    expect(plan('Où étais-je hier soir ?', 'fr')?.time?.text).toBe('hier soir');
    expect(plan('what did I plan before Christmas?', 'en')?.time?.openStart).toBe(true);
    const events: readonly (readonly [string, Language, string, string])[] = [
      ["quand j'étais à Lyon, j'habitais quelle rue ?", 'fr', "j'étais à Lyon", 'during'],
      ['which street did I live on when I was in Lyon?', 'en', 'I was in Lyon', 'during'],
      ["depuis que j'ai déménagé, qui m'a appelé ?", 'fr', "j'ai déménagé", 'since'],
      ['what did I eat during my trip to Japan?', 'en', 'my trip to Japan', 'during'],
      ['what did we talk about the last time I saw Paul?', 'en', 'I saw Paul', 'last'],
      ['où travaillais-je avant mon mariage ?', 'fr', 'mon mariage', 'before'],
    ];
    for (const [text, language, words, relation] of events)
      expect(plan(text, language)?.event).toEqual({ text: words, relation });
    expect(plan('when did I see Paul?', 'en')?.event).toBeUndefined();
    expect(plan("quand est-ce que j'ai vu Paul ?", 'fr')?.event).toBeUndefined();
  });

  it('knows what kind of answer is wanted', () => {
    expect(plan('When did Anna move?', 'en')?.asksDate).toBe(true);
    expect(plan('Quand est-ce que Paul est né ?', 'fr')?.asksDate).toBe(true);
    expect(plan('Quels sont mes livres préférés ?', 'fr')?.asksList).toBe(true);
    expect(plan('What instruments does Melanie play?', 'en')?.asksList).toBe(true);
    expect(plan('What is my address?', 'en')?.asksList).toBe(false);
    expect(plan('Where did I live before?', 'en')?.asksPast).toBe(true);
    expect(plan("Où est-ce que j'habitais avant ?", 'fr')?.asksPast).toBe(true);
    expect(plan('Où est-ce que je vis ?', 'fr')?.asksPast).toBe(false);
  });

  it('searches for what pronouns stand for', () => {
    const found = plan('where does she live?', 'en', { referents: ['Anna', 'sister'] });
    expect(found?.names).toEqual(['anna', 'sister']);
    expect(found?.searches.find(({ kind }) => kind === 'referent')?.words).toEqual([
      'live',
      'anna',
      'sister',
    ]);
  });

  it('takes ten megabytes as it takes a line', () => {
    const started = threadMs();
    plan('Anna et Paul, quand et où ? '.repeat(400_000), 'fr');
    expect(threadMs() - started).toBeLessThan(2000);
  });
});
