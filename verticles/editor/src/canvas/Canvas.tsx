import {
  applyEdgeChanges, applyNodeChanges, Background, MiniMap, ReactFlow, ReactFlowProvider, SelectionMode, useNodesInitialized, useReactFlow,
  type Connection, type EdgeChange, type FinalConnectionState, type NodeChange, type OnSelectionChangeParams,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isDark } from '../design/theme';
import { addNode, connect, disconnect, freeId, moveNodes, newNode, removeNodes, type Point } from '../spell/edit';
import { isEntry } from '../spell/entries';
import type { Graph } from '../spell/graph';
import { fits, isTrigger, socketAt, type NodeSocket } from '../spell/types';
import { useAsCanvas } from '../stores/canvasCommands';
import { edit, useContent } from '../stores/documents';
import { useDrawn } from '../stores/inside';
import { complain } from '../stores/notices';
import { useNodeTypes } from '../stores/nodeTypes';
import { usePreferences } from '../stores/preferences';
import { useSelection } from '../stores/selection';
import { useStage } from '../stores/stage';
import type { NodeTypeInfo } from '../wire';
import { Breadcrumbs } from './Breadcrumbs';
import { CanvasTools } from './CanvasTools';
import { nodesOf, wiresOf, type CanvasEdge, type CanvasNode } from './elements';
import { GroupNode } from './GroupNode';
import { NoteNode } from './NoteNode';
import { Drawn } from './prefix';
import { QuickAdd, type Wanted } from './QuickAdd';
import { SpellNode, spokenOf } from './SpellNode';
import { tidied } from './tidy';
import { firstViewport, keepViewport, marginsOf, viewportOf, type Margins } from './viewports';
import { walked } from './walk';
import { Wire } from './Wire';

const NODE_TYPES = { spell: SpellNode, note: NoteNode, group: GroupNode };
const EDGE_TYPES = { wire: Wire };
/** What a drag from the palette carries. */
export const DRAGGED_TYPE = 'application/x-spellmesh-type';

/** @param spell the one that is open; a sub-spell of it may be the one that is drawn */
export function Canvas({ spell }: { spell: string }) {
  const drawn = useDrawn(spell);
  const where = useMemo(() => ({ root: spell, ...drawn }), [spell, drawn.spell, drawn.prefix]);
  return (
    <Drawn value={where}>
      <Breadcrumbs root={spell} />
      <ReactFlowProvider key={drawn.prefix + drawn.spell}><Drawing spell={drawn.spell} prefix={drawn.prefix} /></ReactFlowProvider>
    </Drawn>
  );
}

