/** What a pause means by the words before it: the kinds of beginnings and of ends in each language. */
import { describe, expect, test } from 'vitest';
import { threadMs } from '../../../../test/thread-time.ts';
import { languages } from '../../../domain/language.ts';
import { endingPhrases } from '../corpus/corpus.ts';
import { endingOf } from './ending.ts';

const phrases = {
  fr: {
    finished: [
      'quelle heure est-il',
      'Oui.',
      'à huit heures',
      'ajoute du lait à la liste',
      'qu’est-ce que tu veux',
      "c'est quoi",
      'si tu veux',
      'donne-la-moi',
      'Éteins la lumière s’il te plaît',
      'zéro six douze trente-quatre cinquante-six soixante-dix-huit',
      'quand je rentrerai, allume la lumière',
      'je ne sais pas',
      'Pourquoi ?',
      'il est parti en courant',
      'parle plus fort',
    ],
    unfinished: [
      'rappelle-moi de',
      'Je voudrais que.',
      'et puis…',
      'euh',
      'du pain, du lait,',
      'quand je rentrerai',
      'zéro six douze',
      'ajoute',
      'est-ce que tu peux',
      'un grand',
      'combien font trois fois',
      'quelle heure',
      'Jarvis',
      'hey',
      'les voisins ne ressemblent',
      'la maison est située',
      'combien font 20 pour cent',
      'parle plus',
      'c’est la boîte dans laquelle',
    ],
  },
  en: {
    finished: [
      'what time is it',
      'The second one.',
      'at eight',
      'where are you from',
      'turn it off',
      'Yes, I am.',
      'set a timer for ten minutes please',
      'if it rains tomorrow, wake me at six',
      'tell me where the station is',
      'remember that my bike is red',
      'I have never been there',
      'tell me where it is located',
      'add apples',
    ],
    unfinished: [
      'remind me to',
      "What's the?",
      'um',
      'bread, milk,',
      'if it rains tomorrow',
      'call',
      'can you',
      'three point',
      'my number is five five five',
      'I was wondering',
      'what time is it in',
      'Hey Jarvis',
      'remember that my bike',
      'what is the weather like in New',
      'no, thank',
      'he said that there',
      'their office is located',
    ],
  },
} as const;

for (const language of languages) {
  describe(language, () => {
    test.each(phrases[language].finished)('"%s" is finished', text => {
      expect(endingOf(text, language)).toMatchObject({ complete: true });
    });
    test.each(phrases[language].unfinished)('"%s" is not', text => {
      expect(endingOf(text, language)).toMatchObject({ complete: false });
    });
    test('phrases written by others are judged as they were meant', () => {
      const all = endingPhrases(language, 'kept-aside');
      const right = all.filter(({ text, complete }) => endingOf(text, language).complete === complete);
      expect(right.length / all.length).toBeGreaterThan(0.92);
    });
  });
}

test.each(['', ' ', '…', '?!', '🙂'])('"%s" has no words, and does not end', text => {
  expect(endingOf(text, 'fr').complete).toBe(false);
});

test('a very long text is judged at once', () => {
  const text = 'je voudrais savoir comment faire, '.repeat(2000);
  const beganAtMs = threadMs();
  endingOf(text, 'fr');
  endingOf(text, 'en');
  expect(threadMs() - beganAtMs).toBeLessThan(2000);
});
