import { getBezierPath, Position, useStore, type InternalNode, type ReactFlowState } from '@xyflow/react';
import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import type { CanvasEdge } from './elements';

/** Where nodes are tiny, all wires together are one line: nobody can tell one from another, and each by itself is costly. */
export function FarWires({ edges }: { edges: readonly CanvasEdge[] }) {
  // Looked for once: the library's own portal looks for its place in every frame of a move.
  const paper = useStore(paperOf);
  const place = useMemo(() => paper?.querySelector('.react-flow__viewport-portal'), [paper]);
  const nodes = useStore(nodesOf);
  const lookup = useStore(lookupOf);
  const line = useMemo(() => edges.map(({ source, target }) => path(lookup.get(source), lookup.get(target))).join(''), [edges, nodes, lookup]);
  return place ? createPortal(<svg className="far-wires" aria-hidden><path d={line} /></svg>, place) : null;
}

function path(from: InternalNode | undefined, to: InternalNode | undefined): string {
  if (!from || !to) {
    return '';
  }
  const [source, target] = [from.internals.positionAbsolute, to.internals.positionAbsolute];
  const [line] = getBezierPath({
    sourceX: source.x + (from.measured.width ?? 220), sourceY: source.y + (from.measured.height ?? 100) / 2, sourcePosition: Position.Right,
    targetX: target.x, targetY: target.y + (to.measured.height ?? 100) / 2, targetPosition: Position.Left,
  });
  return line;
}

const paperOf = ({ domNode }: ReactFlowState) => domNode;
const nodesOf = ({ nodes }: ReactFlowState) => nodes;
const lookupOf = ({ nodeLookup }: ReactFlowState) => nodeLookup;
