/** An order to forget stores nothing of what it names; its contrary, and what is told behind it, do. */
import { expect, test } from 'vitest';
import type { Language } from '../../domain/language.ts';
import { judge } from './judge.ts';

const judged = (text: string, language: Language) => judge({ text, language, provenance: 'user' });

test.each([
  ['fr', 'oublie que j’ai un chien'],
  ['fr', 'Oublie mon adresse.'],
  ['fr', 's’il te plaît, oublie que ma sœur Anna est allergique aux noix'],
  ['fr', 'peux-tu oublier que j’habite à Nantes ?'],
  ['fr', 'je voudrais que tu oublies mon numéro de téléphone : 06 12 34 56 78'],
  ['fr', 'ne retiens pas que j’ai un chien'],
  ['fr', 'ne te souviens plus de mon adresse'],
  ['en', 'forget that I have a dog'],
  ['en', 'forget my dog’s name'],
  ['en', 'please forget that my sister is allergic to nuts'],
  ['en', 'don’t remember that I live in Leeds'],
] as const)('%s: %s', (language, text) => {
  expect(judged(text, language)).toMatchObject({ store: false, why: 'command' });
});

test.each([
  ['fr', 'n’oublie pas que j’ai un chien'],
  ['fr', 'oublie pas que ma sœur est allergique aux noix'],
  ['fr', 'j’ai oublié mon anniversaire de mariage hier'],
  ['fr', 'Oublie ça. J’habite à Lyon maintenant.'],
  ['en', 'don’t forget that I have a dog'],
  ['en', 'never forget that my sister is allergic to nuts'],
  ['en', 'Forget it, I live in Leeds now.'],
] as const)('%s, told: %s', (language, text) => {
  expect(judged(text, language)).toMatchObject({ store: true });
});
