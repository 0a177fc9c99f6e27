import { useReactFlow, type Connection, type FinalConnectionState } from '@xyflow/react';
import { useCallback } from 'react';
import { connect } from '../spell/edit';
import type { Graph } from '../spell/graph';
import { fits, isTrigger, socketAt, type NodeSocket } from '../spell/types';
import { edit } from '../stores/documents';
import type { CanvasEdge, CanvasNode } from './elements';
import type { Wanted } from './QuickAdd';

/** How wires are drawn; one that is dropped where nothing is asks for a node that it fits. */
export function useWiring(spell: string, want: (wanted: Wanted) => void) {
  const flow = useReactFlow<CanvasNode, CanvasEdge>();

  const socketOf = useCallback((node: string | null, key: string | null, side: 'inputs' | 'outputs'): NodeSocket | undefined => {
    const data = node === null ? undefined : flow.getNode(node)?.data;
    return data && key !== null ? socketAt(data.sockets[side], key) : undefined;
  }, [flow]);

  const isValid = useCallback((connection: Connection | CanvasEdge) => {
    const output = socketOf(connection.source, connection.sourceHandle ?? null, 'outputs');
    const input = socketOf(connection.target, connection.targetHandle ?? null, 'inputs');
    return output !== undefined && input !== undefined && fits(output, input)
      && (connection.source !== connection.target || isTrigger(output));
  }, [socketOf]);

  const onConnect = useCallback((made: Connection) => {
    const { source: from, target: to, sourceHandle: output, targetHandle: input } = made;
    if (output !== null && input !== null) {
      edit(spell, (before) => connectOnce(before, { from, output, to, input }));
    }
  }, [spell]);

  const onConnectEnd = useCallback((event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    if (state.isValid || state.toNode || !state.fromNode || !state.fromHandle) {
      return;
    }
    const { clientX: x, clientY: y } = 'changedTouches' in event ? event.changedTouches[0] ?? { clientX: 0, clientY: 0 } : event;
    const side = state.fromHandle.type === 'source' ? 'outputs' : 'inputs';
    const socket = socketOf(state.fromNode.id, state.fromHandle.id ?? null, side);
    const at = flow.screenToFlowPosition({ x, y });
    if (socket) {
      want({ at: [Math.round(at.x), Math.round(at.y)], screen: [x, y], from: { node: state.fromNode.id, socket, side } });
    }
  }, [flow, socketOf, want]);

  return { isValid, onConnect, onConnectEnd };
}

function connectOnce(graph: Graph, edge: { from: string; output: string; to: string; input: string }): Graph {
  const isThere = graph.nodes[edge.to]?.inputs[edge.input]?.connections
    ?.some((end) => String(end.node) === edge.from && end.output === edge.output);
  return isThere ? graph : connect(graph, edge);
}
