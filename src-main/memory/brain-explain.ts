/** Why something is known: the sentences, their days, and what was made of them. */
import { JarvisError } from '../domain/errors.ts';
import type { Fact, RecalledMemory, Recollection, UsedMemory } from '../domain/memory.ts';
import type { StoredEpisode } from '../ports/episodic-memory-store.ts';
import type { Summary } from '../ports/semantic-memory-store.ts';
import type { Explanation } from './brain.ts';
import type { BrainPorts } from './brain-ports.ts';
import { factSentence } from './consolidation/sentences/fact-sentence.ts';
import { asFact } from './explorer/browse.ts';
import { lifeOf } from './explorer/life.ts';

/** Throws `input.not-found`. */
export async function explain(id: string, ports: BrainPorts): Promise<Explanation> {
  const episode = await ports.episodic.byId(id);
  if (episode !== undefined) return await explainEpisode(episode, ports);
  const fact = await ports.semantic.byId(id);
  if (fact !== undefined) return explainFact(fact, ports);
  const summary = await summaryOf(id, ports);
  if (summary === undefined) throw new JarvisError('input.not-found', { what: id });
  return {
    ...{ id, kind: 'summary', text: summary.text, history: [], strength: 1, recalls: 0, uses: [] },
    sources: await sourcesOf(summary.sourceEpisodeIds, ports),
  };
}

async function explainEpisode(episode: StoredEpisode, ports: BrainPorts): Promise<Explanation> {
  const { rooms, clock, semantic } = ports;
  const { id, text, recalls, lastRecalledMs } = episode;
  const facts = await semantic.facts({ episodeIds: [id], past: true, limit: mostFacts });
  return {
    ...{ id, kind: 'episode', text, history: [], recalls },
    ...(await lifeOf([id, ...facts.map(fact => fact.id)], [episode], ports)),
    sources: [sourceOf(episode)],
    strength: rooms.strengthOf(episode, clock.nowMs()),
    ...(lastRecalledMs !== undefined && { lastRecalledMs }),
  };
}

async function explainFact(fact: Fact, ports: BrainPorts): Promise<Explanation> {
  const { episodic, semantic, rooms, clock } = ports;
  const episodes = await Promise.all(fact.sourceEpisodeIds.map(id => episodic.byId(id)));
  const known = episodes.filter(episode => episode !== undefined);
  const recalled = known.flatMap(({ lastRecalledMs }) => lastRecalledMs ?? []);
  return {
    ...{ id: fact.id, kind: 'fact', text: factText(fact, ports), fact },
    claim: asFact(fact, ports).text,
    ...(await lifeOf([fact.id, ...fact.sourceEpisodeIds], known, ports)),
    sources: known.map(sourceOf),
    history: await semantic.history(fact.id),
    strength: Math.max(0, ...known.map(episode => rooms.strengthOf(episode, clock.nowMs()))),
    recalls: known.reduce((sum, { recalls }) => sum + recalls, 0),
    ...(recalled.length > 0 && { lastRecalledMs: Math.max(...recalled) }),
  };
}

const factText = (fact: Fact, { zone }: BrainPorts): string => factSentence(fact, fact.language, zone());

const sourceOf = ({ id, text, speaker, atMs, place }: StoredEpisode): Explanation['sources'][number] => ({
  ...{ episodeId: id, text, speaker, atMs, conversationId: place.conversationId },
  ...(place.messageId !== undefined && { messageId: place.messageId }),
});

async function sourcesOf(ids: readonly string[], { episodic }: BrainPorts): Promise<Explanation['sources']> {
  const found = await Promise.all(ids.map(id => episodic.byId(id)));
  return found.filter(episode => episode !== undefined).map(sourceOf);
}

/** Made of one sentence. */
const mostFacts = 20;

/** There are few summaries: one a day, one a person. */
const mostSummaries = 10_000;

export async function summaryOf(id: string, { semantic }: BrainPorts): Promise<Summary | undefined> {
  return (await semantic.summaries({ limit: mostSummaries })).find(summary => summary.id === id);
}

/** What these answers were given with, as far as it is still known. */
export async function recalledFor(
  messageIds: readonly string[],
  ports: BrainPorts,
): Promise<ReadonlyMap<string, Recollection>> {
  const found = new Map<string, Recollection>();
  for (const messageId of messageIds) {
    const used = await usedIn(messageId, ports);
    if (used.length === 0) continue;
    const memories = await Promise.all(used.map(one => asRecalled(one, ports)));
    found.set(messageId, { memories: memories.filter(one => one !== undefined), tokens: 0, ms: 0 });
  }
  return found;
}

async function usedIn(messageId: string, { conversations }: BrainPorts): Promise<readonly UsedMemory[]> {
  try {
    return (await conversations.getMessage(messageId)).recalled ?? [];
  } catch (error) {
    // Gone in the meantime, or of another room.
    if (error instanceof JarvisError && error.code === 'input.not-found') return [];
    throw error;
  }
}

async function asRecalled(used: UsedMemory, ports: BrainPorts): Promise<RecalledMemory | undefined> {
  const { id, kind, score, parts } = used;
  if (kind === 'episode') {
    const episode = await ports.episodic.byId(id);
    if (episode === undefined) return undefined;
    const { text, speaker, atMs, place } = episode;
    return { id, kind, score, parts, text, speaker, atMs, place };
  }
  if (kind === 'passage') return asCited(used, ports);
  if (kind === 'summary') {
    const summary = await summaryOf(id, ports);
    if (summary === undefined) return undefined;
    const { text, interval, sourceEpisodeIds } = summary;
    return { ...{ id, kind, score, parts, text, sourceEpisodeIds }, speaker: 'user', atMs: interval.startMs };
  }
  const fact = await ports.semantic.byId(id);
  if (fact === undefined) return undefined;
  const { sourceEpisodeIds, lastSaidMs: atMs } = fact;
  const first =
    sourceEpisodeIds[0] === undefined ? undefined : await ports.episodic.byId(sourceEpisodeIds[0]);
  return {
    ...{ id, kind, score, parts, atMs, sourceEpisodeIds, speaker: 'user' },
    text: first?.text ?? factText(fact, ports),
    ...(first && { place: first.place }),
  };
}

/** A passage of a document that was read again since is gone. */
async function asCited(
  { id, kind, score, parts }: UsedMemory,
  { knowledge }: BrainPorts,
): Promise<RecalledMemory | undefined> {
  const passage = await knowledge?.passage(id);
  if (passage === undefined) return undefined;
  const { text, documentId, documentName, page, indexedAtMs: atMs } = passage;
  const heading = passage.headings.at(-1);
  return {
    ...{ id, kind, score, parts, text, atMs, speaker: documentName },
    citation: {
      ...{ documentId, documentName },
      ...(page !== undefined && { page }),
      ...(heading !== undefined && { heading }),
    },
  };
}
