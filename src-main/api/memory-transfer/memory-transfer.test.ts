/** What Jarvis writes of its memory comes back identically; what is broken or hostile is refused, with a reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MemoryRecord } from '../../ports/memory-records.ts';
import { createBrainFixture } from '../memory-brain-fixture.ts';
import { formatLines } from './format-lines.ts';
import { formatMarkdown } from './format-markdown.ts';
import { readMemories } from './read-memories.ts';
import { anyMemories, collect, inPieces } from './record-fixture.ts';
import { splitArray } from './split-array.ts';

const french = { language: 'fr', zone: 'Europe/Paris' } as const;
const formats = {
  'JSON Lines': (records: AsyncIterable<MemoryRecord>) => formatLines(records),
  Markdown: (records: AsyncIterable<MemoryRecord>) => formatMarkdown(records, french),
};
const written = async (format: keyof typeof formats, records: readonly MemoryRecord[]) =>
  (await collect(formats[format](createBrainFixture(records).exportMemories()))).join('');
const read = (text: string, length = 7) => collect(readMemories(inPieces(text, length), 0));

const anna: readonly MemoryRecord[] = [
  {
    kind: 'episode',
    episode: {
      ...{ id: 'e1', place: { conversationId: 'c1', messageId: 'm1' }, provenance: 'user', speaker: 'user' },
      ...{ atMs: Date.UTC(2026, 2, 2, 9, 30), text: 'Ma sœur Anna est allergique aux noix.\nGrave.' },
      ...{ language: 'fr', salience: 0.7, entities: ['anna'] },
      affect: { valence: -0.2, arousal: 0.4, dominance: 0.5, emotion: 'fear' },
    },
    recalls: 2,
    isConsolidated: true,
  },
  {
    kind: 'fact',
    fact: {
      ...{
        id: 'f1',
        subject: 'Anna',
        relation: 'allergic_to',
        value: 'noix',
        language: 'fr',
        confidence: 0.9,
      },
      ...{ timesSaid: 1, firstSaidMs: 1, lastSaidMs: 1, proposedBy: 'rules', sourceEpisodeIds: ['e1'] },
      validFrom: '2026-03-02',
    },
    history: [],
  },
];

describe.each(['JSON Lines', 'Markdown'] as const)('%s', format => {
  test('taken out, brought into an empty profile and taken out again is the same to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(anyMemories, fc.integer({ min: 1, max: 5000 }), async (records, length) => {
        const first = await written(format, records);
        const empty = createBrainFixture();
        await empty.importMemories(readMemories(inPieces(first, length), 0));
        expect(await written(format, empty.records)).toBe(first);
      }),
      { numRuns: 60 },
    );
  });

  test('a file that is cut anywhere, or has lost a memory, is refused', async () => {
    const whole = await written(format, anna);
    for (let end = 40; end < whole.length - 3; end += 11)
      await expect(read(whole.slice(0, end)), `cut at ${end}`).rejects.toMatchObject({
        code: 'memory.import-malformed',
      });
    await expect(read(whole.replace(/"facts":1/, '"facts":2'))).rejects.toThrow(/missing/);
  });

  test('comes back from an editor that ends its lines otherwise', async () => {
    const whole = await written(format, anna);
    expect(await read(whole.replaceAll('\n', '\r\n'))).toEqual(anna);
    expect(await read(`\ufeff${whole}`)).toEqual(anna);
  });
});

test('the Markdown reads well', async () => {
  const text = await written('Markdown', anna);
  expect(text.replace(/<!--.*-->\n/g, '')).toBe(
    [
      ...['', '# Mémoire de Jarvis', '', '## Jour après jour', '', '### 2026-03-02', ''],
      ...['**Vous** · 10:30', '> Ma sœur Anna est allergique aux noix.', '> Grave.', ''],
      ...['## Ce qui est su', '', '### Anna', '', '- Anna est allergique à noix (2026-03-02 – …)', '', ''],
    ].join('\n'),
  );
});

describe('an array that comes in pieces', () => {
  test('is cut into what it holds, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (list, length, isWrapped) => {
          const whole = isWrapped ? { count: '[1,2', results: list, more: [[1]] } : list;
          const text = JSON.stringify(whole, undefined, 1);
          const expected = JSON.parse(JSON.stringify(list));
          expect(await collect(splitArray(inPieces(text, length)))).toEqual(expected);
        },
      ),
    );
  });

  test.each([
    ['cut short', '[{"a": 1}, {"a"'],
    ['an entry that never ends', '[{"a": "'],
    ['brackets that do not match', '[{"a": 1]}'],
    ['no JSON', '[{a: 1}]'],
    ['nothing between commas', '[1,,2]'],
    ['too deep', '['.repeat(100_000)],
    ['two documents', '[1][2]'],
  ])('is refused: %s', async (_what, text) => {
    await expect(collect(splitArray(inPieces(text, 5)))).rejects.toMatchObject({
      code: 'memory.import-malformed',
    });
  });
});

describe('hostile files', () => {
  const episodeLine = async (change: (line: string) => string) => {
    const [head, episode, ...rest] = (await written('JSON Lines', anna)).split('\n');
    return [head, change(episode ?? ''), ...rest].join('\n');
  };

  test.each([
    ['a wrong type', (line: string) => line.replace('"recalls":2', '"recalls":"many"')],
    ['a number out of bounds', (line: string) => line.replace('"salience":0.7', '"salience":7e300')],
    ['an id that is none', (line: string) => line.replace('"e1"', '"<script>"')],
    ['another kind', (line: string) => line.replace('"kind":"episode"', '"kind":"order"')],
    ['no JSON', (line: string) => line.slice(1)],
    ['depth', () => `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ])('are refused as a whole: %s', async (_what, change) => {
    const brain = createBrainFixture();
    const records = readMemories(inPieces(await episodeLine(change), 1000), 0);
    await expect(brain.importMemories(records)).rejects.toMatchObject({ code: 'memory.import-malformed' });
    expect(brain.records).toEqual([]);
  });

  test('change no prototype, and bring nothing that is not asked for', async () => {
    const text = await episodeLine(line =>
      line.replace(
        '"recalls":2',
        '"recalls":2,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
      ),
    );
    expect(await read(text)).toEqual(anna);
    expect({}).not.toHaveProperty('polluted');
  });

  test('a line that never ends is refused before it fills the memory', async () => {
    async function* endless(): AsyncGenerator<string> {
      yield '{"kind":"header","format":"jarvis-memory","version":1}\n';
      const piece = 'x'.repeat(1024 * 1024);
      for (;;) yield piece;
    }
    await expect(collect(readMemories(endless(), 0))).rejects.toThrow(/too long/);
  });

  test.each([
    ['empty', '', /empty/],
    ['an archive', 'PK\u0003\u0004rest', /archive/],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0', /no text/],
    ['prose', 'Dear diary,\nnothing happened.', /no list/],
    ['JSON of another program', '[{"hello": 1}]', /program/],
    ['JSON without entries', '{"results": []}', /program/],
    ['a later version', '{"kind":"header","format":"jarvis-memory","version":9}\n', /version/],
  ])('are named: %s', async (_what, text, reason) => {
    await expect(read(text)).rejects.toThrow(reason);
  });
});

test('a hundred thousand memories pass as a stream, one after the other', async () => {
  const [episode] = anna;
  const total = 100_000;
  async function* many(): AsyncGenerator<MemoryRecord> {
    if (episode?.kind !== 'episode') return;
    for (let i = 0; i < total; i++) yield { ...episode, episode: { ...episode.episode, id: `e${i}` } };
  }
  let count = 0;
  for await (const record of readMemories(formatLines(many()), 0)) if (record.kind === 'episode') count++;
  expect(count).toBe(total);
}, 60_000);
