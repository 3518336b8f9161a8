/** What a client may ask of the memory: search, explanation, correction, forgetting, nights, private mode, excluded topics. */
import type { CommandOutput, Sent } from '../../src-preload/contract.ts';
import { mostListed } from '../../src-preload/memory-contract.ts';
import { detectLanguage } from '../domain/detect-language.ts';
import { isAbort, JarvisError, reportError } from '../domain/errors.ts';
import type { Fact } from '../domain/memory.ts';
import type { ForgetPreview } from '../memory/brain.ts';
import type { EmbedderStatus } from '../memory/embedder-status.ts';
import type { Night } from '../ports/semantic-memory-store.ts';
import type { Handlers } from './handlers-type.ts';
import { memoryExplorerHandlers } from './memory-explorer-handlers.ts';
import { type ToldFact, telling } from './memory-told.ts';
import type { Services } from './services.ts';

type Names = Exclude<Extract<keyof Handlers, `memory.${string}`>, TransferNames>;
type TransferNames =
  | 'memory.export'
  | 'memory.cancelExport'
  | 'memory.import'
  | 'memory.importPiece'
  | 'memory.cancelImport';

/** As many as the preferences hold. */
const mostTopics = 200;
const tooManyTopics = { fr: `${mostTopics} sujets au plus`, en: `at most ${mostTopics} topics` };
/** Facts that the changes of a night are looked up in. */
const mostKnown = 20_000;

export function memoryHandlers(services: Services): Pick<Handlers, Names> {
  const brain = () => services.current().brain;
  const told = () => telling(services.current().profile.language);
  const knownFacts = async () => {
    const facts = await brain().facts({ past: true, limit: mostKnown });
    return new Map(facts.map(fact => [fact.id, fact]));
  };
  const withFacts = async (nights: readonly Night[]) => {
    const known = await knownFacts();
    return nights.map(night => ({ ...night, changes: night.changes.map(one => told().change(one, known)) }));
  };
  return {
    ...memoryExplorerHandlers(services),
    'memory.search': ({ query, limit }) =>
      brain().recall({ ...circumstances(services, query), text: query, limit, purpose: 'search' }),
    'memory.recall': ({ text, ...given }) =>
      brain().recall({ ...circumstances(services, text), ...given, text, purpose: 'inspect' }),
    'memory.facts': async query => ({ facts: (await brain().facts(query)).map(told().fact) }),
    'memory.explain': async ({ id }) => told().explanation(await brain().explain(id)),
    'memory.recalled': async ({ messageIds }) => {
      const found = await brain().recalled(messageIds);
      return { answers: [...found].map(([messageId, recollection]) => ({ messageId, ...recollection })) };
    },
    'memory.edit': async ({ factId, value }) => {
      const fact = await brain().correct(factId, value);
      return told().fact(fact);
    },
    'memory.previewForget': async ({ about }) => listed(await brain().previewForget(about), told().fact),
    'memory.forget': ({ token }) => brain().forget(token),
    'memory.receipts': async ({ limit }) => ({ receipts: await brain().receipts(limit) }),
    'memory.nights': async ({ limit }) => ({ nights: await withFacts(await brain().nights(limit)) }),
    'memory.judge': async ({ changeId, verdict }) => {
      const change = await brain().judgeChange(changeId, verdict);
      return told().change(change, await knownFacts());
    },
    'memory.consolidate': async () => {
      if (brain().isPrivate()) throw new JarvisError('memory.private');
      const night = await uninterrupted(brain().consolidate(new AbortController().signal));
      if (night === undefined) return {};
      const { id: nightId, episodes, changes } = night;
      services.publish('memory.consolidated', { nightId, episodes, changes: changes.length });
      const [known] = await withFacts([night]);
      return known === undefined ? {} : { night: known };
    },
    'memory.statistics': () => brain().statistics(),
    'memory.embedder': async () => toldEmbedder(await services.current().embedders.status(), services),
    'memory.useEmbedder': async ({ embedder }) => {
      const { embedders } = services.current();
      await embedders.use(embedder);
      services.publish('preferences.changed', services.current().preferences());
      return toldEmbedder(await embedders.status(), services);
    },
    'memory.private': async ({ on }) => {
      // The brain tells the windows: it is switched by voice as well.
      await brain().setPrivate(on);
      return { on: brain().isPrivate() };
    },
    'memory.exclusions': async () => ({ topics: await brain().exclusions() }),
    'memory.exclude': async ({ topic, on }) => {
      const before = await brain().exclusions();
      if (on && before.length >= mostTopics)
        throw new JarvisError('input.invalid', { detail: tooManyTopics });
      const excluded = await brain().exclude(topic, on);
      // They are preferences: a window that sets others later must not bring the old ones back.
      services.publish('preferences.changed', services.current().preferences());
      return { topics: excluded };
    },
  };
}

function toldEmbedder(
  { fault, ...status }: EmbedderStatus,
  { current }: Services,
): Sent<CommandOutput<'memory.embedder'>> {
  return { ...status, ...(fault && { fault: reportError(fault, current().profile.language) }) };
}

/** A new turn ends a consolidation: that is no fault, and can be told. */
async function uninterrupted<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isAbort(error) ? new JarvisError('memory.interrupted', {}, error) : error;
  }
}

function circumstances(services: Services, text: string) {
  const { profile, preferences } = services.current();
  return {
    language: detectLanguage(text) ?? profile.language,
    nowMs: services.clock.nowMs(),
    zone: preferences().zone ?? services.clock.zone(),
  };
}

/** Thousands of sentences need not travel to be counted. */
function listed(
  { token, episodes, messages, facts, summaries, notes }: ForgetPreview,
  told: (fact: Fact) => ToldFact,
): Sent<CommandOutput<'memory.previewForget'>> {
  return {
    token,
    counts: {
      episodes: episodes.length,
      messages: messages.length,
      facts: facts.length,
      summaries: summaries.length,
      notes: notes.length,
    },
    episodes: episodes.slice(0, mostListed),
    messages: messages.slice(0, mostListed),
    facts: facts.slice(0, mostListed).map(told),
    summaries: summaries.slice(0, mostListed),
    notes: notes.slice(0, mostListed),
  };
}
