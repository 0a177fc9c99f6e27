import type { JsonObject } from '../json';
import type { NodeTypeInfo } from '../wire';
import type { Edge, Graph, StoredEnd, StoredNode, StoredSocket } from './graph';

/*
 * Every change a person makes, as a function from graph to graph. What did not change keeps its identity, so that
 * undo, drawing and saving see at once what did.
 */

export type Point = readonly [number, number];

/** An id no node has yet; whole numbers, as spells have always had. */
export function freeId(graph: Graph): number {
  return Object.keys(graph.nodes).reduce((most, id) => Math.max(most, Number(id) || 0), 0) + 1;
}

export function newNode(id: number, type: NodeTypeInfo, position: Point): StoredNode {
  const data: Record<string, JsonObject[string]> = {};
  for (const control of type.controls) {
    if (control.defaultValue !== undefined) {
      data[control.key] = control.defaultValue;
    }
  }
  return { id, name: type.title, data, inputs: {}, outputs: {}, position };
}

export function addNode(graph: Graph, node: StoredNode): Graph {
  return { ...graph, nodes: { ...graph.nodes, [String(node.id)]: node } };
}

export function changeNode(graph: Graph, id: string, change: (node: StoredNode) => StoredNode): Graph {
  const node = graph.nodes[id];
  return node ? { ...graph, nodes: { ...graph.nodes, [id]: change(node) } } : graph;
}

export function setData(graph: Graph, id: string, data: JsonObject): Graph {
  return changeNode(graph, id, (node) => {
    const merged: Record<string, JsonObject[string]> = { ...node.data, ...data };
    Object.keys(merged).forEach((key) => {
      if (merged[key] === undefined) {
        delete merged[key];
      }
    });
    return { ...node, data: merged };
  });
}

export function moveNodes(graph: Graph, to: ReadonlyMap<string, Point>): Graph {
  const nodes = { ...graph.nodes };
  to.forEach((position, id) => {
    const node = nodes[id];
    if (node) {
      nodes[id] = { ...node, position };
    }
  });
  return { ...graph, nodes };
}

/** Takes nodes away, and every wire that begins or ends at them. */
export function removeNodes(graph: Graph, ids: ReadonlySet<string>): Graph {
  const nodes: Record<string, StoredNode> = {};
  for (const [id, node] of Object.entries(graph.nodes)) {
    if (!ids.has(id)) {
      nodes[id] = withoutEnds(node, (end) => ids.has(String(end.node)));
    }
  }
  return { ...graph, nodes };
}

export function connect(graph: Graph, { from, output, to, input }: Omit<Edge, 'id'>): Graph {
  const source = changeNode(graph, from, (node) => ({
    ...node, outputs: withEnd(node.outputs, output, { node: idOf(graph, to), input, data: {} }),
  }));
  return changeNode(source, to, (node) => ({
    ...node, inputs: withEnd(node.inputs, input, { node: idOf(graph, from), output, data: {} }),
  }));
}

export function disconnect(graph: Graph, edges: readonly Omit<Edge, 'id'>[]): Graph {
  return edges.reduce((changed, edge) => {
    const source = changeNode(changed, edge.from, (node) => ({
      ...node,
      outputs: withoutEnd(node.outputs, edge.output, (end) => String(end.node) === edge.to && end.input === edge.input),
    }));
    return changeNode(source, edge.to, (node) => ({
      ...node,
      inputs: withoutEnd(node.inputs, edge.input, (end) => String(end.node) === edge.from && end.output === edge.output),
    }));
  }, graph);
}

type Sockets = { readonly [key: string]: StoredSocket };

function idOf(graph: Graph, id: string): number | string {
  return graph.nodes[id]?.id ?? id;
}

function withEnd(sockets: Sockets, key: string, end: StoredEnd): Sockets {
  return { ...sockets, [key]: { ...sockets[key], connections: [...(sockets[key]?.connections ?? []), end] } };
}

function withoutEnd(sockets: Sockets, key: string, isGone: (end: StoredEnd) => boolean): Sockets {
  const socket = sockets[key];
  return socket ? { ...sockets, [key]: { ...socket, connections: (socket.connections ?? []).filter((end) => !isGone(end)) } } : sockets;
}

function withoutEnds(node: StoredNode, isGone: (end: StoredEnd) => boolean): StoredNode {
  const touched = (sockets: Sockets) =>
    Object.values(sockets).some((socket) => socket?.connections?.some(isGone));
  const cut = (sockets: Sockets) =>
    Object.keys(sockets).reduce((rest, key) => withoutEnd(rest, key, isGone), sockets);
  return touched(node.inputs) || touched(node.outputs)
    ? { ...node, inputs: cut(node.inputs), outputs: cut(node.outputs) }
    : node;
}
