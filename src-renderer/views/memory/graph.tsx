/** The graph around somebody: buttons for its nodes, walked with the arrows, over the lines that join them. */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { MemoryGraph } from '../../store/contract-types.ts';
import type { Words } from '../../words.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { subjectText } from './fact-text.ts';
import { type GraphLayout, isArrow, layGraph, nodeTowards, type PlacedEdge } from './graph-layout.ts';
import { NodeShape } from './node-shape.tsx';

export function Graph() {
  const t = useWords();
  const graph = useWindow(state => state.memory.explorer.graph);
  const centre = useWindow(state => state.memory.explorer.centre);
  const { ref, width } = useWidth();
  const titleId = useId();
  const layout = useMemo(
    () => (graph === undefined || width === 0 ? undefined : layGraph(graph, width)),
    [graph, width],
  );
  return (
    <section className="memory-section" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId} dir="auto">
          {centre === 'user' ? t('memoryRoom.aroundYou') : t('memoryRoom.around', { name: centre })}
        </h2>
        {graph !== undefined && graph.nodes.length > 1 && (
          <span className="faint">
            {graph.left > 0 && t('memoryRoom.graphLeft', { count: graph.left })}{' '}
            <kbd>{t('memoryRoom.walk')}</kbd>
          </span>
        )}
      </header>
      <div ref={ref} className="graph-room">
        {graph !== undefined && graph.nodes.length < 2 && (
          <p className="faint">{t('memoryRoom.graphEmpty')}</p>
        )}
        {graph !== undefined && layout !== undefined && graph.nodes.length > 1 && (
          <Drawn key={graph.centre} graph={graph} layout={layout} labelledBy={titleId} />
        )}
      </div>
      <Legend />
    </section>
  );
}

interface DrawnProps {
  readonly graph: MemoryGraph;
  readonly layout: GraphLayout;
  readonly labelledBy: string;
}

function Drawn({ graph, layout, labelledBy }: DrawnProps) {
  const t = useWords();
  const { filterMemories, explainMemory } = useActions();
  const [here, setHere] = useState(graph.centre);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const shown = useWindow(state => state.memory.why?.id);
  const placed = new Map(layout.nodes.map(node => [node.id, node]));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isArrow(event.key)) return;
    event.preventDefault();
    const next = nodeTowards(layout.nodes, here, event.key);
    if (next !== undefined) buttons.current.get(next.id)?.focus();
  };
  const open = (node: MemoryGraph['nodes'][number]): void => {
    const [edge] = edgesOf(graph, node.id);
    if (node.kind !== 'person') {
      if (edge !== undefined) void explainMemory(edge.factId);
    } else if (node.id !== graph.centre)
      void filterMemories(node.name === 'user' ? undefined : { person: node.name });
  };
  return (
    <div
      className="graph"
      role="toolbar"
      aria-labelledby={labelledBy}
      style={{ height: layout.height }}
      onKeyDown={onKeyDown}
      data-testid="graph"
    >
      <Lines graph={graph} layout={layout} shown={shown} />
      {graph.nodes.map(node => {
        const at = placed.get(node.id);
        if (at === undefined) return null;
        const isOver = isAllOver(graph, node.id);
        return (
          <button
            key={node.id}
            ref={element => {
              if (element === null) buttons.current.delete(node.id);
              else buttons.current.set(node.id, element);
            }}
            type="button"
            className="graph-node"
            style={{ left: at.x, top: at.y }}
            tabIndex={node.id === here ? 0 : -1}
            aria-label={told(node, graph, t)}
            aria-current={node.id === graph.centre ? 'true' : undefined}
            data-side={at.side}
            data-over={isOver}
            data-testid="graph-node"
            onFocus={() => setHere(node.id)}
            onClick={() => open(node)}
          >
            <NodeShape kind={node.kind} isFull={node.id === graph.centre} isOver={isOver} />
            <span className="graph-name" dir="auto">
              {subjectText(node.name, t)}
            </span>
          </button>
        );
      })}
    </div>
  );
}

function Lines({ graph, layout, shown }: Omit<DrawnProps, 'labelledBy'> & { shown: string | undefined }) {
  const edges = new Map(graph.edges.map(edge => [edge.factId, edge]));
  return (
    <>
      <svg className="graph-lines" width={layout.width} height={layout.height} aria-hidden="true">
        {layout.edges.map(({ factId, points }) => (
          <polyline
            key={factId}
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
            data-over={edges.get(factId)?.isOver}
            data-shown={factId === shown}
          />
        ))}
      </svg>
      {layout.edges.map(edge => (
        <EdgeLabel key={edge.factId} edge={edge} text={edges.get(edge.factId)?.text ?? ''} />
      ))}
    </>
  );
}

function EdgeLabel({ edge: { label }, text }: { edge: PlacedEdge; text: string }) {
  if (label === undefined || label.width < 40) return null;
  return (
    <span
      className="graph-edge"
      aria-hidden="true"
      data-side={label.side}
      style={{ left: label.x, top: label.y, maxWidth: label.width }}
    >
      {text}
    </span>
  );
}

function Legend() {
  const t = useWords();
  return (
    <ul className="graph-legend">
      {(['person', 'place', 'fact'] as const).map(kind => (
        <li key={kind}>
          <NodeShape kind={kind} isSmall /> {t(`memoryRoom.node.${kind}`)}
        </li>
      ))}
      <li>
        <svg width="24" height="2" aria-hidden="true">
          <line x1="0" y1="1" x2="24" y2="1" className="graph-over" />
        </svg>{' '}
        {t('memoryOver')}
      </li>
    </ul>
  );
}

const edgesOf = ({ edges }: MemoryGraph, id: string): MemoryGraph['edges'] =>
  edges.filter(({ from, to }) => from === id || to === id);

const isAllOver = (graph: MemoryGraph, id: string): boolean => {
  const edges = edgesOf(graph, id);
  return id !== graph.centre && edges.length > 0 && edges.every(edge => edge.isOver);
};

/** The name, what it is, and each line that ends there, in words. */
function told({ id, kind, name }: MemoryGraph['nodes'][number], graph: MemoryGraph, t: Words): string {
  const names = new Map(graph.nodes.map(node => [node.id, subjectText(node.name, t)]));
  const lines = edgesOf(graph, id).map(({ from, to, text, isOver }) => {
    const said = `${names.get(from) ?? ''} ${text} ${names.get(to) ?? ''}`;
    return isOver ? `${said} (${t('memoryOver')})` : said;
  });
  const most = id === graph.centre ? 0 : lines.length;
  return [subjectText(name, t), t(`memoryRoom.node.${kind}`), ...lines.slice(0, most)].join(', ');
}

/** Of the place it is drawn in, as it is now. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
