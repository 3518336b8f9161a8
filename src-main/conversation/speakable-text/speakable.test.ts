/** What is said of an answer: its words, and nothing of its marks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeakable, speakable } from './speakable.ts';

const said = (markdown: string, language: 'fr' | 'en'): string => speakable(markdown, language).spoken;

describe('in French', () => {
  it.each<[string, string]>([
    ['Il est **17 h 30**.', 'Il est dix-sept heures trente.'],
    ['*Bonjour* __à__ _tous_ ~~vous~~ !', 'Bonjour à tous vous !'],
    ['***Très*** important', 'Très important'],
    ['Bonjour 🙂 ! Ça va 👍🏽 ?', 'Bonjour ! Ça va ?'],
    ['Super 🎉.', 'Super.'],
    ['👩‍👩‍👧‍👦🇫🇷1️⃣', 'un'],
    ['# Recette', 'Recette.'],
    ['## Que faire ?', 'Que faire ?'],
    ['> Une citation', 'Une citation'],
    ['- des pommes\n- des poires', 'des pommes. des poires.'],
    ['1. Couper\n2. Cuire', 'un. Couper. deux. Cuire.'],
    ['- [x] fait\n- [ ] à faire', 'fait. à faire.'],
    ['| Ville | Temp. |\n|---|:-:|\n| Paris | 21 °C |', 'Ville, Temp. Paris, vingt et un degrés Celsius.'],
    ['Avant\n\n---\n\nAprès', 'Avant Après'],
    ['Voir [la page](https://exemple.fr/a_(b)).', 'Voir la page.'],
    ['Voir https://www.exemple.fr/a?b=c.', 'Voir exemple point fr.'],
    ['![un chat](https://a.b/c.png) dort', 'un chat dort'],
    ['Comme dit[^1] ici [2].', 'Comme dit ici.'],
    ['Tapez `npm start` ici.', 'Tapez npm start ici.'],
    ['```js\nlet x = 1;\n```\nVoilà.', 'Le code est à l’écran. Voilà.'],
    ['<b>Gras</b> et <img src=x onerror="alert(1)"> rien', 'Gras et rien'],
    ['<script>alert(1)</script>Bonjour', 'Bonjour'],
    ['2 * 3 font 6 et 2 < 3', 'deux fois trois font six et deux inférieur à trois'],
    ['nom_de_variable', 'nom de variable'],
    ['Paris → Lyon', 'Paris, Lyon'],
    ['M. Dupont et Mme Durand', 'Monsieur Dupont et madame Durand'],
    ['le Dr. Martin, p. ex., et le n° 5', 'le docteur Martin, par exemple, et le numéro cinq'],
    ['du pain, du vin, etc.', 'du pain, du vin, et cetera.'],
    ['en 44 av. J.-C., il mourut', 'en quarante-quatre avant Jésus-Christ, il mourut'],
    ['J. R. R. Tolkien', 'J R R Tolkien'],
    ['Non !!!', 'Non !'],
    ['« Bonjour », dit-il.', '« Bonjour », dit-il.'],
    ['l’été à 3,50 € et 15 %', 'l’été à trois euros cinquante et quinze pour cent'],
    ['zéro\u200Blargeur\u0000 et \uD800moitié', 'zérolargeur et moitié'],
    ['AT&amp;T', 'AT et T'],
    ['**', ''],
    ['---', ''],
    ['🙂', ''],
    ['', ''],
  ])('%j is said %j', (markdown, words) => expect(said(markdown, 'fr')).toBe(words));
});

describe('in English', () => {
  it.each<[string, string]>([
    ['Mr. Smith and Mrs. Jones', 'Mister Smith and Missus Jones'],
    ['fruit, e.g. apples, i.e. sweet ones', 'fruit, for example, apples, that is, sweet ones'],
    ['cats vs. dogs', 'cats versus dogs'],
    ['apples, pears, etc.', 'apples, pears, et cetera.'],
    ['4*5 = 20', 'four times five equals twenty'],
    ["It's **5** o'clock", "It's five o'clock"],
    ['C# is a language', 'C sharp is a language'],
    ['~~~\ncode\n~~~', 'The code is on the screen.'],
    ['<https://example.org/x>', 'example dot org'],
    ['It costs $5', 'It costs five dollars'],
  ])('%j is said %j', (markdown, words) => expect(said(markdown, 'en')).toBe(words));
});

it('announces a code block once, although it comes in several sentences', () => {
  const speak = createSpeakable('en');
  const words = ['Here:', '```py\nprint("Hi. You.")', 'x = 1. Y', '```', 'Done.'].map(
    text => speak(text).spoken,
  );
  expect(words).toEqual(['Here:', 'The code is on the screen.', '', '', 'Done.']);
});

it('never lets a mark, an emoji or a control character through, whatever the text', () => {
  const piece = fc.constantFrom(
    ...[
      '**',
      '*',
      '_',
      '`',
      '```',
      '\n',
      '# ',
      '- ',
      '[a](b)',
      '<i>',
      '🙂',
      '👍🏽',
      '\u200D',
      '|',
      '~~',
      'mot ',
      '3',
      '\\',
      '{',
      ' ',
    ],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map(parts => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      text => {
        expect(said(text, 'fr')).not.toMatch(/[*`|~_\\{}\p{Extended_Pictographic}\p{Cc}\p{Cs}]/u);
      },
    ),
    { numRuns: 500 },
  );
});

it('keeps every word of plain text', () => {
  const word = fc.constantFrom('bonjour', 'le', 'été', 'cœur', 'de', 'cœur', 'Noël', 'aujourd’hui', 'Paris');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), words => {
      expect(said(`${words.join(' ')}.`, 'fr')).toBe(`${words.join(' ')}.`);
    }),
  );
});

it('needs no more than a moment for a megabyte of marks', () => {
  expect(said('[ mot '.repeat(170_000), 'fr')).toHaveLength(170_000 * 4 - 1);
});
