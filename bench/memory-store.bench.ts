/** The store of episodes with 100,000 memories: finding by words and meaning, reading, storing one, and its size. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStaticTableEmbedder } from '../src-main/adapters/embedder/static-table.ts';
import { openDatabase } from '../src-main/adapters/store/open-database.ts';
import { openStore, type Store } from '../src-main/adapters/store/open-store.ts';
import { loadVectorFunctions } from '../src-main/adapters/store/vector-functions.ts';
import { packInt8 } from '../src-main/adapters/store/vector-numbers.ts';
import { newId } from '../src-main/domain/id.ts';
import type { Episode } from '../src-main/domain/memory.ts';
import { embeddingTableFolder } from '../src-main/host/embedding-table-folder.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import { embedEpisodes } from '../src-main/ports/embed-episodes.ts';
import type { Bench, Row } from './bench.ts';
import { createChatText } from './chat-text.ts';
import { atMost, median, p95 } from './statistics.ts';

const episodeCount = 100_000;
const episodesAtOnce = 500;
const rounds = 200;
/** Not counted: the engine compiles what it runs often. */
const warmUpRounds = 50;
const limit = 50;
const startMs = Date.UTC(2024, 0, 1);
const chat = createChatText(20_261_121);
const embedder = createStaticTableEmbedder(embeddingTableFolder);

const bench: Bench = {
  name: 'episodic',
  baseline: 'sqlite-vec comparing every stored vector, in the same file',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-bench-episodic-'));
  try {
    const options = {
      path: join(folder, 'jarvis.db'),
      key: randomBytes(32),
      backupsDir: join(folder, 'backups'),
      clock: systemClock,
    };
    const vectors = await fill(openStore(options));
    const bytes = statSync(options.path).size / episodeCount;
    const plainScanMs = median(await scanTimes(options));
    const store = openStore(options);
    const rows = await measure(store, plainScanMs);
    store.close();
    return [
      atMost({ what: 'size on disk per memory', value: bytes, unit: 'bytes' }, 2500),
      { what: 'vectors per memory', value: vectors / episodeCount, unit: '' },
      ...rows,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One to a few sentences, 110 characters in the mean. */
function sentence(): string {
  const message = chat.message().slice(0, 40 + Math.floor(chat.random() ** 2 * 260));
  return `${message.slice(0, Math.max(20, message.lastIndexOf(' ')))}.`;
}

function episodeOf(text: string, conversationId: string, atMs: number): Episode {
  return {
    id: newId(),
    place: { conversationId, messageId: newId(), turnId: newId(), origin: 'spoken' },
    provenance: 'user',
    speaker: 'user',
    atMs,
    text,
    language: 'fr',
    affect: {
      valence: chat.random() * 2 - 1,
      arousal: chat.random(),
      dominance: chat.random(),
      emotion: 'joy',
    },
    salience: chat.random(),
    entities: [0, 1].map(() => chat.word('fr', 1000 + Math.floor(chat.random() * 2000))),
  };
}

/** Returns how many vectors there are. */
async function fill(store: Store): Promise<number> {
  let vectorCount = 0;
  let conversationId = newId();
  for (let from = 0; from < episodeCount; from += episodesAtOnce) {
    const texts = Array.from({ length: episodesAtOnce }, sentence);
    const vectors = await embedEpisodes(embedder, texts);
    await store.episodic.addAll(
      vectors.map((own, at) => {
        if (chat.random() < 0.05) conversationId = newId();
        vectorCount += 1 + own.parts.length;
        const atMs = startMs + (from + at) * 200_000;
        return { episode: episodeOf(texts[at] ?? '', conversationId, atMs), vectors: own };
      }),
    );
  }
  store.close();
  return vectorCount;
}

/** Four to nine words, from common to rare. */
function question(): readonly string[] {
  const language = chat.random() < 0.5 ? 'fr' : 'en';
  const length = 4 + Math.floor(chat.random() * 6);
  return Array.from({ length }, () => chat.word(language, Math.floor(10 ** (chat.random() * 3.7))));
}

async function measure(store: Store, plainScanMs: number): Promise<readonly Row[]> {
  const { episodic } = store;
  const began = performance.now();
  await episodic.prepare(embedder.model);
  const prepareMs = performance.now() - began;
  const byWords = await times(words => episodic.findByWords(words, limit));
  const byMeaning = await times((_words, asked) => episodic.findByMeaning(asked, embedder.model, limit));
  const both = await times(async (words, asked) => {
    await episodic.findByWords(words, limit);
    await episodic.findByMeaning(asked, embedder.model, limit);
  });
  const keys = () => Array.from({ length: limit }, () => 1 + Math.floor(chat.random() * episodeCount));
  const read = await times(() => episodic.read(keys()));
  const vectors = await times(() => episodic.vectors(keys(), embedder.model));
  const stored = await times(async () => {
    const text = sentence();
    const [own] = await embedEpisodes(embedder, [text]);
    if (own !== undefined) await episodic.add(episodeOf(text, newId(), startMs), own);
  });
  return [
    { what: 'making ready for questions by meaning, in short steps', value: prepareMs, unit: 'ms' },
    { what: `find ${limit} by words, median`, value: median(byWords), unit: 'ms' },
    { what: `find ${limit} by words, p95`, value: p95(byWords), unit: 'ms' },
    { what: `find ${limit} by meaning, median`, value: median(byMeaning), unit: 'ms', baseline: plainScanMs },
    { what: `find ${limit} by meaning, p95`, value: p95(byMeaning), unit: 'ms' },
    { what: 'both, one after the other, median', value: median(both), unit: 'ms' },
    atMost({ what: 'both, one after the other, p95', value: p95(both), unit: 'ms' }, 3),
    { what: `read ${limit} episodes, p95`, value: p95(read), unit: 'ms' },
    { what: `the vectors of ${limit} episodes, p95`, value: p95(vectors), unit: 'ms' },
    { what: 'embed and store one memory (on disk), median', value: median(stored), unit: 'ms' },
    atMost({ what: 'embed and store one memory (on disk), p95', value: p95(stored), unit: 'ms' }, 15),
  ];
}

/** The time of the embedding of a question is not counted. */
async function times(
  work: (words: readonly string[], asked: Float32Array) => Promise<unknown>,
): Promise<number[]> {
  const measured: number[] = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const words = question();
    const [asked = new Float32Array()] = await embedder.embed([words.join(' ')]);
    const began = performance.now();
    await work(words, asked);
    if (round >= 0) measured.push(performance.now() - began);
  }
  return measured;
}

async function scanTimes(options: Parameters<typeof openDatabase>[0]): Promise<number[]> {
  const database = openDatabase(options);
  loadVectorFunctions(database);
  const scan = database.prepare(
    `SELECT id FROM conversations ORDER BY vec_distance_cosine(vec_int8(substr(vectors, 1, 128)), vec_int8(?)) LIMIT ?`,
  );
  const measured: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const [asked = new Float32Array()] = await embedder.embed([question().join(' ')]);
    const began = performance.now();
    scan.all(packInt8([asked]), limit);
    measured.push(performance.now() - began);
  }
  database.close();
  return measured;
}
