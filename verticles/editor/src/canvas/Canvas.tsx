import {
  applyEdgeChanges, applyNodeChanges, Background, MiniMap, ReactFlow, ReactFlowProvider, SelectionMode, useKeyPress, useNodesInitialized, useReactFlow, useUpdateNodeInternals,
  type EdgeChange, type NodeChange, type OnSelectionChangeParams,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isDark } from '../design/theme';
import { addNode, connect, disconnect, freeId, newNode, removeNodes, type Point } from '../spell/edit';
import { isEntry } from '../spell/entries';
import type { NodeSocket } from '../spell/types';
import { edit, useContent } from '../stores/documents';
import { useDrawn } from '../stores/inside';
import { useNodeTypes } from '../stores/nodeTypes';
import { usePreferences } from '../stores/preferences';
import { useSelection } from '../stores/selection';
import { useStage } from '../stores/stage';
import type { NodeTypeInfo } from '../wire';
import { Breadcrumbs } from './Breadcrumbs';
import { CanvasMenu } from './CanvasMenu';
import { CanvasTools } from './CanvasTools';
import { useCloseness } from './closeness';
import { nodesOf, wiresOf, type CanvasEdge, type CanvasNode } from './elements';
import { FarWires } from './FarWires';
import { GroupNode } from './GroupNode';
import { LookCard } from './LookCard';
import { NoteNode } from './NoteNode';
import { Drawn } from './prefix';
import { QuickAdd, type Wanted } from './QuickAdd';
import { SpellNode } from './SpellNode';
import { spokenOf } from './spoken';
import { useCommands } from './useCommands';
import { useDragging } from './useDragging';
import { useWiring } from './useWiring';
import { firstViewport, keepViewport, marginsOf, viewportOf } from './viewports';
import { Wire } from './Wire';

const NODE_TYPES = { spell: SpellNode, note: NoteNode, group: GroupNode };
const EDGE_TYPES = { wire: Wire };
/** Where nodes are tiny, {@link FarWires} draws them all at once. */
const NO_WIRES: CanvasEdge[] = [];
/** What a drag from the palette carries. */
export const DRAGGED_TYPE = 'application/x-spellmesh-type';

/** @param spell the one that is open; a sub-spell of it may be the one that is drawn */
export function Canvas({ spell }: { spell: string }) {
  const drawn = useDrawn(spell);
  const where = useMemo(() => ({ root: spell, ...drawn }), [spell, drawn.spell, drawn.prefix]);
  return (
    <Drawn value={where}>
      <Breadcrumbs root={spell} />
      <ReactFlowProvider key={drawn.prefix + drawn.spell}><Drawing root={spell} spell={drawn.spell} prefix={drawn.prefix} /></ReactFlowProvider>
    </Drawn>
  );
}

