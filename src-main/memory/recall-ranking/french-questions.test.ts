/** A French question asks for a kind of thing, turns its verb round, and means what is said in other words. */
import { expect, test } from 'vitest';
import { readQuestion } from './read-question.ts';

const read = (text: string) => readQuestion(text, { speakers: new Set(['claire']), wantedSpeakers: [] });

test.each([
  ['Quelle somme Claire a-t-elle versée ?', 'somme'],
  ['Quels instruments joue-t-elle ?', 'instruments'],
  ['Quel tour le voisin lui a-t-il joué ?', 'tour'],
  ['Combien de chats Claire a-t-elle ?', 'chats'],
  ['Quel est le prénom du voisin ?', 'prenom'],
])('%s asks for %s', (text, focus) => {
  expect(read(text).focusText).toBe(focus);
});

test('what only serves to ask is not compared', () => {
  expect(read("Quand est-ce que Claire a-t-elle signé le bail de l'appartement ?").contentText).toBe(
    'quand signe bail appartement',
  );
});

test('a written word finds the spoken one, in French alone', () => {
  const synonymsOf = (text: string, word: string) =>
    read(text).words.find(each => each.word === word)?.synonyms;
  expect(synonymsOf('Quel véhicule a-t-elle acheté ?', 'vehicule')?.has('bagnol')).toBe(true);
  expect(synonymsOf('When did she change the date of the film?', 'film')).toBeUndefined();
});
