/** The facts around somebody as nodes and edges: people, places and facts, and what joins those that are shown. */
import { fold } from '../../domain/fold.ts';
import { civilOf, isoMinute } from '../../domain/local-time.ts';
import type { Fact } from '../../domain/memory.ts';
import type { BrainPorts } from '../brain-ports.ts';
import { relationOf } from '../write-gate/relations.ts';
import type { GraphNodeKind, MemoryGraph } from './explorer.ts';
import { knownFacts } from './known-facts.ts';
import { isPlace } from './themes.ts';

const mostNodes = 17;
const mostFacts = 120;
/** People around whom one looks for what joins them to others that are shown. */
const mostJoined = 10;
const factsOfEach = 20;

type Node = MemoryGraph['nodes'][number];
type Edge = MemoryGraph['edges'][number];

export async function graphAround(about: string, ports: BrainPorts): Promise<MemoryGraph> {
  const drawing = new Drawing(about, isoMinute(civilOf(ports.clock.nowMs(), ports.zone())));
  const facts = about === 'user' ? { subject: about } : { about };
  const near = await knownFacts({ ...facts, past: true, limit: mostFacts }, ports);
  // What is over gives way to what holds.
  const ordered = [...near.filter(fact => !drawing.isOver(fact)), ...near.filter(drawing.isOver)];
  for (const fact of ordered) drawing.add(fact);
  const people = drawing.people().slice(0, mostJoined);
  for (const name of people) {
    const more = await knownFacts({ subject: name, past: false, limit: factsOfEach }, ports);
    for (const fact of more) drawing.join(fact);
  }
  return drawing.graph();
}

/** Grows fact by fact around its middle. */
class Drawing {
  readonly #centre: Node;
  readonly #today: string;
  readonly #nodes = new Map<string, Node>();
  readonly #edges = new Map<string, Edge>();
  #left = 0;

  constructor(about: string, today: string) {
    this.#today = today;
    this.#centre = { id: personId(about), kind: 'person', name: about };
    this.#nodes.set(this.#centre.id, this.#centre);
  }

  readonly isOver = ({ validTo }: Fact): boolean =>
    validTo !== undefined && validTo <= this.#today.slice(0, validTo.length);

  add(fact: Fact): void {
    const from: Node = { id: personId(fact.subject), kind: 'person', name: fact.subject };
    const to = valueNode(fact);
    if (from.id !== this.#centre.id && to.id !== this.#centre.id) return;
    const other = from.id === this.#centre.id ? to : from;
    if (!this.#nodes.has(other.id)) {
      if (this.#nodes.size >= mostNodes) {
        this.#left += 1;
        return;
      }
      this.#nodes.set(other.id, other);
    }
    this.#connect(fact, from.id, to.id);
  }

  /** Only between nodes that are there. */
  join(fact: Fact): void {
    const from = personId(fact.subject);
    const to = valueNode(fact).id;
    if (this.#nodes.has(from) && this.#nodes.has(to)) this.#connect(fact, from, to);
  }

  people(): readonly string[] {
    return [...this.#nodes.values()]
      .filter(({ id, kind, name }) => kind === 'person' && id !== this.#centre.id && name !== 'user')
      .map(({ name }) => name);
  }

  graph(): MemoryGraph {
    return {
      ...{ centre: this.#centre.id, left: this.#left },
      nodes: [...this.#nodes.values()],
      edges: [...this.#edges.values()],
    };
  }

  #connect(fact: Fact, from: string, to: string): void {
    if (from === to) return;
    const { id: factId, relation } = fact;
    this.#edges.set(factId, { from, to, relation, factId, isOver: this.isOver(fact) });
  }
}

const personId = (name: string): string => `person ${fold(name)}`;

function valueNode({ id, relation, value, valueId }: Fact): Node {
  const isPerson = valueId !== undefined || relationOf(relation).isPerson === true;
  const kind: GraphNodeKind = isPerson ? 'person' : isPlace(relation) ? 'place' : 'fact';
  if (kind === 'person') return { id: personId(value), kind, name: value };
  return { id: kind === 'place' ? `place ${fold(value)}` : `fact ${id}`, kind, name: value };
}
