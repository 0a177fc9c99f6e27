import type { Json, JsonObject } from '../json';

/** Where an edge ends, as a graph stores it on either side. */
export interface StoredEnd extends JsonObject {
  readonly node: number | string;
  readonly input?: string;
  readonly output?: string;
}

export interface StoredSocket {
  readonly connections?: readonly StoredEnd[];
}

/** A node as spells have always been saved; members that nobody here knows are kept. */
export interface StoredNode {
  readonly id: number | string;
  readonly name: string;
  readonly data: JsonObject;
  readonly inputs: { readonly [key: string]: StoredSocket };
  readonly outputs: { readonly [key: string]: StoredSocket };
  readonly position: readonly [number, number];
}

export interface Graph {
  readonly id?: string;
  readonly nodes: { readonly [id: string]: StoredNode };
  readonly [other: string]: unknown;
}

/** Whether a run leaves the node out and hands on what comes; as the engine reads it. */
export function isDisabled(node: StoredNode | undefined): boolean {
  return node?.data['disabled'] === true;
}

/** A wire, from an output to an input. */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly output: string;
  readonly to: string;
  readonly input: string;
}

export const EMPTY: Graph = { id: 'spellmesh@0.1.0', nodes: {} };

export function edgeId(from: string, output: string, to: string, input: string): string {
  return JSON.stringify([from, output, to, input]);
}

/** Whatever was saved, as a graph: nodes by id, with every member that is read here. */
export function readGraph(saved: Json): Graph {
  const graph = saved as JsonObject;
  const stored = (graph['nodes'] ?? {}) as unknown;
  const list: readonly [string, Partial<StoredNode>][] = Array.isArray(stored)
    ? (stored as Partial<StoredNode>[]).map((node, at) => [String(node.id ?? at), node])
    : Object.entries(stored as { [id: string]: Partial<StoredNode> });
  const nodes: Record<string, StoredNode> = {};
  for (const [id, node] of list) {
    nodes[id] = {
      ...node,
      id: node.id ?? id,
      name: node.name ?? '',
      data: node.data ?? {},
      inputs: node.inputs ?? {},
      outputs: node.outputs ?? {},
      position: readPosition(node.position),
    };
  }
  return { ...graph, nodes } as Graph;
}

function readPosition(position: unknown): readonly [number, number] {
  const at = Array.isArray(position) ? position as unknown[]
    : typeof position === 'object' && position !== null ? [(position as { x?: unknown }).x, (position as { y?: unknown }).y] : [];
  const [x, y] = at.map(Number);
  return [Number.isFinite(x) ? x ?? 0 : 0, Number.isFinite(y) ? y ?? 0 : 0];
}

/** Every wire once. Where only one side has it, the input side stands; an edge to a node that is not there is none. */
export function edgesOf(graph: Graph): readonly Edge[] {
  const edges = new Map<string, Edge>();
  const add = (from: string, output: string, to: string, input: string) => {
    if (graph.nodes[from] && graph.nodes[to]) {
      const id = edgeId(from, output, to, input);
      edges.set(id, { id, from, output, to, input });
    }
  };
  for (const [id, node] of Object.entries(graph.nodes)) {
    for (const [output, socket] of Object.entries(node.outputs)) {
      for (const end of socket?.connections ?? []) {
        if (end.input !== undefined && hasInput(graph, String(end.node), end.input, id, output)) {
          add(id, output, String(end.node), end.input);
        }
      }
    }
  }
  for (const [id, node] of Object.entries(graph.nodes)) {
    for (const [input, socket] of Object.entries(node.inputs)) {
      for (const end of socket?.connections ?? []) {
        if (end.output !== undefined) {
          add(String(end.node), end.output, id, input);
        }
      }
    }
  }
  return [...edges.values()];
}

function hasInput(graph: Graph, to: string, input: string, from: string, output: string): boolean {
  return graph.nodes[to]?.inputs[input]?.connections
    ?.some((end) => String(end.node) === from && end.output === output) ?? false;
}
