/** Finds all that an order to forget would remove, in every place where words are kept. */
import type { Fact } from '../domain/memory.ts';
import type { Summary } from '../ports/semantic-memory-store.ts';
import type { ForgetOrder, KeptMessage, KeptText, MemoryThings, NoteKind } from '../ports/word-eraser.ts';
import { noteKinds } from '../ports/word-eraser.ts';
import { type Topic, topicOf } from './brain-forget-topic.ts';
import type { BrainPorts } from './brain-ports.ts';

export interface Found {
  readonly episodes: readonly { readonly id: string; readonly text: string; readonly atMs: number }[];
  readonly messages: readonly KeptMessage[];
  readonly facts: readonly Fact[];
  readonly summaries: readonly Summary[];
  readonly notes: readonly { readonly kind: NoteKind; readonly id: string; readonly text: string }[];
  /** What is removed with them, and is no more than another form of them. */
  readonly order: Omit<ForgetOrder, 'rebuilt'>;
  /** Whether words speak of what goes. */
  readonly matches: (text: string) => boolean;
}

type Seeds = Omit<ForgetOrder, 'rebuilt' | 'notes'> & Pick<Found, 'notes' | 'matches'>;

const mostOfEach = 1_000_000;

/** `about`: words, the id of one memory, or '' for everything. */
export async function findToForget(about: string, ports: BrainPorts): Promise<Found> {
  const seeds = await seedsOf(about, ports);
  const { eraser, semantic } = ports;
  const bound = await eraser.boundTo(seeds);
  const messages = (await eraser.messages(bound.messages)).filter(({ text }) => text !== '');
  const facts = await Promise.all(bound.facts.map(id => semantic.byId(id)));
  const wanted = new Set(bound.summaries);
  const summaries = wanted.size === 0 ? [] : await semantic.summaries({ limit: mostOfEach });
  const { titles, prompts, queuedTurns, notes, matches } = seeds;
  return {
    episodes: await eraser.episodes(bound.episodes),
    messages,
    facts: facts.filter(fact => fact !== undefined),
    summaries: summaries.filter(({ id }) => wanted.has(id)),
    notes,
    matches,
    order: { ...bound, messages: messages.map(({ id }) => id), titles, prompts, queuedTurns, notes },
  };
}

const noMatch = (): boolean => false;
const nothing: Seeds = {
  ...{ episodes: [], facts: [], summaries: [], messages: [] },
  ...{ titles: [], prompts: [], queuedTurns: [], notes: [] },
  matches: noMatch,
};

async function seedsOf(about: string, ports: BrainPorts): Promise<Seeds> {
  const { episodic, semantic, eraser } = ports;
  if (about === '') return everything(ports);
  if ((await episodic.byId(about)) !== undefined) {
    // What it says goes, whoever said it again.
    const taken = await semantic.facts({ episodeIds: [about], past: true, limit: mostOfEach });
    return { ...nothing, episodes: [about], facts: taken.map(({ id }) => id) };
  }
  if ((await semantic.byId(about)) !== undefined) return { ...nothing, facts: [about] };
  const [summary] = (await semantic.summaries({ limit: mostOfEach })).filter(({ id }) => id === about);
  if (summary !== undefined) return { ...nothing, summaries: [about] };
  const topic = await topicOf(about, semantic);
  const found = new Collected();
  for await (const texts of eraser.texts())
    for (const text of texts) if (speaksOf(topic, text)) found.add(text);
  const ofPerson = await factsOf(topic, ports);
  return { ...found.seeds(topic.matches), facts: [...found.of('fact'), ...ofPerson] };
}

/** The subject of a fact ("sœur") is the person's own. */
const speaksOf = (topic: Topic, { kind, text }: KeptText): boolean =>
  topic.matches(kind === 'fact' ? `my ${text}` : text);

async function factsOf({ personIds }: Topic, { semantic }: BrainPorts): Promise<readonly string[]> {
  const found = await Promise.all(
    [...personIds].map(subjectId => semantic.facts({ subjectId, past: true, limit: mostOfEach })),
  );
  return found.flat().map(({ id }) => id);
}

/** All that is remembered, and where it was said; other conversations stay, as do notes. */
async function everything({ eraser }: BrainPorts): Promise<Seeds> {
  const found = new Collected();
  const memories = new Set<KeptText['kind']>(['episode', 'fact', 'summary', 'prompt']);
  for await (const texts of eraser.texts())
    for (const text of texts) if (memories.has(text.kind)) found.add(text);
  return found.seeds(noMatch);
}

class Collected {
  readonly #ids = new Map<KeptText['kind'], Set<string>>();
  readonly #notes: { kind: NoteKind; id: string; text: string }[] = [];

  add({ kind, id, text }: KeptText): void {
    const ids = this.#ids.get(kind) ?? new Set();
    this.#ids.set(kind, ids.add(id));
    const note = noteKinds.find(one => one === kind);
    if (note !== undefined) this.#notes.push({ kind: note, id, text });
  }

  of(kind: KeptText['kind']): readonly string[] {
    return [...(this.#ids.get(kind) ?? [])];
  }

  seeds(matches: Seeds['matches']): Seeds {
    return {
      episodes: this.of('episode'),
      facts: this.of('fact'),
      summaries: this.of('summary'),
      messages: this.of('message'),
      titles: this.of('title'),
      prompts: this.of('prompt'),
      queuedTurns: this.of('queued-turn'),
      notes: this.#notes,
      matches,
    };
  }
}

/** The same only as long as exactly the same would go. */
export function fingerprintOf({ order }: Found): string {
  const { episodes, facts, summaries, messages, titles, prompts, queuedTurns, notes } = order;
  const ids = notes.map(({ id }) => id);
  return [episodes, facts, summaries, messages, titles, prompts, queuedTurns, ids]
    .map(list => [...list].sort().join())
    .join('|');
}

export const noThings: MemoryThings = { episodes: [], facts: [], summaries: [], messages: [] };
