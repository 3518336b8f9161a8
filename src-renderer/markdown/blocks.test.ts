/** Blocks of a growing answer: right at the end, and unmoved on the way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitBlocks } from './blocks.ts';
import { createSplitter } from './split-growing.ts';

const kinds = (text: string): readonly string[] => splitBlocks(text).map(block => block.kind);

test('paragraphs, code and tables are blocks of their own', () => {
  const text = 'One\nline\n\n| a |\n|---|\n\n```js\nlet a;\n\nlet b;\n```\nafter';
  expect(splitBlocks(text)).toEqual([
    { kind: 'markdown', text: 'One\nline' },
    { kind: 'markdown', text: '| a |\n|---|' },
    { kind: 'code', language: 'js', text: 'let a;\n\nlet b;', closed: true },
    { kind: 'markdown', text: 'after' },
  ]);
});

test('code that is still being written is code', () => {
  expect(splitBlocks('```py\nprint(1)\n``')).toEqual([
    { kind: 'code', language: 'py', text: 'print(1)\n``', closed: false },
  ]);
});

test('a longer fence holds a shorter one', () => {
  expect(splitBlocks('````\n```\nx\n```\n````')).toEqual([
    { kind: 'code', language: '', text: '```\nx\n```', closed: true },
  ]);
});

test('a list goes on over blank lines, nested items and indented code included', () => {
  expect(kinds('1. a\n\n2. b\n\n   - c\n\n   ```js\n   x\n\n   y\n   ```\n\n3. d')).toEqual(['markdown']);
  expect(kinds('- a\n\nafter')).toEqual(['markdown', 'markdown']);
});

test('what is defined apart is a block of its own, a footnote with its indented lines', () => {
  expect(kinds('See [a].\n\nMore.\n\n[a]: https://example.org')).toEqual([
    'markdown',
    'markdown',
    'definition',
  ]);
  expect(splitBlocks('[^1]: first\n    second\nafter')).toEqual([
    { kind: 'definition', isNote: true, label: '1', text: 'first\nsecond' },
    { kind: 'markdown', text: 'after' },
  ]);
});

test('a formula lasts until its mark closes it, over blank lines', () => {
  expect(splitBlocks('$$\na\n\nb\n$$\nafter\n\\[\nc')).toEqual([
    { kind: 'formula', text: 'a\n\nb', closed: true },
    { kind: 'markdown', text: 'after' },
    { kind: 'formula', text: 'c', closed: false },
  ]);
});

const line = fc.constantFrom(
  'text',
  '',
  '- item',
  '  more',
  '```',
  '  ```',
  '    x',
  '# head',
  '| a |',
  '> q',
  '$$',
  '[^1]: note',
  '1',
);

test('whatever grows, blocks but the last two stay as they were, so that they are not drawn again', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), lines => {
      let before = splitBlocks('');
      for (let end = 1; end <= lines.length; end++) {
        const now = splitBlocks(lines.slice(0, end).join('\n'));
        expect(now.slice(0, Math.max(0, before.length - 1))).toEqual(before.slice(0, -1));
        before = now;
      }
    }),
  );
});

test('a text split as it grows, letter by letter, is split as if it had come whole', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), lines => {
      const split = createSplitter();
      const text = lines.join('\n');
      for (let end = 0; end <= text.length; end++) {
        expect(split(text.slice(0, end))).toEqual(splitBlocks(text.slice(0, end)));
      }
      expect(split('another')).toEqual([{ kind: 'markdown', text: 'another' }]);
    }),
  );
});
