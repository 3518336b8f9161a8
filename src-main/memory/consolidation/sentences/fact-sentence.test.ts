/** Facts read as somebody would say them, in both languages, with when they were said. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../domain/memory.ts';
import { relations } from '../../write-gate/relations.ts';
import { factSentence } from './fact-sentence.ts';

const saidMs = Date.parse('2026-03-03T12:00Z');
const fact = (subject: string, relation: string, value: string, more: Partial<Fact> = {}): Fact => ({
  id: 'f',
  subject,
  relation,
  value,
  language: 'fr',
  confidence: 1,
  timesSaid: 1,
  firstSaidMs: saidMs,
  lastSaidMs: saidMs,
  proposedBy: 'rules',
  sourceEpisodeIds: [],
  ...more,
});

test.each([
  [fact('Anna', 'allergic_to', 'noix'), 'Anna est allergique aux noix', 'Anna is allergic to noix'],
  [fact('user', 'likes', 'thé vert'), 'Vous aimez le thé vert', 'You like thé vert'],
  [fact('user', 'dislikes', 'café'), 'Vous n’aimez pas le café', 'You dislike café'],
  [fact('user', 'sister', 'Anna'), 'Votre sœur s’appelle Anna', 'Your sister is called Anna'],
  [fact('Anna', 'husband', 'Paul'), 'Le mari d’Anna s’appelle Paul', "Anna's husband is called Paul"],
  [fact('ma sœur', 'lives_in', 'Lyon'), 'Votre sœur vit à Lyon', 'Your sister lives in Lyon'],
  [fact('user', 'lives_in', 'en Bretagne'), 'Vous vivez en Bretagne', 'You live in en Bretagne'],
  [fact('Anna', 'birthday', '1990-05-01'), 'Anna est née le 1er mai 1990', 'Anna was born on 1 May 1990'],
  [fact('Paul', 'birthday', '--05-04'), 'Paul est né le 4 mai', 'Paul was born on 4 May'],
  [fact('user', 'birthday', 'le 4 mai'), 'Votre anniversaire est le 4 mai', 'You were born on le 4 mai'],
  [
    fact('user', 'appointment', 'rendez-vous chez le dentiste'),
    'Vous avez rendez-vous chez le dentiste',
    'You have an appointment chez le dentiste',
  ],
  [fact('user', 'job', 'architecte'), 'Vous êtes architecte', 'You work as an architecte'],
  [fact('Paul', 'job', 'nurse', { validTo: '2020' }), 'Paul était nurse', 'Paul worked as a nurse'],
  [fact('user', 'age', '34'), 'Vous avez 34 ans', 'You are 34 years old'],
  [fact('user', 'name', 'Paul'), 'Vous vous appelez Paul', 'You are called Paul'],
  [fact('user', 'does_not_drink', 'alcool'), 'Vous ne buvez pas d’alcool', 'You do not drink alcool'],
  [
    fact('user', 'works_at', 'Airbus', { validTo: '2020' }),
    'Vous travailliez chez Airbus',
    'You worked at Airbus',
  ],
  [fact('user', 'studies', 'droit', { validTo: '2020' }), 'Vous étudiiez droit', 'You studied droit'],
  [fact('user', 'sister', 'une sœur'), 'Vous avez une sœur', 'You have une sœur'],
])('%o', (one, french, english) => {
  expect(factSentence(one, 'fr', 'Europe/Paris', { withDates: false })).toBe(french);
  expect(factSentence(one, 'en', 'Europe/Paris', { withDates: false })).toBe(english);
});

describe('dates', () => {
  test('say when it was said, since when and until when it holds', () => {
    const lyon = fact('user', 'lives_in', 'Lyon', { validFrom: '2019', validTo: '2026-03-01' });
    expect(factSentence(lyon, 'fr', 'Europe/Paris')).toBe(
      'Vous viviez à Lyon (depuis 2019, jusqu’au 1er mars 2026, dit le 3 mars 2026)',
    );
    expect(factSentence(lyon, 'en', 'Europe/Paris')).toBe(
      'You lived in Lyon (since 2019, until 1 March 2026, said on 3 March 2026)',
    );
  });

  test('what happens on a day is told with it, and not "since" it', () => {
    const dentist = fact('user', 'appointment', 'chez le dentiste', { validFrom: '2026-03-17T15:00' });
    expect(factSentence(dentist, 'fr', 'UTC')).toBe(
      'Vous avez rendez-vous chez le dentiste (le 17 mars 2026 à 15 h, dit le 3 mars 2026)',
    );
    expect(factSentence(dentist, 'en', 'UTC')).toContain('(on 17 March 2026 at 15:00, said');
  });

  test('an end that was only told as past has no day', () => {
    const once = fact('user', 'lives_in', 'Lyon', { validTo: '2026-03-03' });
    expect(factSentence(once, 'en', 'Europe/Paris')).toBe('You lived in Lyon (said on 3 March 2026)');
  });

  test('are those of the person’s zone', () => {
    const late = fact('user', 'likes', 'thé', { lastSaidMs: Date.parse('2026-03-03T23:30Z') });
    expect(factSentence(late, 'fr', 'Europe/Paris')).toContain('dit le 4 mars 2026');
    expect(factSentence(late, 'en', 'America/New_York')).toContain('said on 3 March 2026');
  });

  test('what ends one day is still so', () => {
    const until = fact('user', 'lives_in', 'Lyon', { validTo: '2026-06-30' });
    expect(factSentence(until, 'en', 'UTC', { today: '2026-03-04', withDates: false })).toBe(
      'You live in Lyon',
    );
  });
});

test('every relation has a sentence that holds the value and no rest of the table', () => {
  for (const relation of relations().keys()) {
    for (const language of ['fr', 'en'] as const) {
      for (const [subject, validTo] of [['user'], ['Paul'], ['user', '2020'], ['Paul', '2020']] as const) {
        const one = fact(subject, relation, 'Zanzibar', validTo === undefined ? {} : { validTo });
        const sentence = factSentence(one, language, 'UTC', { withDates: false });
        expect(sentence).toMatch(/^(?:Vous|Votre|You|Your|Paul|Le |La |L’).* Zanzibar$/);
        expect(sentence).not.toMatch(/[_()]|undefined| {2}/);
        if (language === 'fr' && subject === 'user')
          expect(sentence).not.toMatch(/^Vous (?:a|est|ne \w+e|\w+it) /);
      }
    }
  }
});
