/** Settings are found by title, sentence or another name, whatever the case and the accents. */
import { expect, test } from 'vitest';
import { wordsFor } from '../../words.ts';
import { findSettings } from './find-settings.ts';
import { rowNames } from './setting-words.ts';

const [en, fr] = [wordsFor('en'), wordsFor('fr')];

test('nothing asked shows everything, in the order of the room', () => {
  expect(findSettings('', en)).toEqual(rowNames);
  expect(findSettings('   ', fr)).toEqual(rowNames);
});

test.each([
  ['theme', en, 'theme'],
  ['THÈME', fr, 'theme'],
  ['thème', fr, 'theme'],
  ['theme', fr, 'theme'],
  ['hotword', en, 'mode'],
  ['mot d’appel', fr, 'mode'],
  ['nonante', en, 'numbers'],
  ['echo casque', fr, 'loudspeaker'],
  ['ecoutez choisir', fr, 'voices'],
  ['shortcut', en, 'keys'],
  ['raccourci', fr, 'keys'],
  ['nuit', fr, 'theme'],
] as const)('“%s” is found', (query, t, name) => {
  expect(findSettings(query, t)).toContain(name);
});

test('the title counts first', () => {
  expect(findSettings('voice', en)[0]).toBe('accent');
  expect(findSettings('volume', en)[0]).toBe('volume');
  expect(findSettings('micro', fr)[0]).toBe('microphone');
});

test('every word must be there', () => {
  expect(findSettings('volume theme', en)).toEqual([]);
  expect(findSettings('qzx', en)).toEqual([]);
});
