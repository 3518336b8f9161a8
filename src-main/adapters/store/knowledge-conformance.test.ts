/** The SQLite store passes the suite of the index of documents, and leaves no byte of what was removed. */
import { expect, test } from 'vitest';
import { newId } from '../../domain/id.ts';
import { describeKnowledgeStore } from '../../ports/conformance/knowledge-store.ts';
import { readRawPages } from './raw-pages.ts';
import { createStoreFixture } from './store-fixture.ts';

describeKnowledgeStore('SQLite', async () => {
  const fixture = createStoreFixture();
  let store = fixture.open();
  return {
    store: store.knowledge,
    reopen: async () => {
      store.close();
      store = fixture.open();
      return store.knowledge;
    },
    remove: async () => fixture.remove(),
  };
});

test('of a document that was removed no byte is left', async () => {
  const fixture = createStoreFixture();
  const store = fixture.open();
  const { knowledge } = store;
  try {
    const source = await knowledge.addSource({ id: newId(), kind: 'uploaded', path: 'a.txt', addedAtMs: 0 });
    const id = await knowledge.addUploaded(source.id, { name: 'hippogriffe.txt', bytes: 9 });
    const arriving = knowledge.arrive(id);
    for (let number = 0; number < 60; number += 1) {
      const text = `La clé de l’hippogriffe porte le numéro ${number}, sous la pierre.`;
      await arriving.add(
        [
          {
            passage: { text, start: 0, end: text.length, headings: ['Hippogriffe'] },
            vectors: [Float32Array.from({ length: 8 }, (_, at) => Math.sin(number + at))],
          },
        ],
        'test',
      );
    }
    await arriving.complete({ sha256: new Uint8Array(32), atMs: 0 });
    await knowledge.removeSource(source.id);
    await knowledge.settle();
    await store.scrub();
  } finally {
    store.close();
  }
  const bytes = readRawPages(fixture.options.path, fixture.options.key).toString('latin1').toLowerCase();
  fixture.remove();
  expect(bytes.startsWith('sqlite format')).toBe(true);
  expect(bytes).not.toContain('hippog');
  expect(bytes).not.toContain('sous la pierre');
});
