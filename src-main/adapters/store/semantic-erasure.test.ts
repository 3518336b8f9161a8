/** What was erased of the facts is in no byte of the database: not the words, not their keys, not the summary. */
import { expect, test } from 'vitest';
import { newId } from '../../domain/id.ts';
import type { Fact } from '../../domain/memory.ts';
import { sampleFact } from '../../ports/conformance/semantic-memory-store.ts';
import { readRawPages } from './raw-pages.ts';
import { nameKey, wordKeys } from './semantic-words.ts';
import { createStoreFixture } from './store-fixture.ts';
import { encodeText } from './stored-text.ts';

const secret = 'Zanzibarine Oulipotte';
const value = `confiture de mirabelles flambées chez ${secret} à Trifouillis`;
const corrected = `gelée royale de chez ${secret}, rue des Glycines`;

test('erased facts, their history and summaries leave no byte', async () => {
  const fixture = createStoreFixture();
  const { path, key } = fixture.options;
  let store = fixture.open();
  try {
    let { semantic } = store;
    const fact = sampleFact(1, { subject: secret, value, relation: 'likes' });
    const others = Array.from({ length: 300 }, (_, index) => sampleFact(index, { value: `objet ${index}` }));
    const summary = {
      id: newId(),
      about: { kind: 'person', name: secret },
      text: `2026-03-03 ${value}. Et encore : ${corrected}.`,
      language: 'fr',
      madeAtMs: 1,
      interval: { startMs: 1, endMs: 2 },
      sourceEpisodeIds: fact.sourceEpisodeIds,
    } as const;
    const learn = (facts: readonly Fact[]) => facts.map(one => ({ kind: 'learned', fact: one }) as const);
    const plan = { id: newId(), atMs: 1, episodeIds: [], summaries: [summary] };
    await semantic.commitNight({
      ...plan,
      changes: learn([...others.slice(0, 150), fact, ...others.slice(150)]),
    });
    const after = { ...fact, value: corrected };
    await semantic.change({ kind: 'edited', factId: fact.id, before: fact, after }, 5);
    await semantic.change({ kind: 'strengthened', factId: fact.id, episodeId: newId(), saidAtMs: 6 }, 6);
    store.close();
    expect(traces(readRawPages(path, key)).length).toBeGreaterThan(5);
    store = fixture.open();
    ({ semantic } = store);
    expect(await semantic.erase({ facts: [fact.id], summaries: [summary.id] })).toEqual({
      facts: 1,
      summaries: 1,
    });
    await store.eraser.settle();
    store.close();
    expect(traces(readRawPages(path, key))).toEqual([]);
  } finally {
    fixture.remove();
  }
});

/** In every way that the words, or what was made of them, might still stand there. */
function traces(bytes: Buffer): readonly string[] {
  const words = [secret, 'Zanzibarine', 'mirabelles flambées', 'Glycines', 'Oulipotte'];
  const forms: (readonly [string, Buffer])[] = words.flatMap(word => [
    [`${word} utf8`, Buffer.from(word, 'utf8')] as const,
    [`${word} utf16`, Buffer.from(word, 'utf16le')] as const,
    [`${word} folded`, Buffer.from(word.toLowerCase(), 'utf8')] as const,
  ]);
  const stored = [secret, value, corrected].map(
    text => [`stored ${text}`, encodeText(text).subarray(1)] as const,
  );
  const keys = [...wordKeys('Zanzibarine mirabelles Glycines'), nameKey(secret)].map(number => {
    const encoded = Buffer.alloc(6);
    encoded.writeUIntBE(number, 0, 6);
    return [`key ${number}`, encoded] as const;
  });
  return [...forms, ...stored, ...keys].filter(([, form]) => bytes.includes(form)).map(([name]) => name);
}
