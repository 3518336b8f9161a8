/** Invented words are taken out, and what people really say stays. */
import { describe, expect, it } from 'vitest';
import type { SpeechMeasure } from './speech-measure.ts';
import { trustedWords } from './trusted-words.ts';

const clear = (seconds: number): SpeechMeasure => ({
  seconds: seconds + 1,
  clearSeconds: seconds,
  possibleSeconds: seconds + 0.2,
  certainty: 0.95,
});
const faint: SpeechMeasure = { seconds: 3, clearSeconds: 0.06, possibleSeconds: 0.16, certainty: 0.55 };

describe('what is invented over little or no speech', () => {
  it.each([
    'Sous-titres réalisés par la communauté d’Amara.org',
    'Sous-titrage ST’ 501',
    'Merci d’avoir regardé cette vidéo !',
    'Abonnez-vous à la chaîne.',
    'Thank you for watching!',
    'Thanks for watching. Please subscribe.',
    'Subtitles by the Amara.org community',
    'See you in the next video.',
    'Thank you.',
    'Merci.',
    'Bye-bye.',
    '[BLANK_AUDIO]',
    '(bruit de fond)',
    '*rires*',
    '♪♪',
    'ご視聴ありがとうございました',
    'Продолжение следует',
    'I am going to show you how to make a very long sentence out of nothing.',
  ])('%s', text => expect(trustedWords(text, faint)).toBe(''));
});

describe('what is said clearly', () => {
  it.each([
    ['Merci.', 0.4],
    ['Thank you.', 0.5],
    ['Oui.', 0.2],
    ['Set a timer for 5 minutes.', 1.4],
    ['Non non non non, pas ça.', 1.6],
    ['Thank you for watching the children.', 1.6],
    ['Quelle heure est-il ?', 0.8],
    ['Ajoute du lait, du pain, du beurre, du café, du thé et du sucre à la liste.', 4],
  ])('%s', (text, seconds) => expect(trustedWords(text, clear(seconds))).toBe(text));
});

it('takes the credits from the end of what was said', () => {
  expect(trustedWords('Set a timer for 5 minutes. Thank you for watching!', clear(1.5))).toBe(
    'Set a timer for 5 minutes.',
  );
  expect(trustedWords('Quelle heure est-il ? Sous-titres par Jean.', clear(1))).toBe('Quelle heure est-il ?');
});

it('leaves one of a phrase that runs in circles', () => {
  const circle = `Allume la lumière. ${'Je ne sais pas. '.repeat(12)}`;
  expect(trustedWords(circle, clear(3))).toBe('Allume la lumière. Je ne sais pas.');
  expect(trustedWords('la '.repeat(40), clear(1))).toBe('la');
});

it('believes no more words than can be said in the time', () => {
  const text = 'A sentence that nobody is able to pronounce so fast, however hard they try.';
  expect(trustedWords(text, clear(1))).toBe('');
  expect(trustedWords(text, clear(3.5))).toBe(text);
});
