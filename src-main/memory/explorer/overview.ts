/** What there is, counted by person, theme, origin and state. */
import { fold } from '../../domain/fold.ts';
import { civilOf, isoMinute } from '../../domain/local-time.ts';
import type { Fact } from '../../domain/memory.ts';
import type { BrainPorts } from '../brain-ports.ts';
import { relationOf } from '../write-gate/relations.ts';
import type { MemoryOverview } from './explorer.ts';
import { themeOf, themes } from './themes.ts';

/** Facts that people are looked for in; those said last come first. */
const mostNaming = 200;
const mostSubjects = 200;
const mostPeople = 12;
const mostCounted = 60;

export async function overviewOf(ports: BrainPorts): Promise<MemoryOverview> {
  const { explorer, semantic, episodic, clock, zone } = ports;
  const relations = await explorer.countByRelation(isoMinute(civilOf(clock.nowMs(), zone())));
  const { fading, ...origins } = await explorer.countByOrigin();
  const [night] = await semantic.nights(1);
  const counted = themes.map(theme => ({
    theme,
    count: sum(
      relations.filter(one => themeOf(one.relation) === theme).map(({ holds, past }) => holds + past),
    ),
  }));
  return {
    memories: (await episodic.count()) + (await semantic.count()).facts,
    people: await peopleOf(ports),
    themes: counted.filter(({ count }) => count > 0),
    origins,
    states: {
      holds: sum(relations.map(one => one.holds)),
      past: sum(relations.map(one => one.past)),
      fading,
    },
    unjudged: night?.changes.filter(({ state }) => state === 'made').length ?? 0,
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Whoever a fact names: as the value of a bond, or as the one of whom something is known. */
async function peopleOf({ explorer, semantic }: BrainPorts): Promise<MemoryOverview['people']> {
  const naming = await semantic.facts({ namesSomebody: true, past: true, limit: mostNaming });
  const known = await semantic.facts({ past: true, limit: mostSubjects });
  const names = new Map<string, string>();
  for (const fact of [...naming, ...known])
    for (const name of namesIn(fact)) if (!names.has(fold(name))) names.set(fold(name), name);
  const shown = [...names].slice(0, mostCounted);
  const said = await explorer.countByName(shown.map(([folded]) => folded));
  const counted = await Promise.all(
    shown.map(async ([folded, name]) => ({
      name,
      count: (said.get(folded) ?? 0) + (await explorer.countFactsAbout(name)),
    })),
  );
  return counted
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name))
    .slice(0, mostPeople);
}

const namesIn = ({ subject, relation, value, valueId }: Fact): readonly string[] => [
  ...(subject === 'user' ? [] : [subject]),
  ...(valueId !== undefined || relationOf(relation).isPerson === true ? [value] : []),
];
