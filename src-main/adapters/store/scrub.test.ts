/** After a removal and a scrub no byte of what was said is left: words, names, ids and vectors, in file and log. */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { fold } from '../../domain/fold.ts';
import { newId } from '../../domain/id.ts';
import { episodeOf } from '../../ports/conformance/episodic-memory-store.ts';
import { embedEpisodes } from '../../ports/embed-episodes.ts';
import { createStaticTableEmbedder } from '../embedder/static-table.ts';
import { readRawPages } from './raw-pages.ts';
import { createStoreFixture } from './store-fixture.ts';
import { encodeId } from './stored-id.ts';
import { packInt8 } from './vector-numbers.ts';

const episodes = 1500;
const secretEach = 7;
const table = fileURLToPath(new URL('../../../models/embedding/jarvis-static-fr-en/', import.meta.url));
const embedder = createStaticTableEmbedder(table);
const fixture = createStoreFixture();
afterAll(async () => {
  fixture.remove();
  await embedder.close();
});

const packed = (vector: Float32Array): Buffer => Buffer.from(packInt8([vector]));

const said = (number: number): string =>
  number % secretEach === 0
    ? `Le Zanzibulle numéro ${number} était à Vorpalençon. Il a mangé ${number * 17} pommes, dit-il.`
    : `Une phrase ordinaire, la ${number * 13}e, parle de pommes et de jours. ${'Encore un mot. '.repeat(number % 9)}`;

test('nothing of removed episodes is left on any page; the others are whole', async () => {
  const { path, key } = fixture.options;
  const store = fixture.open();
  const texts = Array.from({ length: episodes }, (_, number) => said(number));
  const vectors = await embedEpisodes(embedder, texts);
  const all = texts.map((text, at) => ({
    episode: episodeOf(newId(), text, {
      conversationId: newId(),
      speaker: text.includes('Zanzibulle') ? `Kwakzo ${at}` : 'user',
      entities: text.includes('Zanzibulle') ? [`vorpalencon ${at}`] : ['pommes'],
    }),
    vectors: vectors[at] as (typeof vectors)[number],
  }));
  for (let from = 0; from < episodes; from += 100) await store.episodic.addAll(all.slice(from, from + 100));
  const secret = all.filter(({ episode }) => episode.text.includes('Zanzibulle'));
  for (const { episode } of secret) await store.episodic.remove([episode.id]);
  await store.scrub();
  expect(statSync(`${path}-wal`).size).toBe(0);
  store.close();

  const bytes = readRawPages(path, key);
  expect(bytes.includes('Une phrase ordinaire')).toBe(true);
  expect(bytes.includes(packed(vectors[1]?.whole ?? new Float32Array()))).toBe(true);
  for (const word of ['Zanzibulle', 'Vorpalençon', 'vorpalencon', 'Kwakzo']) {
    for (const form of [word, word.toLowerCase(), word.toUpperCase(), fold(word), fold(word).slice(0, 6)]) {
      expect(bytes.includes(form), form).toBe(false);
      expect(bytes.includes(Buffer.from(form, 'utf16le')), `${form} in UTF-16`).toBe(false);
    }
  }
  for (const { episode, vectors: own } of secret) {
    expect(bytes.includes(encodeId(episode.id))).toBe(false);
    expect(bytes.includes(encodeId(episode.place.conversationId))).toBe(false);
    for (const vector of [own.whole, ...own.parts]) expect(bytes.includes(packed(vector))).toBe(false);
  }
  const { memory, episodic } = fixture.open();
  expect(await memory.verify()).toEqual([]);
  expect(await episodic.count()).toBe(episodes - secret.length);
});
