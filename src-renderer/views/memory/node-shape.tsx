/** The signs of the graph: a circle is a person, a square a place, a diamond a fact; dashes hold no longer. */
import type { MemoryGraph } from '../../store/contract-types.ts';

interface Props {
  readonly kind: MemoryGraph['nodes'][number]['kind'];
  readonly isFull?: boolean;
  readonly isOver?: boolean;
  readonly isSmall?: boolean;
}

export function NodeShape({ kind, isFull = false, isOver = false, isSmall = false }: Props) {
  return (
    <svg
      className="node-shape"
      viewBox="0 0 24 24"
      aria-hidden="true"
      data-full={isFull}
      data-over={isOver}
      data-small={isSmall}
    >
      {kind === 'person' && <circle cx="12" cy="12" r="10" />}
      {kind === 'place' && <rect x="2.5" y="2.5" width="19" height="19" />}
      {kind === 'fact' && <path d="M12 1 23 12 12 23 1 12Z" />}
    </svg>
  );
}
