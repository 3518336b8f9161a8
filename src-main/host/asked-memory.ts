/** The skills' way to the memory: remember, what is known, what held before, forget, why, and correct. */
import type { Message } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
import type { Fact, RecalledMemory, ScoreParts } from '../domain/memory.ts';
import type { Profile } from '../domain/settings.ts';
import type { Brain } from '../memory/brain.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { AskedAt, AskedMemory, KnownThing } from '../skills/asked-memory.ts';

export interface AskedMemoryPorts {
  readonly brain: Brain;
  /** Of the room that is in use. */
  readonly conversations: () => Pick<MemoryStore, 'getMessage' | 'openBranch'>;
  readonly clock: Clock;
  readonly zone: () => string;
  readonly profile: () => Profile;
  readonly privacy: {
    isPrivate(): boolean;
    setPrivate(on: boolean): Promise<void>;
    leaveAfterTurn(): void;
  };
  /** Language models that can be asked now. */
  readonly candidates: () => readonly unknown[];
  /** Something is kept or gone: what was recalled ahead holds no longer. */
  readonly onChanged: () => void;
}

const factsAtMost = 50;
const sentencesAtMost = 12;
/** A message further back is not what the person means. */
const lookedBack = 20;

export function openAskedMemory(ports: AskedMemoryPorts): AskedMemory {
  const { brain, privacy, onChanged } = ports;
  const changing = async <T>(action: () => Promise<T>): Promise<T> => {
    const result = await action();
    onChanged();
    return result;
  };
  return {
    isPrivate: () => privacy.isPrivate(),
    setPrivate: async on => {
      if (on) await privacy.setPrivate(true);
      else privacy.leaveAfterTurn();
    },
    remember: fact => changing(() => rememberWords(fact, ports)),
    about: words => knownAbout(words, ports),
    answers: async (text, language) => {
      const { candidates, clock, zone } = ports;
      // A model makes facts at night alone: what was said since is newer than any of them.
      if (candidates().length > 0) return [];
      await settleFacts(ports);
      const found = await brain.answers({ text, language, nowMs: clock.nowMs(), zone: zone() });
      return found.map(thingOf);
    },
    before: async relation => {
      const facts = (await brain.facts({ past: true, limit: 200 })).filter(
        fact => fact.validTo !== undefined && (relation === undefined || fact.relation === relation),
      );
      return sentencesOf(
        facts.filter(({ subject }) => relation === undefined || subject === 'user'),
        brain,
      );
    },
    forget: words => changing(() => forgetAbout([words], ports)),
    forgetTold: async asked => {
      const told = await toldBefore(asked, ports);
      if (told === undefined || told.length === 0) return undefined;
      return changing(() =>
        forgetAbout(
          told.map(({ id }) => id),
          ports,
        ),
      );
    },
    why: async asked => (await toldBefore(asked, ports))?.map(thingOf),
    correction: async change => {
      const fact = await wrongFact(change, ports);
      if (fact === undefined) return undefined;
      const { value } = change;
      return {
        before: fact.value,
        after: value,
        apply: () => changing(async () => void (await brain.correct(fact.id, value))),
      };
    },
  };
}

async function rememberWords(
  { text, language, messageId }: Parameters<AskedMemory['remember']>[0],
  { brain, conversations }: AskedMemoryPorts,
): ReturnType<AskedMemory['remember']> {
  if (messageId === undefined) return 'refused';
  const question = await conversations().getMessage(messageId);
  const verdict = await brain.remember({ question, text, language });
  if (verdict.store) return 'remembered';
  return verdict.why === 'nothing-new' ? 'known' : 'refused';
}

/** Without a model facts are made by rules, in milliseconds: what was said a moment ago counts too. */
async function settleFacts({ brain, candidates }: AskedMemoryPorts): Promise<void> {
  if (candidates().length === 0) await brain.consolidate(new AbortController().signal);
}

async function knownAbout(words: string, ports: AskedMemoryPorts): Promise<readonly KnownThing[]> {
  const { brain } = ports;
  await settleFacts(ports);
  const facts = await brain.facts({ ...(words !== '' && { about: words }), limit: factsAtMost });
  const ofFacts = await sentencesOf(facts, brain);
  if (words === '') return ofFacts;
  const found = (await search(words, ports)).map(thingOf);
  const told = new Set(ofFacts.map(({ text }) => text));
  return [...ofFacts, ...found.filter(({ text }) => !told.has(text))];
}

async function search(words: string, ports: AskedMemoryPorts): Promise<readonly RecalledMemory[]> {
  const { brain, clock, zone, profile } = ports;
  const { memories } = await brain.recall({
    text: words,
    language: profile().language,
    nowMs: clock.nowMs(),
    zone: zone(),
    limit: sentencesAtMost,
    purpose: 'search',
  });
  return memories.filter(({ kind }) => kind === 'episode');
}

