import { getBezierPath, Position, useStore, ViewportPortal, type InternalNode, type ReactFlowState } from '@xyflow/react';
import { useMemo } from 'react';
import { useCloseness } from './closeness';

/** Where nodes are tiny, all wires together are one line: nobody can tell one from another, and a thousand are costly to paint. */
export function FarWires() {
  return useCloseness() === 'tiny' ? <OneLine /> : null;
}

function OneLine() {
  const edges = useStore(edgesOf);
  const nodes = useStore(nodesOf);
  const lookup = useStore(lookupOf);
  const line = useMemo(() => edges.map(({ source, target }) => path(lookup.get(source), lookup.get(target))).join(''), [edges, nodes, lookup]);
  return <ViewportPortal><svg className="far-wires" aria-hidden><path d={line} /></svg></ViewportPortal>;
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

const edgesOf = ({ edges }: ReactFlowState) => edges;
const nodesOf = ({ nodes }: ReactFlowState) => nodes;
const lookupOf = ({ nodeLookup }: ReactFlowState) => nodeLookup;
