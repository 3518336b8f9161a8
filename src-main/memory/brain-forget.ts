/** Forgetting by order: what would go is shown first, and exactly that goes, for good. */

import { JarvisError } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
import { newId } from '../domain/id.ts';
import type { Fact, ForgetReceipt } from '../domain/memory.ts';
import type { EpisodeKey, StoredEpisode } from '../ports/episodic-memory-store.ts';
import type { Summary } from '../ports/semantic-memory-store.ts';
import type { ForgetPreview } from './brain.ts';
import type { BrainPorts } from './brain-ports.ts';

const episodesAtMost = 100_000;
const factsAtMost = 100_000;
const messagesAtMost = 10_000;
/** Previews that wait for their order; older ones have to be made again. */
const previewsKept = 16;

export class Forgetting {
  readonly #ports: BrainPorts;
  readonly #previews = new Map<string, { readonly about: string; readonly shown: string }>();

  constructor(ports: BrainPorts) {
    this.#ports = ports;
  }

  async preview(about: string): Promise<ForgetPreview> {
    const found = await find(about, this.#ports);
    const token = newId();
    this.#previews.set(token, { about, shown: fingerprint(found) });
    for (const oldest of [...this.#previews.keys()].slice(0, -previewsKept)) this.#previews.delete(oldest);
    return { token, ...found };
  }

  /** Throws `memory.changed`. */
  async forget(token: string): Promise<ForgetReceipt> {
    const ordered = this.#previews.get(token);
    if (ordered === undefined) throw new JarvisError('memory.changed');
    const found = await find(ordered.about, this.#ports);
    if (fingerprint(found) !== ordered.shown) throw new JarvisError('memory.changed');
    this.#previews.delete(token);
    return erase(found, this.#ports);
  }
}

type Found = Omit<ForgetPreview, 'token'>;

const fingerprint = ({ episodes, messages, facts, summaries }: Found): string =>
  [episodes, messages, facts, summaries]
    .map(things =>
      things
        .map(({ id }) => id)
        .sort()
        .join(),
    )
    .join('|');

async function find(about: string, ports: BrainPorts): Promise<Found> {
  const { semantic } = ports;
  const byWords = about === '' ? await everything(ports) : await byIdOrWords(about, ports);
  const episodeIds = byWords.episodes.map(({ id }) => id);
  const taken =
    episodeIds.length === 0 ? [] : await semantic.facts({ episodeIds, past: true, limit: factsAtMost });
  const facts = unique([...byWords.facts, ...taken]);
  const sources = new Set([...episodeIds, ...facts.flatMap(fact => fact.sourceEpisodeIds)]);
  const episodes = unique([...byWords.episodes, ...(await episodesOf([...sources], ports))]);
  const ids = episodes.map(({ id }) => id);
  const derived = ids.length === 0 ? [] : await semantic.summaries({ episodeIds: ids, limit: factsAtMost });
  return {
    episodes: episodes.map(({ id, text, atMs }) => ({ id, text, atMs })),
    messages: await messagesOf(about, episodes, ports),
    facts,
    summaries: unique([...byWords.summaries, ...derived]),
  };
}

interface Named {
  readonly episodes: readonly StoredEpisode[];
  readonly facts: readonly Fact[];
  readonly summaries: readonly Summary[];
}

const unique = <T extends { readonly id: string }>(things: readonly T[]): readonly T[] => [
  ...new Map(things.map(thing => [thing.id, thing])).values(),
];

async function byIdOrWords(about: string, ports: BrainPorts): Promise<Named> {
  const { episodic, semantic } = ports;
  const episode = await episodic.byId(about);
  if (episode !== undefined) return { episodes: [episode], facts: [], summaries: [] };
  const fact = await semantic.byId(about);
  if (fact !== undefined) return { episodes: [], facts: [fact], summaries: [] };
  const words = meaningful(about);
  const keys = words.length === 0 ? [] : await episodic.findByAllWords(words, episodesAtMost);
  return {
    episodes: await readAll(keys, ports),
    facts: await semantic.facts({ about: words.join(' '), past: true, limit: factsAtMost }),
    summaries: (await semantic.summaries({ name: about, limit: factsAtMost })).filter(
      summary => summary.id === about || words.every(word => fold(summary.text).includes(word)),
    ),
  };
}

/** Words that only point ("mon", "the") name nothing. */
const pointing = new Set(
  'le la les l un une des du de d mon ma mes notre nos son sa ses the a an my our his her their s que qui what that of about'.split(
    ' ',
  ),
);
const meaningful = (about: string): readonly string[] =>
  (fold(about).match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !pointing.has(word));

async function everything(ports: BrainPorts): Promise<Named> {
  const { episodic, semantic } = ports;
  const keys: EpisodeKey[] = [];
  for (let page = await episodic.page(0, 1000); page.length > 0; ) {
    keys.push(...page.map(({ key }) => key));
    page = await episodic.page(keys.at(-1) ?? 0, 1000);
  }
  return {
    episodes: await readAll(keys, ports),
    facts: await semantic.facts({ past: true, limit: factsAtMost }),
    summaries: await semantic.summaries({ limit: factsAtMost }),
  };
}

async function readAll(
  keys: readonly EpisodeKey[],
  { episodic }: BrainPorts,
): Promise<readonly StoredEpisode[]> {
  return keys.length === 0 ? [] : episodic.read(keys);
}

async function episodesOf(
  ids: readonly string[],
  { episodic }: BrainPorts,
): Promise<readonly StoredEpisode[]> {
  const found = await Promise.all(ids.map(id => episodic.byId(id)));
  return found.filter(episode => episode !== undefined);
}

/** The messages of the episodes, the answers that followed, and whatever else holds all of the words. */
async function messagesOf(
  about: string,
  episodes: readonly StoredEpisode[],
  ports: BrainPorts,
): Promise<Found['messages']> {
  const ids = new Set(
    episodes.flatMap(({ place: { messageId, answerId } }) =>
      [messageId, answerId].filter(id => id !== undefined),
    ),
  );
  const words = meaningful(about);
  const isId = episodes.length === 1 && episodes[0]?.id === about;
  if (words.length > 0 && !isId)
    for (const hit of await ports.conversations.search(words.join(' '), messagesAtMost))
      ids.add(hit.messageId);
  const found = await Promise.all([...ids].map(id => messageAt(id, ports)));
  return found
    .filter(message => message !== undefined)
    .map(({ id, conversationId, text, createdAtMs }) => ({ id, conversationId, text, atMs: createdAtMs }));
}

async function messageAt(id: string, { conversations }: BrainPorts) {
  try {
    return await conversations.getMessage(id);
  } catch (error) {
    // Gone with its conversation, or of another program.
    if (error instanceof JarvisError && error.code === 'input.not-found') return undefined;
    throw error;
  }
}

async function erase(found: Found, ports: BrainPorts): Promise<ForgetReceipt> {
  const { episodic, semantic, perception, eraser, clock } = ports;
  const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  // What points to it goes first: a crash in between leaves nothing that cannot be ordered once more.
  await perception.scrubRecalled(ids([...found.episodes, ...found.facts, ...found.summaries]));
  const messages = await eraser.eraseMessages(ids(found.messages));
  const erased = await semantic.erase({ facts: ids(found.facts), summaries: ids(found.summaries) });
  const { episodes, vectors } = await episodic.remove(ids(found.episodes));
  await eraser.settle();
  const copies = await eraser.removeCopies();
  return {
    ...{ id: newId(), atMs: clock.nowMs(), episodes, messages, vectors },
    ...{ facts: erased.facts, summaries: erased.summaries, notes: 0, copies },
  };
}

/** Episodes that are gone with their conversation, and what rests on them alone. */
export async function removeConversation(conversationId: string, ports: BrainPorts): Promise<void> {
  const { episodic } = ports;
  const gone = new Set<string>();
  for (let page = await episodic.page(0, 1000); page.length > 0; ) {
    for (const { episode } of page) if (episode.place.conversationId === conversationId) gone.add(episode.id);
    page = await episodic.page(page.at(-1)?.key ?? 0, 1000);
  }
  await removeEpisodes([...gone], ports);
}

/** With the facts and summaries that rest on them alone. */
export async function removeEpisodes(episodeIds: readonly string[], ports: BrainPorts): Promise<void> {
  if (episodeIds.length === 0) return;
  const { episodic, semantic, perception } = ports;
  const gone = new Set(episodeIds);
  const isAlone = ({ sourceEpisodeIds }: { readonly sourceEpisodeIds: readonly string[] }): boolean =>
    sourceEpisodeIds.every(id => gone.has(id));
  const facts = (await semantic.facts({ episodeIds, past: true, limit: factsAtMost })).filter(isAlone);
  const summaries = await semantic.summaries({ episodeIds, limit: factsAtMost });
  const factIds = facts.map(({ id }) => id);
  const summaryIds = summaries.map(({ id }) => id);
  await perception.scrubRecalled([...episodeIds, ...factIds, ...summaryIds]);
  await semantic.erase({ facts: factIds, summaries: summaryIds });
  await episodic.remove(episodeIds);
}
