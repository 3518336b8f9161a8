/** What a person would notice of the appraisal: feelings are named, turned, weighed, and facts leave it cold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadMs } from '../../../test/thread-time.ts';
import { languages } from '../../domain/language.ts';
import { emotions, neutralAffect } from '../../domain/memory.ts';
import { appraise } from './appraise.ts';

describe('appraise', () => {
  it.each([
    ['fr', 'joy', 'je suis trop content, on a gagné !'],
    ['fr', 'sadness', 'mon grand-père est décédé cette nuit'],
    ['fr', 'anger', "j'en ai marre de ces bouchons"],
    ['fr', 'fear', "j'ai la trouille de l'avion"],
    ['fr', 'surprise', "waouh, je m'y attendais pas"],
    ['fr', 'disgust', 'beurk, ça sent le moisi'],
    ['fr', 'trust', 'je peux compter sur elle'],
    ['fr', 'anticipation', 'il me tarde de partir'],
    ['en', 'joy', 'over the moon about the news'],
    ['en', 'sadness', 'my grandfather died last night'],
    ['en', 'anger', "I'm fed up with this traffic"],
    ['en', 'fear', 'flying scares me'],
    ['en', 'surprise', "wow, I didn't expect that"],
    ['en', 'disgust', 'yuck, it smells of mould'],
    ['en', 'trust', 'I can count on her'],
    ['en', 'anticipation', "can't wait to leave"],
  ] as const)('%s: %s in "%s"', (language, emotion, text) => {
    expect(appraise(text, language).emotion).toBe(emotion);
  });

  it.each([
    ['fr', 'je ne suis pas content'],
    ['fr', "j'aime pas du tout"],
    ['fr', 'pas terrible ce film'],
    ['fr', 'ça craint'],
    ['fr', 'génial, encore une panne'],
    ['fr', 'bravo pour la ponctualité'],
    ['fr', 'super... ou pas'],
    ['fr', "c'était bien, mais j'ai pleuré au retour"],
    ['en', "I'm not happy"],
    ['en', 'i dont like it'],
    ['en', 'great, another flat tyre'],
    ['en', 'just what I needed'],
    ['en', 'super... or not'],
    ['en', 'nice place but the service was horrible'],
  ] as const)('%s: "%s" is unpleasant', (language, text) => {
    expect(appraise(text, language).valence).toBeLessThan(-0.15);
  });

  it.each([
    ['fr', "je n'ai jamais été aussi heureux"],
    ['fr', 'pas mal du tout'],
    ['fr', 'trop biennn'],
    ['fr', 'jadore'],
    ['en', "I've never been so happy"],
    ['en', "couldn't be happier"],
    ['en', 'not bad at all'],
    ['en', 'sooooo gooood'],
    ['en', 'the road was awful but what a wonderful day'],
  ] as const)('%s: "%s" is pleasant', (language, text) => {
    expect(appraise(text, language).valence).toBeGreaterThan(0.15);
  });

  it.each([
    ['fr', 'quelle heure est-il'],
    ['fr', 'mets un minuteur de dix minutes'],
    ['fr', 'le train part à huit heures'],
    ['fr', "j'habite au 12 rue de la Paix"],
    ['fr', 'rappelle-moi l’anniversaire de maman demain'],
    ['en', 'what time is it'],
    ['en', 'set a timer for ten minutes'],
    ['en', 'the train leaves at eight'],
    ['en', 'play some happy music'],
    ['en', 'my sister is called Anna'],
  ] as const)('%s: "%s" leaves it cold', (language, text) => {
    const { emotion, valence } = appraise(text, language);
    expect(emotion).toBe('neutral');
    expect(Math.abs(valence)).toBeLessThanOrEqual(0.1);
  });

  it('hears how strongly it is said', () => {
    const said = (text: string) => appraise(text, 'en');
    expect(said('I am extremely happy').valence).toBeGreaterThanOrEqual(said('I am happy').valence);
    expect(said('I am a bit sad').valence).toBeGreaterThan(said('I am very sad').valence);
    expect(said('I am angry!!!').arousal).toBeGreaterThan(said('I am angry').arousal);
    expect(said('I am HAPPY today').arousal).toBeGreaterThan(said('I am happy today').arousal);
  });

  it.each(languages)('%s: any string gives numbers in their ranges', language => {
    const pieces = fc.constantFrom(
      'happy',
      'pas',
      'not',
      "j'en ai marre",
      '!!!',
      '😡',
      'mais',
      'but',
      '?',
      ' ',
      '\n',
      ':(',
      'sooo',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map(all => all.join(' ')),
    );
    fc.assert(
      fc.property(text, said => {
        const { valence, arousal, dominance, emotion } = appraise(said, language);
        expect(valence).toBeGreaterThanOrEqual(-1);
        expect(valence).toBeLessThanOrEqual(1);
        for (const part of [arousal, dominance]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
        expect(emotions).toContain(emotion);
      }),
      { numRuns: 300 },
    );
  });

  it.each(languages)('%s: nothing said is neutral', language => {
    for (const text of ['', '   ', '\n', '...', '12', 'zzqx'])
      expect(appraise(text, language)).toEqual(neutralAffect);
  });

  it.each([
    ['words', 'never not happy but sad '.repeat(420_000)],
    ['one word', 'a'.repeat(10_000_000)],
    ['marks', '!?'.repeat(5_000_000)],
    ['apostrophes', "'".repeat(10_000_000)],
    ['an address', `https://${'x'.repeat(10_000_000)}`],
  ])('ends quickly on 10 MB of %s', (_, text) => {
    appraise('warm', 'en');
    const startMs = threadMs();
    for (const language of languages) appraise(text, language);
    expect(threadMs() - startMs).toBeLessThan(1000);
  });
});
