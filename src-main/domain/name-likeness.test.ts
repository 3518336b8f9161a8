/** Spellings of the name are the name; what only sounds like it is not. */
import { expect, it } from 'vitest';
import { nameLikeness } from './name-likeness.ts';

it.each([
  'Jarvis.',
  'Hey Jarvis, what time is it?',
  'Dis Jarvis, quelle heure est-il ?',
  'OK JARVIS!',
  'Jervis',
  'Gervis.',
  'Jarvice',
  'Jarvys, stop',
  'Djarvis',
  'Jarvez',
  'Javis.',
  'Jar vis',
  'Jarviss',
  'Jarvis’s',
])('%s is the name', text => expect(nameLikeness(text)).toBe('name'));

it.each([
  'Gervais.',
  'Hey chatterbox!',
  'Charvet',
  'Jarvik',
  'Jarvais',
  'Jarre vide',
  'J’arrive !',
  'Hey Java',
  'Hey Jasmine',
  'chervis',
  'In the service of others',
  'Travis',
  'jardin',
  'Davis',
])('%s is not, but near', text => expect(nameLikeness(text)).toBe('near'));

it.each(['Bonne nuit.', 'What time is it?', 'Stop.', 'Oui.', 'She said we were done'])(
  '%s is something else',
  text => expect(nameLikeness(text)).toBe('other'),
);

it.each(['', ' … ', '?!'])('%j has no words', text => expect(nameLikeness(text)).toBe('none'));

it('looks at the end of what was said, where the name was heard', () => {
  expect(nameLikeness('Jarvis told me that he would come back home tomorrow')).toBe('other');
});
