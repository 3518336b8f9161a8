/** Documents become passages along their structure, and each passage is exactly what stands at its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentBlock, Passage } from '../../domain/knowledge.ts';
import { PassageMaker } from './make-passages.ts';

function passagesOf(blocks: readonly DocumentBlock[]): readonly Passage[] {
  const maker = new PassageMaker();
  return [...blocks.flatMap(block => maker.add(block)), ...maker.finish()];
}

const heading = (text: string, level: number): DocumentBlock => ({ kind: 'heading', text, level });
const paragraph = (text: string, page?: number): DocumentBlock => ({
  kind: 'paragraph',
  text,
  ...(page !== undefined && { page }),
});
const words = (count: number, word = 'mot'): string => `${`${word} `.repeat(count - 1)}${word}.`;

describe('passages', () => {
  it('keep the path of their headings', () => {
    const made = passagesOf([
      heading('Guide', 1),
      paragraph(words(60)),
      heading('Installer', 2),
      paragraph(words(60)),
      heading('Vider', 2),
      paragraph(words(60)),
      heading('Annexe', 1),
      paragraph(words(60)),
    ]);
    expect(made.map(({ headings }) => headings)).toEqual([
      ['Guide'],
      ['Guide', 'Installer'],
      ['Guide', 'Vider'],
      ['Annexe'],
    ]);
    expect(made[1]?.text.startsWith('Installer\n\nmot')).toBe(true);
  });

  it('end with their page', () => {
    const made = passagesOf([paragraph('Un.', 1), paragraph('Deux.', 1), paragraph('Trois.', 2)]);
    expect(made.map(({ page, text }) => [page, text])).toEqual([
      [1, 'Un.\n\nDeux.'],
      [2, 'Trois.'],
    ]);
  });

  it('hold some 250 words, cut between sentences', () => {
    const sentence = words(20);
    const made = passagesOf([paragraph(Array.from({ length: 40 }, () => sentence).join(' '))]);
    expect(made.length).toBeGreaterThanOrEqual(4);
    for (const { text } of made) {
      expect(text.endsWith('.')).toBe(true);
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(260);
    }
  });

  it('keep a list in one piece, and cut a very long one between its lines', () => {
    const list = (count: number): DocumentBlock => ({
      kind: 'list',
      text: Array.from({ length: count }, (_, at) => `- point ${at} with five words`).join('\n'),
    });
    expect(passagesOf([list(50)])).toHaveLength(1);
    const long = passagesOf([list(200)]);
    expect(long.length).toBeGreaterThan(3);
    for (const { text } of long) expect(text).toMatch(/^- point[\s\S]*words$/);
  });

  it('are what stands at their place, whatever the document', () => {
    const block = fc.record({
      kind: fc.constantFrom('heading', 'paragraph', 'list', 'table'),
      text: fc
        .array(fc.constantFrom('word', 'mot.', 'É', '12', 'end!', '\n- x', 'a'.repeat(300)), {
          minLength: 1,
          maxLength: 600,
        })
        .map(parts => parts.join(' ').trim()),
      level: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), blocks => {
        const text = blocks.map(one => one.text).join('\n\n');
        const made = passagesOf(blocks);
        let last = 0;
        for (const { start, end, text: own } of made) {
          expect(own).toBe(text.slice(start, end));
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
        const kept = made.map(one => one.text).join('');
        expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: 60 },
    );
  });
});