function Drawing({ root, spell, prefix }: { root: string; spell: string; prefix: string }) {
  const graph = useContent(spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const minimap = usePreferences((state) => state.minimap);
  const theme = usePreferences((state) => state.theme);
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const [nodes, setNodes] = useState<CanvasNode[]>(() => graph ? nodesOf(graph, types, []) : []);
  const [edges, setEdges] = useState<CanvasEdge[]>(() => graph ? wiresOf(graph, types, []) : []);
  const [wanted, setWanted] = useState<Wanted | undefined>();
  const kept = useMemo(() => viewportOf(spell), [spell]);
  const paper = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (graph) {
      setNodes((before) => nodesOf(graph, types, before));
      setEdges((before) => wiresOf(graph, types, before));
    }
  }, [graph, types]);

  const select = useCallback((ids: ReadonlySet<string>) => {
    setNodes((before) => before.map((node) => node.selected === ids.has(node.id) ? node : { ...node, selected: ids.has(node.id) }));
  }, []);

  const addAt = useCallback((at: Point) => setWanted({ at, screen: undefined, from: undefined }), []);
  const { bring, middle } = useCommands(spell, select, addAt);
  const { isValid, onConnect, onConnectEnd } = useWiring(spell, setWanted);
  const dragging = useDragging(spell, setNodes);

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    // What is taken away is taken out of the graph; here it goes when that has changed.
    setNodes((before) => applyNodeChanges(changes.filter(({ type }) => type !== 'remove'), before));
  }, []);
  const onEdgesChange = useCallback((changes: EdgeChange<CanvasEdge>[]) => {
    setEdges((before) => applyEdgeChanges(changes.filter(({ type }) => type !== 'remove'), before));
  }, []);

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

  const onDelete = useCallback(({ nodes: gone, edges: cut }: { nodes: CanvasNode[]; edges: CanvasEdge[] }) => {
    edit(spell, (before) => removeNodes(
      disconnect(before, cut.flatMap(({ data }) => data ? [data.edge] : [])), new Set(gone.map(({ id }) => id))));
  }, [spell]);

  const onSelection = useCallback(({ nodes: chosen, edges: wires }: OnSelectionChangeParams<CanvasNode, CanvasEdge>) => {
    useSelection.setState({ nodes: chosen.map(({ id }) => id), edges: wires.map(({ id }) => id) });
  }, []);

  // One of several that are selected is alone selected by a press; a drag moves them all.
  const onNodeClick = useCallback((event: React.MouseEvent, { id }: CanvasNode) => {
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) {
      select(new Set([id]));
    }
  }, [select]);

  // With Space held a drag that begins on a node moves the canvas too.
  const isPanning = useKeyPress('Space');
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
  const isTiny = useIsTiny(nodes);
  return (
    <CanvasMenu root={root} spell={spell} select={select}>
    <div
      ref={paper} className="canvas" onDrop={onDrop}
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
        nodes={named} edges={isTiny ? NO_WIRES : edges} nodeTypes={NODE_TYPES} edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange} onEdgesChange={onEdgesChange} onConnect={onConnect} onConnectEnd={onConnectEnd}
        isValidConnection={isValid} {...dragging} onDelete={onDelete}
        onSelectionChange={onSelection} onNodeClick={onNodeClick} onMoveStart={() => paper.current?.classList.add('moving')}
        onMoveEnd={(_, viewport) => {
          paper.current?.classList.remove('moving');
          keepViewport(spell, viewport);
        }}
        {...(kept ? { defaultViewport: kept } : {})}
        minZoom={0.08} maxZoom={2.5} onlyRenderVisibleElements={!isTiny && nodes.length > 150} selectionMode={SelectionMode.Partial}
        selectionOnDrag={false} panActivationKeyCode="Space" nodesDraggable={!isPanning} deleteKeyCode={['Delete', 'Backspace']} multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
        zoomOnDoubleClick={false} disableKeyboardA11y={false} colorMode={theme === 'system' ? (isDark() ? 'dark' : 'light') : theme}
        connectionRadius={28} snapGrid={[4, 4]} elevateNodesOnSelect={false} nodeDragThreshold={2}
      >
        <Background gap={20} size={1.4} color="var(--dots)" bgColor="var(--canvas)" />
        {isTiny && <FarWires edges={edges} />}
        {minimap && nodes.length > 4 && <Overview prefix={prefix} />}
      </ReactFlow>
      <LookCard />
      <CanvasTools spell={spell} />
      {nodes.length === 0 && (
        <div className="canvas-empty">
          <p>This spell has no nodes yet.</p>
          <button type="button" className="button primary" onClick={() => addAt(middle())}>Add the first node</button>
          <p>Or drag one in from the left, or double-click here.</p>
        </div>
      )}
      {wanted && <QuickAdd wanted={wanted} onAdd={add} onClose={() => setWanted(undefined)} />}
    </div>
    </CanvasMenu>
  );
}

/** Whether nodes are too small for sockets and wires; the sockets that come back are looked for, so that wires find them. */
function useIsTiny(nodes: readonly CanvasNode[]): boolean {
  const isTiny = useCloseness() === 'tiny';
  const wasTiny = useRef(isTiny);
  const update = useUpdateNodeInternals();
  useEffect(() => {
    if (wasTiny.current && !isTiny) {
      update(nodes.map(({ id }) => id));
    }
    wasTiny.current = isTiny;
  }, [isTiny, update, nodes]);
  return isTiny;
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
  const runs = useStage((state) => state.overview);
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
