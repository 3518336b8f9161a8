/** What is said of an answer: its words, and nothing of its marks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeakable, speakableText } from './speakable-text.ts';

describe('in French', () => {
  it.each<[string, string]>([
    ['Il est **17 h 30**.', 'Il est 17 h 30.'],
    ['*Bonjour* __à__ _tous_ ~~vous~~ !', 'Bonjour à tous vous !'],
    ['***Très*** important', 'Très important'],
    ['Bonjour 🙂 ! Ça va 👍🏽 ?', 'Bonjour ! Ça va ?'],
    ['Super 🎉.', 'Super.'],
    ['👩‍👩‍👧‍👦🇫🇷1️⃣', '1'],
    ['# Recette', 'Recette.'],
    ['## Que faire ?', 'Que faire ?'],
    ['> Une citation', 'Une citation'],
    ['- des pommes\n- des poires', 'des pommes. des poires.'],
    ['1. Couper\n2. Cuire', '1, Couper. 2, Cuire.'],
    ['- [x] fait\n- [ ] à faire', 'fait. à faire.'],
    ['| Ville | Temp. |\n|---|:-:|\n| Paris | 21 °C |', 'Ville, Temp. Paris, 21 °C.'],
    ['Avant\n\n---\n\nAprès', 'Avant Après'],
    ['Voir [la page](https://exemple.fr/a_(b)).', 'Voir la page.'],
    ['Voir https://www.exemple.fr/a?b=c.', 'Voir exemple.fr.'],
    ['![un chat](https://a.b/c.png) dort', 'un chat dort'],
    ['Comme dit[^1] ici [2].', 'Comme dit ici.'],
    ['Tapez `npm start` ici.', 'Tapez npm start ici.'],
    ['```js\nlet x = 1;\n```\nVoilà.', 'Le code est à l’écran. Voilà.'],
    ['<b>Gras</b> et <img src=x onerror="alert(1)"> rien', 'Gras et rien'],
    ['<script>alert(1)</script>Bonjour', 'Bonjour'],
    ['2 * 3 font 6 et 2 < 3', '2 fois 3 font 6 et 2 < 3'],
    ['nom_de_variable', 'nom de variable'],
    ['Paris → Lyon', 'Paris, Lyon'],
    ['M. Dupont et Mme Durand', 'monsieur Dupont et madame Durand'],
    ['le Dr. Martin, p. ex., et le n° 5', 'le docteur Martin, par exemple, et le numéro 5'],
    ['du pain, du vin, etc.', 'du pain, du vin, et cetera.'],
    ['en 44 av. J.-C., il mourut', 'en 44 avant Jésus-Christ, il mourut'],
    ['J. R. R. Tolkien', 'J R R Tolkien'],
    ['Non !!!', 'Non !'],
    ['« Bonjour », dit-il.', '« Bonjour », dit-il.'],
    ['l’été à 3,50 € et 15 %', 'l’été à 3,50 € et 15 %'],
    ['zéro\u200Blargeur\u0000 et \uD800moitié', 'zérolargeur et moitié'],
    ['AT&amp;T &lt;3', 'AT&T <3'],
    ['**', ''],
    ['---', ''],
    ['🙂', ''],
    ['', ''],
  ])('%j is said %j', (markdown, said) => expect(speakableText(markdown, 'fr')).toBe(said));
});

describe('in English', () => {
  it.each<[string, string]>([
    ['Mr. Smith and Mrs. Jones', 'Mister Smith and Missus Jones'],
    ['fruit, e.g. apples, i.e. sweet ones', 'fruit, for example, apples, that is, sweet ones'],
    ['cats vs. dogs', 'cats versus dogs'],
    ['apples, pears, etc.', 'apples, pears, et cetera.'],
    ['4*5 = 20', '4 times 5 = 20'],
    ["It's **5** o'clock", "It's 5 o'clock"],
    ['C# is a language', 'C# is a language'],
    ['~~~\ncode\n~~~', 'The code is on the screen.'],
    ['<https://example.org/x>', 'example.org'],
    ['It costs $5', 'It costs $5'],
  ])('%j is said %j', (markdown, said) => expect(speakableText(markdown, 'en')).toBe(said));
});

it('announces a code block once, although it comes in several sentences', () => {
  const speak = createSpeakable('en');
  const said = ['Here:', '```py\nprint("Hi. You.")', 'x = 1. Y', '```', 'Done.'].map(speak);
  expect(said).toEqual(['Here:', 'The code is on the screen.', '', '', 'Done.']);
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
        const said = speakableText(text, 'fr');
        expect(said).not.toMatch(/[*`|~_\\{}\p{Extended_Pictographic}\p{Cc}\p{Cs}]/u);
      },
    ),
    { numRuns: 500 },
  );
});

it('keeps every word of plain text', () => {
  const word = fc.constantFrom('bonjour', 'le', 'été', 'cœur', 'de', '21,5', 'Noël', 'aujourd’hui', 'Paris');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), words => {
      expect(speakableText(`${words.join(' ')}.`, 'fr')).toBe(`${words.join(' ')}.`);
    }),
  );
});

it('needs no more than a moment for a megabyte of marks', () => {
  expect(speakableText('[ mot '.repeat(170_000), 'fr')).toHaveLength(170_000 * 4 - 1);
});
