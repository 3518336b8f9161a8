/** What an engine would misread never reaches it, and long text arrives in pieces. */
import { describe, expect, it } from 'vitest';
import { cleanForEngine, cutForEngine, maxPieceLength } from './engine-text.ts';

describe('cleanForEngine', () => {
  it.each([
    ['Bonjour 🙂 tout le monde 👩‍👩‍👧 !', 'Bonjour tout le monde !'],
    ['**gras** et `code`', 'gras et code'],
    ['<b>oui</b> et 3 < 5', 'oui et 3 < 5'],
    ['M. Dupont arrive.', 'M Dupont arrive.'],
    ['J. R. R. Tolkien wrote it.', 'J R R Tolkien wrote it.'],
    ['Il a dit oui. Mr. Smith aussi.', 'Il a dit oui. Mr Smith aussi.'],
    ['une\u0000 ligne\nune\u200Bautre', 'une ligne uneautre'],
    ['C# et # titre', 'C# et titre'],
    ['\uD800 seul', 'seul'],
  ])('%j is said as %j', (text, said) => expect(cleanForEngine(text, 'fr')).toBe(said));

  it('spells what the rules of a language would read as a word, and only there', () => {
    expect(cleanForEngine('Une IRM à la RATP, l’OMS.', 'fr')).toBe('Une I R M à la RATP, l’O M S.');
    expect(cleanForEngine('An MRI for a VIP.', 'en')).toBe('An MRI for a V I P.');
  });

  it('writes English names so that a French voice says them', () => {
    expect(cleanForEngine('Sur GitHub.', 'fr')).toBe('Sur guite-eub.');
    expect(cleanForEngine('On GitHub.', 'en')).toBe('On GitHub.');
  });
});

describe('cutForEngine', () => {
  it('has nothing to say for marks alone', () => expect(cutForEngine('... ?! —')).toEqual([]));

  it('keeps every word of 1,500 without a full stop, in pieces the engine speaks soon', () => {
    const text = Array.from({ length: 1500 }, (_, i) => `mot${i}`).join(' ');
    const pieces = cutForEngine(text);
    expect(pieces.join(' ')).toBe(text);
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(maxPieceLength);
  });

  it('cuts after a sentence where there is one', () => {
    const first = `${'Un deux trois quatre cinq six. '.repeat(6)}`.trim();
    const pieces = cutForEngine(`${first} ${'sept huit neuf dix '.repeat(10)}`);
    expect(pieces[0]).toBe(first);
  });

  it('cuts a word of 1,000 letters', () => {
    const pieces = cutForEngine('a'.repeat(1000));
    expect(pieces.join('')).toHaveLength(1000);
  });
});
