/** Where the nodes of the graph stand and how its lines run: like a circuit, on horizontals, verticals and 45° only. */
import type { MemoryGraph } from '../../store/contract-types.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Side = 'left' | 'right' | 'centre';

export interface PlacedNode extends Point {
  readonly id: string;
  /** Where it stands, and so where its name stands: outside. */
  readonly side: Side;
}

export interface PlacedEdge {
  readonly factId: string;
  readonly points: readonly Point[];
  /** Where its words stand, and how much room they have; absent of what joins two that are not in the middle. */
  readonly label?: Point & { readonly width: number; readonly side: Side };
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** From row to row; half of it keeps lines that pass between rows apart from nodes. */
export const pitch = 48;
export const radius = 11;
const half = pitch / 2;
/** The straight piece beside the middle, under which its name has room. */
const stub = 44;
const corner = 16;
const leastLabel = 64;
const mostDiagonal = 3 * half;
const margin = 28;
/** So many more on one side do not make the picture higher than it need be. */
const mostUneven = 4;

/** The same graph and width give the same picture. `width`: of the place it is drawn in. */
export function layGraph({ centre, nodes, edges }: MemoryGraph, width: number): GraphLayout {
  const others = nodes.filter(({ id }) => id !== centre);
  const sides = split(others, edges, centre);
  const rows = Math.max(sides.left.length, sides.right.length, 1);
  const above = Math.floor((rows - 1) / 2);
  const middle: Point = { x: Math.round(width / 2), y: margin + above * pitch };
  const names = Math.min(170, Math.max(64, Math.round(width * 0.22)));
  const place = (side: 'left' | 'right'): readonly PlacedNode[] =>
    sides[side].map(({ id }, at) => ({
      id,
      side,
      x: side === 'left' ? names : width - names,
      y: middle.y + rowOf(at, sides[side].length) * pitch,
    }));
  const placed: readonly PlacedNode[] = [
    { id: centre, side: 'centre', ...middle },
    ...place('left'),
    ...place('right'),
  ];
  const byId = new Map(placed.map(node => [node.id, node]));
  const below = Math.max(0, ...placed.map(({ y }) => y - middle.y));
  return {
    width,
    // The name under the middle, and a line that passes below the last row, have room as well.
    height: middle.y + Math.max(below, half) + margin + half,
    nodes: placed,
    edges: route(edges, byId, centre),
  };
}

/** Counted from the middle row: those of an even number begin higher by one. */
const rowOf = (at: number, count: number): number => at - Math.floor((count - 1) / 2);

type Nodes = MemoryGraph['nodes'];
type Edges = MemoryGraph['edges'];

/** People on the left, places and facts on the right; whoever has too many neighbours gives some to the other side. */
function split(others: Nodes, edges: Edges, centre: string): { readonly left: Nodes; readonly right: Nodes } {
  const people = others.filter(({ kind }) => kind === 'person');
  const rest = others.filter(({ kind }) => kind !== 'person');
  const each = Math.ceil(others.length / 2);
  const isEven = Math.abs(people.length - rest.length) <= mostUneven;
  const [ofPeople, ofRest] = isEven ? [people.length, rest.length] : [each, each];
  const left = [...people.slice(0, ofPeople), ...rest.slice(ofRest)];
  const right = [...people.slice(ofPeople), ...rest.slice(0, ofRest)];
  return { left: beside(left, edges, centre), right: beside(right, edges, centre) };
}

/** Those that are joined to each other stand one below the other, so that the line between them is short. */
function beside(nodes: Nodes, edges: Edges, centre: string): Nodes {
  const joined = edges.filter(({ from, to }) => from !== centre && to !== centre);
  const left = [...nodes];
  const ordered: Nodes[number][] = [];
  while (left.length > 0) {
    const last = ordered.at(-1)?.id;
    const next = left.findIndex(({ id }) =>
      joined.some(({ from, to }) => (from === last && to === id) || (to === last && from === id)),
    );
    ordered.push(...left.splice(Math.max(next, 0), 1));
  }
  return ordered;
}

function route(edges: Edges, nodes: ReadonlyMap<string, PlacedNode>, centre: string): readonly PlacedEdge[] {
  const seen = new Map<string, number>();
  let brackets = 0;
  return edges.flatMap(({ from, to, factId }) => {
    const [one, other] = [nodes.get(from), nodes.get(to)];
    if (one === undefined || other === undefined) return [];
    // A second fact about the same two runs along the same line; its words are in the list.
    const pair = [from, to].toSorted().join('\n');
    const times = seen.get(pair) ?? 0;
    seen.set(pair, times + 1);
    if (from !== centre && to !== centre)
      return [{ factId, points: compact(between(one, other, brackets++ % 4)) }];
    const [middle, end] = from === centre ? [one, other] : [other, one];
    const spoke = spokeOf(middle, end);
    return [{ factId, points: compact(spoke.points), ...(times === 0 && { label: spoke.label }) }];
  });
}

/** From the middle to a row: straight, then 45° as far as there is room, then down the trunk, and along the row. */
function spokeOf(middle: PlacedNode, end: PlacedNode): Required<Pick<PlacedEdge, 'points' | 'label'>> {
  const way = end.side === 'left' ? -1 : 1;
  const fork = middle.x + way * stub;
  const run = Math.abs(end.x - fork) - leastLabel - corner;
  const diagonal = Math.min(mostDiagonal, Math.max(0, Math.floor(run / half) * half));
  const rise = end.y - middle.y;
  const down = Math.sign(rise);
  const deep = Math.abs(rise);
  const isNear = deep <= diagonal;
  const reached = isNear ? deep : diagonal + corner;
  const trunk = fork + way * diagonal;
  const points = isNear
    ? [{ x: fork + way * deep, y: end.y }]
    : [
        { x: trunk, y: middle.y + down * diagonal },
        { x: trunk, y: end.y - down * corner },
        { x: trunk + way * corner, y: end.y },
      ];
  const row = fork + way * reached;
  const width = Math.max(0, Math.abs(end.x - row) - radius - 8);
  return {
    points: [{ x: middle.x, y: middle.y }, { x: fork, y: middle.y }, ...points, { x: end.x, y: end.y }],
    label: { x: way === 1 ? row + 4 : end.x + radius + 4, y: end.y, width, side: end.side },
  };
}

/** Between two that are not in the middle. `turn`: so that lines beside each other do not lie on each other. */
function between(one: PlacedNode, other: PlacedNode, turn: number): readonly Point[] {
  const [high, low] = one.y <= other.y ? [one, other] : [other, one];
  const inward = (node: PlacedNode): number => (node.side === 'left' ? 1 : -1);
  if (high.side === low.side) {
    if (low.y - high.y <= pitch) return [high, low];
    const out = half - 6 + 4 * turn;
    const x = high.x + inward(high) * out;
    return [high, { x, y: high.y + out }, { x, y: low.y - out }, low];
  }
  // Across: between two rows, where nothing stands.
  const channel = high.y + half;
  const near = high.x + inward(high) * half;
  const far = low.x + inward(low) * half;
  const crossing = { x: near, y: channel };
  if (low.y === high.y) return [high, crossing, { x: far, y: channel }, low];
  return [high, crossing, { x: far, y: channel }, { x: far, y: low.y - half }, low];
}

/** Without points in the middle of a straight line, or twice in one place. */
function compact(points: readonly Point[]): readonly Point[] {
  const plain = points.map(({ x, y }) => ({ x, y }));
  return plain.filter((point, at) => {
    const [before, after] = [plain[at - 1], plain[at + 1]];
    if (before !== undefined && before.x === point.x && before.y === point.y) return false;
    if (before === undefined || after === undefined) return true;
    return (
      Math.sign(point.x - before.x) !== Math.sign(after.x - point.x) ||
      Math.sign(point.y - before.y) !== Math.sign(after.y - point.y)
    );
  });
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
const directions: Readonly<Record<Arrow, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export const isArrow = (key: string): key is Arrow => key in directions;

/** The nearest one that way; what lies aside counts double. Undefined where there is none. */
export function nodeTowards(
  nodes: readonly PlacedNode[],
  from: string,
  arrow: Arrow,
): PlacedNode | undefined {
  const here = nodes.find(({ id }) => id === from);
  if (here === undefined) return nodes[0];
  const { x, y } = directions[arrow];
  const near = nodes.flatMap(node => {
    const [dx, dy] = [node.x - here.x, node.y - here.y];
    const ahead = dx * x + dy * y;
    const aside = Math.abs(dx * y) + Math.abs(dy * x);
    return ahead > 0 ? [{ node, cost: ahead + 2 * aside }] : [];
  });
  return near.toSorted((one, other) => one.cost - other.cost)[0]?.node;
}
