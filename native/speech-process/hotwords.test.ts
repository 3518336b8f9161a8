/** Names become the pieces that a transducer writes, or are left out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadHintEncoder } from './hotwords.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotwords-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('takes the longest pieces, word by word, and leaves out what cannot be written', async () => {
  const pieces = [
    '<unk>',
    '\u2581',
    '\u2581Cam',
    '\u2581C',
    'ille',
    'a',
    'm',
    'i',
    'l',
    'e',
    '\u2581Du',
    'pont',
  ];
  const path = join(folder, 'tokens.txt');
  writeFileSync(path, pieces.map((piece, i) => `${piece} ${i}`).join('\n'));
  const encode = await loadHintEncoder(path);
  expect(encode(['Camille', 'Łukasz', 'Camille  Dupont', ''])).toBe(
    '\u2581Cam ille/\u2581Cam ille \u2581Du pont',
  );
  expect(encode([])).toBe('');
});
