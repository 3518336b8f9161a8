/** Words that cannot be in the sound neither wake nor keep from waking. */
import { expect, it } from 'vitest';
import { nameHeard } from './name-hearing.ts';

const call = (...texts: readonly string[]) => texts.map(text => ({ text, voicedSeconds: 0.6 }));

it('is the name when every cut of the sound gives it', () => {
  expect(nameHeard(call('Jarvis.'))).toBe('name');
  expect(nameHeard(call('Hey Jarvis.', 'Jarvis.'))).toBe('name');
});

it('is nothing when another cut gives other words: the recogniser guesses', () =>
  expect(nameHeard(call('Jarvis.', 'Smart mirror.'))).toBe('none'));

it('is nothing when less of the sound gives more words', () =>
  expect(nameHeard(call('Jarvis.', 'Hey Jarvis.'))).toBe('none'));

it('is near for a word of fitting length', () => {
  expect(nameHeard(call('Gervais.'))).toBe('near');
  expect(nameHeard(call('Hey chatterbox!'))).toBe('near');
});

it('is nothing for a sentence that nobody says in so short a time, or a syllable in so long a one', () => {
  expect(nameHeard(call('Je voudrais savoir quand le service de livraison arrive.'))).toBe('none');
  expect(nameHeard([{ text: 'Serve', voicedSeconds: 1.8 }])).toBe('none');
});

it('says nothing for other words instead of a single call, and counts them in a sentence', () => {
  expect(nameHeard(call('Bonne nuit.'))).toBe('none');
  expect(nameHeard([{ text: 'Turn off the kitchen lights', voicedSeconds: 1.6 }])).toBe('other');
});

it('has nothing to say without words', () => {
  expect(nameHeard([])).toBe('none');
  expect(nameHeard(call(''))).toBe('none');
});