function Drawing({ spell, prefix }: { spell: string; prefix: string }) {
  const graph = useContent(spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const minimap = usePreferences((state) => state.minimap);
  const theme = usePreferences((state) => state.theme);
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const [nodes, setNodes] = useState<CanvasNode[]>(() => graph ? nodesOf(graph, types, []) : []);
  const [edges, setEdges] = useState<CanvasEdge[]>(() => graph ? wiresOf(graph, types, []) : []);
  const [wanted, setWanted] = useState<Wanted | undefined>();
  const kept = useMemo(() => viewportOf(spell), [spell]);
  const carried = useRef<Map<string, Point>>(new Map());

  useEffect(() => {
    if (graph) {
      setNodes((before) => nodesOf(graph, types, before));
      setEdges((before) => wiresOf(graph, types, before));
    }
  }, [graph, types]);

  const select = useCallback((ids: ReadonlySet<string>) => {
    setNodes((before) => before.map((node) => node.selected === ids.has(node.id) ? node : { ...node, selected: ids.has(node.id) }));
  }, []);

  const middle = useCallback((): Point => {
    const box = document.querySelector('.canvas')?.getBoundingClientRect();
    const { x, y } = flow.screenToFlowPosition({ x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 });
    return [Math.round(x - 110), Math.round(y - 60)];
  }, [flow]);

  useEffect(() => {
    useAsCanvas({
      fit: () => void flow.fitView({ duration: 120, maxZoom: 1.2, padding: paddingOf(document.querySelector('.canvas')) }),
      zoom: (by) => void (by === 'in' ? flow.zoomIn({ duration: 120 }) : by === 'out' ? flow.zoomOut({ duration: 120 }) : flow.zoomTo(1, { duration: 120 })),
      tidy: () => void tidy(spell, flow.getNodes(), flow.getEdges()).catch(complain),
      middle, select,
      addNode: (screen) => {
        const at = screen && flow.screenToFlowPosition({ x: screen[0], y: screen[1] });
        setWanted({ at: at ? [Math.round(at.x), Math.round(at.y)] : middle(), screen, from: undefined });
      },
      walk: (way, extend) => {
        const ids = walked(flow.getNodes(), flow.getEdges(), way);
        if (ids.size > 0) {
          select(extend ? new Set([...useSelection.getState().nodes, ...ids]) : ids);
        }
      },
    });
    return () => useAsCanvas(undefined);
  }, [flow, spell, middle, select]);

  const bring = useCallback((node: string) => {
    if (flow.getNode(node)) {
      useSelection.setState({ wanted: undefined });
      select(new Set([node]));
      void flow.fitView({ nodes: [{ id: node }], duration: 120, maxZoom: Math.max(flow.getZoom(), 0.9), minZoom: 0.6 });
    }
  }, [flow, select]);
  useEffect(() => useSelection.subscribe((state, before) => {
    if (state.wanted !== undefined && state.wanted !== before.wanted) {
      bring(state.wanted.node);
    }
  }), [bring]);

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    // What is taken away is taken out of the graph; here it goes when that has changed.
    setNodes((before) => applyNodeChanges(changes.filter(({ type }) => type !== 'remove'), before));
  }, []);
  const onEdgesChange = useCallback((changes: EdgeChange<CanvasEdge>[]) => {
    setEdges((before) => applyEdgeChanges(changes.filter(({ type }) => type !== 'remove'), before));
  }, []);

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
      setWanted({ at: [Math.round(at.x), Math.round(at.y)], screen: [x, y], from: { node: state.fromNode.id, socket, side } });
    }
  }, [flow, socketOf]);

  const add = useCallback((type: NodeTypeInfo, at: Point, wire?: { from: Wanted['from']; socket: NodeSocket | undefined }) => {
    let made = '';
    edit(spell, (before) => {
      const id = freeId(before);
      made = String(id);
      const added = addNode(before, newNode(id, type, at));
      const { from, socket } = wire ?? {};
      if (!from || !socket) {
        return added;
      }
      return from.side === 'outputs'
        ? connect(added, { from: from.node, output: from.socket.key, to: made, input: socket.key })
        : connect(added, { from: made, output: socket.key, to: from.node, input: from.socket.key });
    });
    setWanted(undefined);
    requestAnimationFrame(() => select(new Set([made])));
  }, [spell, select]);

  const onDrop = useCallback((event: React.DragEvent) => {
    const type = types.find(event.dataTransfer.getData(DRAGGED_TYPE));
    if (type) {
      event.preventDefault();
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      add(type, [Math.round(x - 40), Math.round(y - 16)]);
    }
  }, [add, flow, types]);

  const onDragStart = useCallback((_: unknown, __: unknown, dragged: CanvasNode[]) => {
    carried.current = membersOf(dragged, flow.getNodes());
  }, [flow]);

  const onDrag = useCallback((_: unknown, __: unknown, dragged: CanvasNode[]) => {
    const group = dragged.find((node) => node.type === 'group');
    if (group && carried.current.size > 0) {
      const { x, y } = group.position;
      const [fromX, fromY] = group.data.node.position;
      setNodes((before) => before.map((node) => {
        const start = carried.current.get(node.id);
        return start ? { ...node, position: { x: start[0] + x - fromX, y: start[1] + y - fromY } } : node;
      }));
    }
  }, []);

  const onDragStop = useCallback((_: unknown, __: unknown, dragged: CanvasNode[]) => {
    const moved = new Map<string, Point>();
    const group = dragged.find((node) => node.type === 'group');
    dragged.forEach(({ id, position }) => moved.set(id, [Math.round(position.x), Math.round(position.y)]));
    carried.current.forEach((start, id) => {
      if (group) {
        const [fromX, fromY] = group.data.node.position;
        moved.set(id, [Math.round(start[0] + group.position.x - fromX), Math.round(start[1] + group.position.y - fromY)]);
      }
    });
    edit(spell, (before) => moveNodes(before, moved));
  }, [spell]);

  const onDelete = useCallback(({ nodes: gone, edges: cut }: { nodes: CanvasNode[]; edges: CanvasEdge[] }) => {
    edit(spell, (before) => removeNodes(
      disconnect(before, cut.flatMap(({ data }) => data ? [data.edge] : [])), new Set(gone.map(({ id }) => id))));
  }, [spell]);

  const onSelection = useCallback(({ nodes: chosen, edges: wires }: OnSelectionChangeParams<CanvasNode, CanvasEdge>) => {
    useSelection.setState({ nodes: chosen.map(({ id }) => id), edges: wires.map(({ id }) => id) });
  }, []);

  const isMeasured = useNodesInitialized();
  const isPlaced = useRef(kept !== undefined);
  useEffect(() => {
    const box = document.querySelector('.canvas');
    if (isMeasured && !isPlaced.current && box) {
      isPlaced.current = true;
      const drawing = flow.getNodes();
      const begin = flow.getNodesBounds(beginOf(drawing));
      void flow.setViewport(firstViewport(flow.getNodesBounds(drawing), begin, { width: box.clientWidth, height: box.clientHeight }, marginsOf(box)));
    }
    const wish = useSelection.getState().wanted?.node;
    if (isMeasured && wish !== undefined) {
      bring(wish);
    }
  }, [isMeasured, flow, bring]);

  const named = useNamed(nodes, prefix);
  return (
    <div
      className="canvas" onDrop={onDrop}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAGGED_TYPE)) {
          event.preventDefault();
        }
      }}
      onDoubleClick={(event) => {
        if ((event.target as Element).classList.contains('react-flow__pane')) {
          const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
          setWanted({ at: [Math.round(x), Math.round(y)], screen: [event.clientX, event.clientY], from: undefined });
        }
      }}
    >
      <ReactFlow<CanvasNode, CanvasEdge>
        nodes={named} edges={edges} nodeTypes={NODE_TYPES} edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange} onEdgesChange={onEdgesChange} onConnect={onConnect} onConnectEnd={onConnectEnd}
        isValidConnection={isValid} onNodeDragStart={onDragStart} onNodeDrag={onDrag} onNodeDragStop={onDragStop} onDelete={onDelete}
        onSelectionChange={onSelection} onMoveEnd={(_, viewport) => keepViewport(spell, viewport)}
        {...(kept ? { defaultViewport: kept } : {})}
        minZoom={0.08} maxZoom={2.5} onlyRenderVisibleElements={nodes.length > 150} selectionMode={SelectionMode.Partial}
        selectionOnDrag={false} panActivationKeyCode="Space" deleteKeyCode={['Delete', 'Backspace']} multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
        zoomOnDoubleClick={false} disableKeyboardA11y={false} colorMode={theme === 'system' ? (isDark() ? 'dark' : 'light') : theme}
        connectionRadius={28} snapGrid={[4, 4]} elevateNodesOnSelect={false} nodeDragThreshold={2}
      >
        <Background gap={20} size={1.4} color="var(--dots)" bgColor="var(--canvas)" />
        {minimap && nodes.length > 4 && <Overview prefix={prefix} />}
      </ReactFlow>
      <CanvasTools spell={spell} />
      {nodes.length === 0 && (
        <div className="canvas-empty">
          <p>This spell has no nodes yet.</p>
          <button type="button" className="button primary" onClick={() => setWanted({ at: middle(), screen: undefined, from: undefined })}>Add the first node</button>
          <p>Or drag one in from the left, or double-click here.</p>
        </div>
      )}
      {wanted && <QuickAdd wanted={wanted} onAdd={add} onClose={() => setWanted(undefined)} />}
    </div>
  );
}

