/** Both languages are complete: the compiler sees to the keys, this to the words. */
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Names and signs that are the same in both languages. */
const shared = new Set([
  'conversations',
  'jarvis',
  'code',
  'french',
  'english',
  'versionIs',
  'serverAddressPlaceholder',
  'notes',
  'messages',
  'imageLink',
  'image',
  'branches',
  'version',
  'menu',
  'keyControl',
  'answeredByModel',
  'finishedAnswer',
  'profile',
]);

test('no text is empty, and none was left in the other language', () => {
  const same = Object.keys(en).filter(key => {
    const [ours, theirs] = [en[key as keyof typeof en], fr[key as keyof typeof fr]];
    expect(String(theirs).length, key).toBeGreaterThan(0);
    return typeof ours === 'string' && ours === theirs && !shared.has(key);
  });
  expect(same).toEqual([]);
});

test('French signs that stand apart never begin a line', () => {
  const texts = Object.values(fr).filter(text => typeof text === 'string');
  expect(texts.filter(text => / [?!:;»%]/.test(text) || /« /.test(text))).toEqual([]);
});
