import type { Edge as FlowEdge, Node as FlowNode } from '@xyflow/react';
import { isObject, type Json } from '../json';
import { edgesOf, isDisabled, type Edge, type Graph, type StoredNode } from '../spell/graph';
import { isTrigger, socketAt, socketsOf, type NodeTypes, type NodeSockets } from '../spell/types';
import type { NodeTypeInfo } from '../wire';
import { colourOf } from './looks';

export interface NodeData extends Record<string, unknown> {
  readonly node: StoredNode;
  readonly type: NodeTypeInfo | undefined;
  readonly sockets: NodeSockets;
}

export interface WireData extends Record<string, unknown> {
  readonly edge: Edge;
  readonly isTrigger: boolean;
  /** Whether a node at one of its ends is disabled. */
  readonly isStruck: boolean;
  readonly colour: string;
}

export type CanvasNode = FlowNode<NodeData>;
export type CanvasEdge = FlowEdge<WireData>;

const drawn = new WeakMap<StoredNode, NodeData>();
let drawnFor: NodeTypes | undefined;

/** What React Flow draws of a graph. A node that did not change is the same object as before, and is not drawn again. */
export function nodesOf(graph: Graph, types: NodeTypes, before: readonly CanvasNode[]): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const nodes = Object.entries(graph.nodes).map(([id, stored]) => {
    const data = dataOf(stored, types);
    const old = known.get(id);
    return old && old.data === data ? old : { ...old, ...flowNode(id, data) };
  });
  return [...framesOf(graph, known), ...nodes];
}

function dataOf(node: StoredNode, types: NodeTypes): NodeData {
  const kept = drawnFor === types ? drawn.get(node) : undefined;
  if (kept) {
    return kept;
  }
  drawnFor = types;
  const type = types.of(node);
  const data = { node, type, sockets: socketsOf(node, type) };
  drawn.set(node, data);
  return data;
}

function flowNode(id: string, data: NodeData): CanvasNode {
  const [x, y] = data.node.position;
  const base = { id, data, position: { x, y } };
  switch (data.type?.type) {
    case 'group':
      return {
        ...base, type: 'group', zIndex: -1, focusable: false,
        width: Number(data.node.data['width'] ?? 400), height: Number(data.node.data['height'] ?? 300),
      };
    case 'note':
      return { ...base, type: 'note' };
    default:
      return { ...base, type: 'spell' };
  }
}

/** Frames that old spells keep beside their nodes; they are shown and kept, and not changed. */
function framesOf(graph: Graph, known: ReadonlyMap<string, CanvasNode>): CanvasNode[] {
  const comments = graph['comments'];
  return (Array.isArray(comments) ? comments as Json[] : []).flatMap((comment, at) => {
    if (!isObject(comment) || !Array.isArray(comment['position'])) {
      return [];
    }
    const id = `frame-${at}`;
    const [x, y] = (comment['position'] as readonly Json[]).map(Number);
    const node: StoredNode = {
      id, name: 'Group', data: { name: comment['text'] ?? '' }, inputs: {}, outputs: {}, position: [x ?? 0, y ?? 0],
    };
    return [known.get(id) ?? {
      id, type: 'group', zIndex: -1, focusable: false, selectable: false, draggable: false, position: { x: x ?? 0, y: y ?? 0 },
      width: Number(comment['width'] ?? 300), height: Number(comment['height'] ?? 200),
      data: { node, type: undefined, sockets: { inputs: [], outputs: [] } },
    }];
  });
}

export function wiresOf(graph: Graph, types: NodeTypes, before: readonly CanvasEdge[]): CanvasEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  return edgesOf(graph).map((edge) => {
    const source = graph.nodes[edge.from];
    const target = graph.nodes[edge.to];
    const output = source && socketAt(dataOf(source, types).sockets.outputs, edge.output);
    const input = target && socketAt(dataOf(target, types).sockets.inputs, edge.input);
    const type = output?.type ?? 'anySocket';
    const old = known.get(edge.id);
    const sourceHandle = output?.key ?? edge.output;
    const targetHandle = input?.key ?? edge.input;
    const ariaLabel = `Wire from ${source ? titleOf(source, types.of(source)) : edge.from}, ${output?.name ?? edge.output}, to ${target ? titleOf(target, types.of(target)) : edge.to}, ${input?.name ?? edge.input}`;
    const isStruck = isDisabled(source) || isDisabled(target);
    if (old && old.data?.isStruck === isStruck && old.ariaLabel === ariaLabel && old.sourceHandle === sourceHandle && old.targetHandle === targetHandle && old.data?.colour === colourOf(type)) {
      return old;
    }
    return {
      ...old, id: edge.id, type: 'wire', ariaLabel, source: edge.from, target: edge.to, sourceHandle, targetHandle,
      data: { edge, isStruck, isTrigger: output !== undefined && isTrigger(output), colour: colourOf(type) },
    };
  });
}

/** What people call the node: their own name for it, else its type's. */
export function titleOf(node: StoredNode, type: NodeTypeInfo | undefined): string {
  const own = node.data['name'];
  return typeof own === 'string' && own !== '' ? own : type?.title ?? (node.name || 'Unknown');
}

/** The same for a place in a run: of one in a sub-spell, the Spell node's title and the id within. */
export function placeTitle(graph: Graph | undefined, types: NodeTypes, place: string): string {
  const [first = place, ...inner] = place.split('/');
  const node = graph?.nodes[first];
  return [node ? titleOf(node, types.of(node)) : first, ...inner].join(' › ');
}

/** One line that says what the node will do: the first of its controls that somebody filled in. */
export function summaryOf(node: StoredNode, type: NodeTypeInfo | undefined): string {
  for (const control of type?.controls ?? []) {
    const value = node.data[control.key];
    if (control.key !== 'name' && control.widget !== 'sockets' && control.widget !== 'toggle' && isSaid(value)
        && (control.widget !== 'number' || type?.group === 'Variables')) {
      const first = String(typeof value === 'object' ? JSON.stringify(value) : value).split('\n').find((line) => line.trim() !== '');
      if (first !== undefined && (control.widget !== 'text' || value !== control.defaultValue)) {
        return first.trim();
      }
    }
  }
  return '';
}

function isSaid(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}
