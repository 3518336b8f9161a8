/** Pages of the memory: facts first where they can answer, then what was said, newest first. */
import { fold } from '../../domain/fold.ts';
import { civilOf, civilOfIso, dayMs, isoMinute, utcOf } from '../../domain/local-time.ts';
import type { Fact } from '../../domain/memory.ts';
import type { StoredEpisode } from '../../ports/episodic-memory-store.ts';
import type { EpisodeCursor, EpisodeFilter } from '../../ports/memory-explorer-store.ts';
import type { BrainPorts } from '../brain-ports.ts';
import { factSentence } from '../consolidation/sentences/fact-sentence.ts';
import type { BrowsedMemory, BrowsedPage, BrowseQuery } from './explorer.ts';
import { knownFacts } from './known-facts.ts';
import { themeOf } from './themes.ts';

/** Facts come whole, on the first page: there are few of one person or theme. */
const mostFacts = 1000;

export async function browse(query: BrowseQuery, ports: BrainPorts): Promise<BrowsedPage> {
  const { explorer } = ports;
  const filter = filterOf(query, ports);
  const isFirst = query.after === undefined;
  const facts = isFirst && mayBeFacts(query) ? await factsOf(query, ports) : [];
  const isSaid = mayBeSaid(query);
  const said = isSaid ? await explorer.page(filter, query.limit, cursorOf(query.after)) : [];
  const last = said.at(-1);
  const summary = isFirst && query.date !== undefined ? await summaryOf(query.date, ports) : undefined;
  return {
    // Of later pages nobody asks for it again: the first one said it.
    total: isFirst ? facts.length + (isSaid ? await explorer.count(filter) : 0) : 0,
    memories: [...facts.map(fact => asFact(fact, ports)), ...said.map(asSaid)],
    ...(last !== undefined && said.length === query.limit && { next: `${last.atMs} ${last.key}` }),
    ...(summary && { summary: { id: summary.id, text: summary.text } }),
  };
}

/** How something was said, and on which day, tells nothing of a fact. */
const mayBeFacts = ({ person, theme, state, origin, date }: BrowseQuery): boolean =>
  origin === undefined &&
  date === undefined &&
  state !== 'fading' &&
  (person !== undefined || theme !== undefined || state !== undefined);

const mayBeSaid = ({ theme, state, only }: BrowseQuery): boolean =>
  only === undefined && theme === undefined && (state === undefined || state === 'fading');

function filterOf({ person, origin, state, date }: BrowseQuery, { zone }: BrainPorts): EpisodeFilter {
  return {
    ...(person !== undefined && { name: fold(person) }),
    ...(origin !== undefined && { origin }),
    ...(state === 'fading' && { isFading: true }),
    ...(date !== undefined && { interval: dayOf(date, zone()) }),
  };
}

const dayOf = (date: string, zone: string) => ({
  startMs: utcOf(civilOfIso(date), zone),
  endMs: utcOf(civilOfIso(date) + dayMs, zone) - 1,
});

function cursorOf(after: string | undefined): EpisodeCursor | undefined {
  const [atMs, key] = (after ?? '').split(' ').map(Number);
  return after === undefined ? undefined : { atMs: atMs ?? 0, key: key ?? 0 };
}

async function factsOf(
  { person, theme, state, only, limit }: BrowseQuery,
  ports: BrainPorts,
): Promise<readonly Fact[]> {
  const relations = theme === undefined ? undefined : await relationsOf(theme, ports);
  const facts = await knownFacts(
    {
      ...(person !== undefined && { about: person }),
      ...(relations && { relations }),
      ...{ past: true, limit: only === undefined ? mostFacts : limit },
    },
    ports,
  );
  const today = isoMinute(civilOf(ports.clock.nowMs(), ports.zone()));
  // A name may be looked up by association: what has another theme is sorted out again.
  return facts.filter(
    fact =>
      (theme === undefined || themeOf(fact.relation) === theme) &&
      (state === undefined || isOver(fact, today) === (state === 'past')),
  );
}

/** Those that some fact has, whatever their name. */
async function relationsOf(
  theme: BrowseQuery['theme'],
  { explorer }: BrainPorts,
): Promise<readonly string[]> {
  const all = await explorer.countByRelation('');
  return all.map(({ relation }) => relation).filter(relation => themeOf(relation) === theme);
}

const isOver = ({ validTo }: Fact, today: string): boolean =>
  validTo !== undefined && validTo <= today.slice(0, validTo.length);

export function asFact(fact: Fact, { zone, clock }: BrainPorts): BrowsedMemory {
  const now = isoMinute(civilOf(clock.nowMs(), zone()));
  const today = now.slice(0, 10);
  return {
    ...{ id: fact.id, kind: 'fact', speaker: 'user', atMs: fact.lastSaidMs, isOver: isOver(fact, now) },
    text: factSentence(fact, fact.language, zone(), { withDates: false, today }),
  };
}

const asSaid = ({ id, text, speaker, atMs, place }: StoredEpisode): BrowsedMemory => ({
  ...{ id, kind: 'episode', text, speaker, atMs, isOver: false, place },
});

async function summaryOf(date: string, { semantic, zone }: BrainPorts) {
  const summaries = await semantic.summaries({ interval: dayOf(date, zone()), limit: 20 });
  return summaries.find(({ about }) => about.kind === 'day' && about.date === date);
}
