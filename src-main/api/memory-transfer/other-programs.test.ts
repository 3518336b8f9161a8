/** What ChatGPT, Claude, mem0 and Markdown lists hold becomes what was said, by whom and when. */
import { describe, expect, test } from 'vitest';
import { readMemories } from './read-memories.ts';
import { collect, inPieces } from './record-fixture.ts';

const nowMs = Date.UTC(2026, 0, 1);
const read = (content: unknown, length = 64) =>
  collect(
    readMemories(inPieces(typeof content === 'string' ? content : JSON.stringify(content), length), nowMs),
  );

describe('ChatGPT', () => {
  const said = (role: string, text: string, seconds: number, more: object = {}) => ({
    author: { role },
    create_time: seconds,
    content: { content_type: 'text', parts: [text] },
    ...more,
  });
  const conversation = {
    id: 'abc-1',
    title: 'Cakes',
    create_time: 1_700_000_000.5,
    current_node: 'd',
    mapping: {
      root: { id: 'root', parent: null, message: null, children: ['a'] },
      a: { parent: 'root', message: said('system', 'You are helpful.', 1) },
      b: { parent: 'a', message: said('user', 'My sister Anna is allergic to nuts.', 1_700_000_001) },
      other: { parent: 'b', message: said('assistant', 'An answer that was thrown away.', 2) },
      c: { parent: 'b', message: said('assistant', 'I will remember that.', 1_700_000_002) },
      hidden: {
        parent: 'c',
        message: said('user', 'profile', 3, { metadata: { is_visually_hidden_from_conversation: true } }),
      },
      d: {
        parent: 'hidden',
        message: {
          author: { role: 'user' },
          content: { content_type: 'multimodal_text', parts: [{ asset_pointer: 'x' }, 'I live in Lyon.'] },
        },
      },
    },
  };

  test('gives the branch that was open, with its roles and dates', async () => {
    expect(await read([conversation])).toEqual([
      {
        ...{ kind: 'utterance', text: 'My sister Anna is allergic to nuts.', provenance: 'user' },
        ...{ atMs: 1_700_000_001_000, conversationId: 'abc-1' },
      },
      {
        ...{ kind: 'utterance', text: 'I will remember that.', provenance: 'assistant' },
        ...{ atMs: 1_700_000_002_000, conversationId: 'abc-1' },
      },
      {
        ...{ kind: 'utterance', text: 'I live in Lyon.', provenance: 'user' },
        ...{ atMs: 1_700_000_002_000, conversationId: 'abc-1' },
      },
    ]);
  });

  test('ends where a tree is a circle, has no root, or names nothing', async () => {
    const node = (parent: string, text: string) => ({ parent, message: said('user', text, 1) });
    const circle = { mapping: { a: node('b', 'I am A.'), b: node('a', 'I am B.') }, current_node: 'a' };
    const orphan = { mapping: { a: node('__proto__', 'I am C.') }, current_node: 'a' };
    const lost = { mapping: { a: node('x', 'I am D.') }, current_node: 'nowhere' };
    const texts = (await read([circle, orphan, lost])).map(one => one.kind === 'utterance' && one.text);
    expect(texts).toEqual(['I am B.', 'I am A.', 'I am C.', 'I am D.']);
  });

  test('is refused where its shape is wrong, by the number of the entry', async () => {
    await expect(read([conversation, { mapping: 7 }])).rejects.toThrow(/entry 2/);
    await expect(read([{ mapping: { a: { message: { author: 'me' } } } }])).rejects.toThrow(/entry 1/);
  });
});

test('Claude gives words, not the blocks of its tools', async () => {
  const found = await read([
    {
      uuid: '6f0d',
      name: 'Moving',
      created_at: '2025-02-03T10:00:00.000000Z',
      chat_messages: [
        { sender: 'human', text: 'I moved to Nantes.', created_at: '2025-02-03T10:00:01.000Z' },
        {
          sender: 'assistant',
          text: '',
          content: [
            { type: 'tool_use', name: 'x' },
            { type: 'text', text: 'Noted.' },
          ],
        },
        { sender: 'robot', text: 'ignored' },
      ],
    },
  ]);
  expect(found).toEqual([
    {
      ...{ kind: 'utterance', text: 'I moved to Nantes.', provenance: 'user', conversationId: '6f0d' },
      atMs: Date.UTC(2025, 1, 3, 10, 0, 1),
    },
    {
      ...{ kind: 'utterance', text: 'Noted.', provenance: 'assistant', conversationId: '6f0d' },
      atMs: Date.UTC(2025, 1, 3, 10, 0, 1),
    },
  ]);
});

test('mem0 notes about its user become the user’s words, those of an agent do not', async () => {
  const found = await read({
    results: [
      { id: '1', memory: 'User is allergic to nuts', user_id: 'u', created_at: '2025-02-03T10:00:00-07:00' },
      { id: '2', memory: 'Likes jazz', hash: 'x', created_at: null },
      { id: '3', memory: 'Will answer in Latin', agent_id: 'bot' },
      { id: '4', memory: 'Anna lives in Lyon', role: 'assistant', user_id: 'u' },
      { id: '5', memory: '  ' },
    ],
  });
  expect(found.map(one => one.kind === 'utterance' && [one.text, one.provenance])).toEqual([
    ['I am allergic to nuts', 'user'],
    ['I like jazz', 'user'],
    ['Will answer in Latin', 'assistant'],
    ['Anna lives in Lyon', 'assistant'],
  ]);
  expect(found[0]).toMatchObject({ atMs: Date.UTC(2025, 1, 3, 17) });
});

test('each point of a Markdown list is one memory, dated by itself or by its heading', async () => {
  const text = [
    ...[
      '# Memories',
      '',
      '- User’s sister is Anna',
      '- [2025-03-01]. Je suis allergique aux noix',
      '  et au lait',
    ],
    ...['', '## 2024-12-24', '* [x] I bought a bike.', '1. I work at the library.', 'Some prose.'],
  ].join('\n');
  expect((await read(text)).map(one => one.kind === 'utterance' && [one.text, one.atMs])).toEqual([
    ['My sister is Anna', nowMs],
    ['Je suis allergique aux noix\net au lait', Date.UTC(2025, 2, 1)],
    ['I bought a bike.', Date.UTC(2024, 11, 24)],
    ['I work at the library.', Date.UTC(2024, 11, 24)],
  ]);
});
