/** Sentences end where a reader would pause, in both languages, however the text arrives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnswerPiece,
  createSentenceSplitter,
  type SentenceSplitterOptions,
} from './sentence-splitter.ts';

function pieces(options: SentenceSplitterOptions, ...deltas: string[]): AnswerPiece[] {
  const splitter = createSentenceSplitter(options);
  return [...deltas.flatMap(delta => splitter.push(delta)), ...splitter.end()];
}

const split = (...deltas: string[]): string[] => pieces({}, ...deltas).map(({ text }) => text);

describe('one sentence', () => {
  it.each([
    'Bonjour M. Dupont, comment allez-vous ?',
    'Mme Durand et le Dr. Martin arrivent.',
    'Le Pr. Tournesol et Mlle. Blanche sont là.',
    'Mr. Smith met Mrs. Jones and Dr. Who.',
    'Use a fruit, e.g. an apple, i.e. something sweet.',
    'Il faut du pain, p. ex. une baguette.',
    'Pi is 3.14159 or so.',
    'La version 2.0.1 coûte 3,50 € environ.',
    'See https://example.org/a.b?c=d. it is good.',
    'Visitez exemple.fr pour en savoir plus.',
    'J. R. R. Tolkien wrote it.',
    'G. W. F. Hegel est né à Stuttgart.',
    'Euh... je ne sais pas.',
    'Eh bien… peut-être.',
    '« Quoi ? » dit-il en riant.',
    'Vraiment ? oui.',
    'At 5 p.m. we leave.',
    'Des pommes, des poires, etc. sont en vente.',
    'In 44 av. J.-C. il mourut.',
    'The U.S. economy grew.',
    '1. Premier point de la liste.',
    'Il est 15 h 30 et il fait 21,5 °C.',
    'Voir l’art. 5 et la fig. 3 du rapport.',
  ])('%s', sentence => expect(split(sentence)).toEqual([sentence]));
});

describe('several sentences', () => {
  it.each<[string, string[]]>([
    ['Il est midi. Bon appétit !', ['Il est midi.', 'Bon appétit !']],
    ['Vraiment ? Oui ! Bien.', ['Vraiment ?', 'Oui !', 'Bien.']],
    ['Il a dit « Oui. » Puis il partit.', ['Il a dit « Oui. »', 'Puis il partit.']],
    ['Il cria « Non ! » Elle rit.', ['Il cria « Non ! »', 'Elle rit.']],
    ['She said "Yes." Then she left.', ['She said "Yes."', 'Then she left.']],
    ['**Gras.** Ensuite.', ['**Gras.**', 'Ensuite.']],
    ['Wait... What? No!', ['Wait...', 'What?', 'No!']],
    ['We leave at 5 p.m. Then we eat.', ['We leave at 5 p.m.', 'Then we eat.']],
    ['Du pain, du vin, etc. Tout est là.', ['Du pain, du vin, etc.', 'Tout est là.']],
    ['C’était en 2024. Puis plus rien.', ['C’était en 2024.', 'Puis plus rien.']],
    ['(Une parenthèse.) Une suite.', ['(Une parenthèse.)', 'Une suite.']],
    ['Titre\n\nUn paragraphe', ['Titre', 'Un paragraphe']],
    ['- un\n- deux\n- trois', ['- un', '- deux', '- trois']],
    ['1. Un\n2. Deux', ['1. Un', '2. Deux']],
    ['une ligne coupée\npar le milieu. Fin.', ['une ligne coupée\npar le milieu.', 'Fin.']],
    ['Quoi ?! Rien.', ['Quoi ?!', 'Rien.']],
    ['Voilà. 🙂 Autre chose.', ['Voilà.', '🙂 Autre chose.']],
    ['   \n\n  ', []],
    ['', []],
  ])('%j', (text, sentences) => expect(split(text)).toEqual(sentences));
});

describe('while the text grows', () => {
  it('gives a sentence as soon as the next one begins', () => {
    const splitter = createSentenceSplitter();
    expect(splitter.push('Il est midi')).toEqual([]);
    expect(splitter.push('.')).toEqual([]);
    expect(splitter.push(' ')).toEqual([]);
    expect(splitter.push('B')).toMatchObject([{ text: 'Il est midi.', from: 0 }]);
    expect(splitter.push('on.')).toEqual([]);
    expect(splitter.end()).toMatchObject([{ text: 'Bon.', from: 13 }]);
    expect(splitter.end()).toEqual([]);
  });

  it('does not cut a decimal that arrives in two halves', () => {
    expect(split('Pi vaut 3.', '14 environ.')).toEqual(['Pi vaut 3.14 environ.']);
  });

  it('cuts a very long sentence at a comma, and not a long one without need', () => {
    const clause = 'un mot après un autre mot, ';
    const [first, second] = split(clause.repeat(20));
    expect(first?.endsWith(',')).toBe(true);
    expect(first?.length).toBeGreaterThanOrEqual(200);
    expect(first?.length).toBeLessThan(320);
    expect(second).toBeDefined();
    expect(split(`${clause.repeat(7)}fin.`)).toHaveLength(1);
  });

  it('keeps pieces bounded without any mark or space', () => {
    const pieces = split('😀'.repeat(1000));
    expect(pieces.join('')).toBe('😀'.repeat(1000));
    expect(pieces.every(piece => piece.length <= 320 && piece.isWellFormed())).toBe(true);
  });

  it('takes a megabyte at once without trouble', () => {
    expect(split(`${' '.repeat(500_000)}Oui. ${'Mot '.repeat(125_000)}`)[0]).toBe('Oui.');
  });
});

describe('the first clause', () => {
  const first = (text: string) => pieces({ firstClause: true }, text)[0];

  it.each<[string, string]>([
    [
      'La tour Eiffel mesure trois cents mètres, antennes comprises, et elle est en fer.',
      'La tour Eiffel mesure trois cents mètres,',
    ],
    [
      'Le musée du Louvre est le plus visité du monde entier mais il ferme le mardi.',
      'Le musée du Louvre est le plus visité du monde entier',
    ],
    ['Oui, bien sûr, la réponse est simple.', 'Oui, bien sûr, la réponse est simple.'],
    [
      'See the list of [cities, towns and villages](https://example.org), then choose.',
      'See the list of [cities, towns and villages](https://example.org),',
    ],
    [
      'The long war began in Europe on September 1, 1939 and ended later.',
      'The long war began in Europe on September 1, 1939',
    ],
    ['- du pain de campagne bien cuit, du beurre', '- du pain de campagne bien cuit, du beurre'],
  ])('%j begins with %j', (text, piece) => expect(first(text)?.text).toBe(piece));

  it('is cut once; what follows goes on in whole sentences, each with its place', () => {
    const text = 'La tour Eiffel mesure trois cents mètres, antennes comprises, dit-on. Elle est en fer.';
    expect(pieces({ firstClause: true }, text).map(({ text: said, from }) => [from, said])).toEqual([
      [0, 'La tour Eiffel mesure trois cents mètres,'],
      [42, 'antennes comprises, dit-on.'],
      [70, 'Elle est en fer.'],
    ]);
  });
});

it('asks for a longer silence after a paragraph than after a sentence, and after that than after a clause', () => {
  const text = 'La tour Eiffel mesure trois cents mètres, dit-on. Oui.\n\nElle est en fer.';
  const [clause, sentence, paragraph] = pieces({ firstClause: true }, text).map(piece => piece.pauseAfterMs);
  expect(clause).toBeLessThan(sentence ?? 0);
  expect(sentence).toBeLessThan(paragraph ?? 0);
});

const words = (text: string): string => text.replace(/\s+/g, '');
const fragment = fc.constantFrom(
  ...[
    'M. ',
    'Dupont',
    '. ',
    '? ',
    ' !',
    '… ',
    '« ',
    ' »',
    '\n',
    '\n\n',
    ', ',
    '3.',
    '14',
    'e.g. ',
    'Bonjour ',
    'le ',
    '**',
    '`',
    '- ',
    '\u00A0',
    '🙂',
    'A',
    'https://a.b/c ',
  ],
);

describe('at any chunking', () => {
  it('loses and adds no word, stays bounded, and cuts at the same places', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fragment, { maxLength: 120 }).map(parts => parts.join('')),
          fc.string({ maxLength: 800 }),
        ),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }),
        (text, lengths) => {
          const deltas: string[] = [];
          for (let at = 0, i = 0; at < text.length; i++) {
            const length = lengths[i % lengths.length] ?? 1;
            deltas.push(text.slice(at, at + length));
            at += length;
          }
          for (const options of [{}, { firstClause: true }]) {
            const said = pieces(options, ...deltas);
            expect(words(said.map(piece => piece.text).join(''))).toBe(words(text));
            expect(said).toEqual(pieces(options, text));
            expect(Math.max(0, ...said.map(piece => piece.text.length))).toBeLessThanOrEqual(320);
            for (const piece of said)
              expect(text.slice(piece.from, piece.from + piece.text.length)).toBe(piece.text);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