/** Found by what it is about alone. */
const found: ScoreParts = { words: 0, meaning: 0, time: 0, association: 1, affect: 0 };

/** One sentence once, however many facts were taken from it; a fact without one stands for itself. */
async function sentencesOf(facts: readonly Fact[], brain: Brain): Promise<readonly KnownThing[]> {
  const things = new Map<string, KnownThing>();
  for (const fact of facts) {
    const { sources, text: itself } = await brain.explain(fact.id);
    const source = sources.at(-1);
    // A value that was corrected stands in no sentence.
    const text = source !== undefined && isIn(fact.value, source.text) ? source.text : itself;
    if (things.has(text)) continue;
    const used = { id: fact.id, kind: 'fact', score: 1, parts: found } as const;
    things.set(text, { text, atMs: source?.atMs ?? fact.lastSaidMs, isFact: true, used });
  }
  return [...things.values()];
}

const thingOf = ({ id, text, atMs, kind, score, parts, citation }: RecalledMemory): KnownThing => ({
  text,
  atMs,
  ...(citation && {
    document: {
      name: citation.documentName,
      ...(citation.page !== undefined && { page: citation.page }),
    },
  }),
  isFact: kind === 'fact',
  used: { id, kind, score, parts },
});

/** Each of `abouts`: words, the id of a memory, or '' for everything. */
async function forgetAbout(
  abouts: readonly string[],
  { brain, privacy }: AskedMemoryPorts,
): Promise<readonly string[]> {
  // The order itself, where it is kept, holds the words as well.
  const ownMessages = privacy.isPrivate() ? 0 : 1;
  const gone = new Set<string>();
  for (const about of abouts) {
    const preview = await brain.previewForget(about);
    const { episodes, facts, summaries, messages, notes } = preview;
    const isKept = episodes.length + facts.length + summaries.length + notes.length > 0;
    if (!isKept && messages.length <= ownMessages) continue;
    await brain.forget(preview.token);
    for (const { text } of [...episodes, ...notes]) gone.add(text);
    if (gone.size === 0) for (const { value } of facts) gone.add(value);
    if (gone.size === 0) for (const { text } of messages.slice(ownMessages)) gone.add(text);
  }
  return [...gone];
}

async function answerBefore(
  asked: AskedAt,
  { conversations }: AskedMemoryPorts,
): Promise<Message | undefined> {
  try {
    const branch = await conversations().openBranch(asked.conversationId, { limit: lookedBack });
    return branch.findLast(({ role, turnId }) => role === 'assistant' && turnId !== asked.turnId);
  } catch (error) {
    // A conversation that begins with these words.
    if (error instanceof JarvisError && error.code === 'input.not-found') return undefined;
    throw error;
  }
}

/** What the answer before was given with, or told from memory. */
async function toldBefore(
  asked: AskedAt,
  ports: AskedMemoryPorts,
): Promise<readonly RecalledMemory[] | undefined> {
  const answer = await answerBefore(asked, ports);
  if (answer === undefined) return undefined;
  return (await ports.brain.recalled([answer.id])).get(answer.id)?.memories ?? [];
}

/** The fact whose value is wrong: one that the answer before told, by the words that are wrong, or the only one. */
async function wrongFact(
  { wrong, asked }: Parameters<AskedMemory['correction']>[0],
  ports: AskedMemoryPorts,
): Promise<Fact | undefined> {
  const { brain } = ports;
  const answer = await answerBefore(asked, ports);
  if (answer === undefined) return undefined;
  const told = await factsOf((await toldBefore(asked, ports)) ?? [], brain);
  const candidates =
    wrong === undefined ? told : [...told, ...(await brain.facts({ about: wrong, limit: factsAtMost }))];
  const meant = candidates.filter(({ value }) =>
    wrong === undefined ? isIn(value, answer.text) : isIn(wrong, value),
  );
  const [fact, ...others] = meant;
  return others.every(({ id }) => id === fact?.id) ? fact : undefined;
}

/** What was told, and what was taken from the sentences that were told. */
async function factsOf(told: readonly RecalledMemory[], brain: Brain): Promise<readonly Fact[]> {
  const ids = told.filter(({ kind }) => kind === 'fact').map(({ id }) => id);
  const facts = await Promise.all(ids.map(async id => (await brain.explain(id)).fact));
  const episodeIds = told.filter(({ kind }) => kind === 'episode').map(({ id }) => id);
  const taken = episodeIds.length === 0 ? [] : await brain.facts({ episodeIds, limit: factsAtMost });
  return [...facts.filter(fact => fact !== undefined), ...taken];
}

const isIn = (part: string, whole: string): boolean => fold(whole).includes(fold(part));