/** Nodes with what they are called, which says how each stands in the run. */
function useNamed(nodes: CanvasNode[], prefix: string): CanvasNode[] {
  const ended = useStage((state) => state.lines.at(-1)?.level === 'run' ? state.lines.length : 0);
  return useMemo(() => {
    const { nodes: runs } = useStage.getState();
    return nodes.map((node) => {
      const ariaLabel = spokenOf(node.data, runs[prefix + node.id]);
      return node.ariaLabel === ariaLabel ? node : { ...node, ariaLabel };
    });
    // Told anew when a run begins or ends, and not with each of its events.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [nodes, prefix, ended]);
}

function Overview({ prefix }: { prefix: string }) {
  const runs = useStage((state) => state.nodes);
  return (
    <MiniMap<CanvasNode>
      pannable zoomable ariaLabel="Overview" position="bottom-right" style={{ width: 168, height: 112 }}
      nodeColor={(node) => {
        const status = runs[prefix + node.id]?.status;
        return status === undefined || status === 'stopped' ? 'var(--border-strong)' : `var(--${status})`;
      }}
    />
  );
}

/** The node at the left of those by which a run comes in; without one of them, of all. */
function beginOf(nodes: readonly CanvasNode[]): CanvasNode[] {
  const entries = nodes.filter(({ data }) => isEntry(data.type));
  return (entries.length > 0 ? entries : nodes).toSorted((a, b) => a.position.x - b.position.x || a.position.y - b.position.y).slice(0, 1);
}

function paddingOf(canvas: Element | null): { [side in keyof Margins]: `${number}px` } | undefined {
  if (canvas === null) {
    return undefined;
  }
  const { top, right, bottom, left } = marginsOf(canvas);
  return { top: `${top}px`, right: `${right}px`, bottom: `${bottom}px`, left: `${left}px` };
}

function connectOnce(graph: Graph, edge: { from: string; output: string; to: string; input: string }): Graph {
  const isThere = graph.nodes[edge.to]?.inputs[edge.input]?.connections
    ?.some((end) => String(end.node) === edge.from && end.output === edge.output);
  return isThere ? graph : connect(graph, edge);
}

/** The nodes that go along with a group: those it names, and those that lie in it. */
function membersOf(dragged: readonly CanvasNode[], all: readonly CanvasNode[]): Map<string, Point> {
  const moved = new Set(dragged.map(({ id }) => id));
  const members = new Map<string, Point>();
  for (const group of dragged) {
    if (group.type === 'group') {
      const named = new Set((Array.isArray(group.data.node.data['nodes']) ? group.data.node.data['nodes'] : []).map(String));
      const { x, y } = group.position;
      for (const node of all) {
        const isInside = node.position.x >= x && node.position.y >= y && node.position.x < x + (group.width ?? 0) && node.position.y < y + (group.height ?? 0);
        if (!moved.has(node.id) && (named.has(node.id) || isInside)) {
          members.set(node.id, [node.position.x, node.position.y]);
        }
      }
    }
  }
  return members;
}

async function tidy(spell: string, nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): Promise<void> {
  const chosen = nodes.filter((node) => node.selected && node.type === 'spell');
  const laid = chosen.length > 1 ? chosen : nodes.filter((node) => node.type === 'spell');
  const ids = new Set(laid.map(({ id }) => id));
  const corner: Point = [Math.min(...laid.map(({ position }) => position.x)), Math.min(...laid.map(({ position }) => position.y))];
  const moved = await tidied({
    nodes: laid.map(({ id, measured }) => ({ id, width: measured?.width ?? 220, height: measured?.height ?? 120 })),
    edges: edges.filter(({ source, target }) => ids.has(source) && ids.has(target)).map(({ source, target }) => ({ from: source, to: target })),
  }, corner);
  edit(spell, (graph) => moveNodes(graph, moved));
}

