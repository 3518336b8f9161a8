/** Thousands of memories in the data folder of a program that does not run. */

import { createStaticTableEmbedder } from '../src-main/adapters/embedder/static-table.ts';
import { loadOrCreateKey, openSecretStore } from '../src-main/adapters/secret/open-secret-store.ts';
import { openProfileDirectory } from '../src-main/adapters/settings/profile-directory.ts';
import { openStore } from '../src-main/adapters/store/open-store.ts';
import { newId } from '../src-main/domain/id.ts';
import type { Episode } from '../src-main/domain/memory.ts';
import { neutralAffect } from '../src-main/domain/memory.ts';
import { embeddingTableFolder } from '../src-main/host/embedding-table-folder.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import { embedEpisodes } from '../src-main/ports/embed-episodes.ts';
import { createChatText } from './chat-text.ts';

const batch = 500;
/** What people tell of themselves is short. */
const sentenceLength = { least: 40, more: 80 };
const perConversation = 20;
const dayMs = 24 * 3600 * 1000;

/**
 * The folder has a profile already; its secrets lie in a file. `distinct`: of how many sentences they are; what is said
 * again is not embedded again.
 */
export async function fillMemories(dataDir: string, count: number, distinct = count): Promise<void> {
  const directory = openProfileDirectory(dataDir);
  const [profile] = directory.list();
  if (profile === undefined) throw new Error('no profile in the data folder');
  const { databasePath: path, backupsDir, keyName } = directory.placeOf(profile.id);
  const secrets = await openSecretStore({ dataDir, clock: systemClock, env: { JARVIS_SECRETS: 'file' } });
  const key = await loadOrCreateKey(secrets, keyName, { dataExist: true });
  const store = openStore({ path, key, backupsDir, clock: systemClock });
  const embedder = createStaticTableEmbedder(embeddingTableFolder);
  const chat = createChatText(20_261_121);
  const startMs = systemClock.nowMs() - 700 * dayMs;
  const known: { readonly text: string; readonly vectors: Vectors }[] = [];
  let conversationId = newId();
  for (let from = 0; from < count; from += batch) {
    const size = Math.min(batch, count - from);
    if (known.length < distinct) known.push(...(await embedded(chat, embedder, Math.min(size, distinct))));
    await store.episodic.addAll(
      Array.from({ length: size }, (_, i) => {
        if ((from + i) % perConversation === 0) conversationId = newId();
        const said = known[(from + i) % known.length];
        if (said === undefined) throw new Error('nothing was said');
        const atMs = startMs + ((from + i) / count) * 699 * dayMs;
        return { episode: episodeOf(said.text, conversationId, atMs), vectors: said.vectors };
      }),
    );
  }
  store.close();
}

type Vectors = Awaited<ReturnType<typeof embedEpisodes>>[number];

async function embedded(
  chat: ReturnType<typeof createChatText>,
  embedder: ReturnType<typeof createStaticTableEmbedder>,
  count: number,
): Promise<readonly { readonly text: string; readonly vectors: Vectors }[]> {
  const texts = Array.from({ length: count }, () => sentence(chat));
  const vectors = await embedEpisodes(embedder, texts);
  return texts.flatMap((text, i) => {
    const own = vectors[i];
    return own === undefined ? [] : [{ text, vectors: own }];
  });
}

const sentence = ({ message, random }: ReturnType<typeof createChatText>): string =>
  message().slice(0, sentenceLength.least + random() * sentenceLength.more);

const episodeOf = (text: string, conversationId: string, atMs: number): Episode => ({
  id: newId(),
  place: { conversationId },
  provenance: 'user',
  speaker: 'user',
  atMs: Math.round(atMs),
  text,
  language: 'en',
  affect: neutralAffect,
  salience: 0.4,
  entities: [],
});
