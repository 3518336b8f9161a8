/** Whatever is drawn: every line is horizontal, vertical or at 45°, no node lies on another or on a line that is not its own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MemoryGraph } from '../../store/contract-types.ts';
import { type Arrow, layGraph, nodeTowards, type PlacedNode, pitch, radius } from './graph-layout.ts';

const kinds = ['person', 'place', 'fact'] as const;
const graphs: fc.Arbitrary<MemoryGraph> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...kinds), { maxLength: 23 }),
    joins: fc.array(fc.tuple(fc.nat(22), fc.nat(22)), { maxLength: 12 }),
    inward: fc.array(fc.boolean(), { maxLength: 23 }),
  })
  .map(({ kinds: of, joins, inward }) => {
    const nodes = of.map((kind, at) => ({ id: `n${at}`, kind, name: `N${at}` }));
    const edge = (from: string, to: string, at: string) => ({
      ...{ from, to, text: 'knows', factId: at, isOver: false },
    });
    return {
      ...{ centre: 'c', left: 0 },
      nodes: [{ id: 'c', kind: 'person', name: 'C' }, ...nodes],
      edges: [
        ...nodes.map(({ id }, at) => (inward[at] ? edge(id, 'c', `s${at}`) : edge('c', id, `s${at}`))),
        ...joins
          .filter(([one, other]) => one !== other && one < of.length && other < of.length)
          .map(([one, other], at) => edge(`n${one}`, `n${other}`, `j${at}`)),
      ],
    };
  });
const widths = fc.integer({ min: 420, max: 1600 });

const distance = (node: PlacedNode, [one, other]: readonly { x: number; y: number }[]): number => {
  const [a, b] = [one ?? node, other ?? node];
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const share =
    length === 0
      ? 0
      : Math.max(0, Math.min(1, ((node.x - a.x) * (b.x - a.x) + (node.y - a.y) * (b.y - a.y)) / length));
  return Math.hypot(node.x - a.x - share * (b.x - a.x), node.y - a.y - share * (b.y - a.y));
};

describe('the picture of any graph', () => {
  test('has lines of three directions only, from node to node', () => {
    fc.assert(
      fc.property(graphs, widths, (graph, width) => {
        const { nodes, edges } = layGraph(graph, width);
        expect(edges).toHaveLength(graph.edges.length);
        for (const { points, factId } of edges) {
          for (const [at, { x, y }] of points.slice(1).entries()) {
            const [dx, dy] = [x - (points[at]?.x ?? 0), y - (points[at]?.y ?? 0)];
            expect(dx === 0 || dy === 0 || Math.abs(dx) === Math.abs(dy), `${factId} ${dx} ${dy}`).toBe(true);
          }
          const ends = [points[0], points.at(-1)];
          const { from, to } = graph.edges.find(edge => edge.factId === factId) ?? {};
          const placed = nodes.filter(({ id }) => id === from || id === to);
          for (const { x, y } of placed)
            expect(
              ends.some(end => end?.x === x && end.y === y),
              factId,
            ).toBe(true);
        }
      }),
    );
  });

  test('keeps nodes apart from each other, from foreign lines, and inside', () => {
    fc.assert(
      fc.property(graphs, widths, (graph, width) => {
        const { nodes, edges, height } = layGraph(graph, width);
        for (const [at, one] of nodes.entries()) {
          expect(one.x - radius >= 0 && one.x + radius <= width).toBe(true);
          expect(one.y - radius >= 0 && one.y + radius <= height).toBe(true);
          for (const other of nodes.slice(at + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(pitch);
        }
        for (const { points, factId } of edges) {
          const { from, to } = graph.edges.find(edge => edge.factId === factId) ?? {};
          for (const node of nodes.filter(({ id }) => id !== from && id !== to))
            for (const at of points.slice(1).keys())
              expect(distance(node, points.slice(at, at + 2)), `${factId} by ${node.id}`).toBeGreaterThan(
                radius,
              );
        }
      }),
    );
  });

  test('is the same each time, and every node can be walked to with the arrows', () => {
    fc.assert(
      fc.property(graphs, widths, (graph, width) => {
        const { nodes } = layGraph(graph, width);
        expect(layGraph(graph, width).nodes).toEqual(nodes);
        const reached = new Set(['c']);
        for (const from of reached)
          for (const arrow of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] satisfies Arrow[]) {
            const next = nodeTowards(nodes, from, arrow);
            if (next !== undefined) reached.add(next.id);
          }
        expect(reached.size).toBe(nodes.length);
      }),
    );
  });
});
