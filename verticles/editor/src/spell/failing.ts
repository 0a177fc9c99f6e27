import { isObject, type Json, type JsonObject } from '../json';
import { disconnect, setData } from './edit';
import { edgesOf, type Graph, type StoredNode } from './graph';
import { isTrigger, readSocket, TRIGGER } from './types';
import type { NodeTypeInfo } from '../wire';

/** What a node goes on with when it fails, and what it says then. */
const SOCKETS: readonly JsonObject[] = [
  { name: 'error', socketKey: 'error', socketType: TRIGGER, taskType: 'option', connectionType: 'output' },
  { name: 'message', socketKey: 'message', socketType: 'stringSocket', taskType: 'output', connectionType: 'output' },
];
const KEYS: readonly string[] = SOCKETS.map((socket) => String(socket['socketKey']));

/** Whether every node of this type can be caught as it is. */
export function catchesItself(type: NodeTypeInfo | undefined): boolean {
  return type?.outputs.some((socket) => socket.key === 'error' && isTrigger(socket)) === true;
}

export function isCaught(node: StoredNode): boolean {
  return listOf(node.data['outputs']).some((socket) => isError(socket));
}

/** The graph with sockets for the failure of a node, or without them and their wires. */
export function caught(graph: Graph, id: string, isOn: boolean): Graph {
  const node = graph.nodes[id];
  if (!node || isCaught(node) === isOn) {
    return graph;
  }
  const others = listOf(node.data['outputs']).filter((socket) => !KEYS.includes(readSocket(socket)?.key ?? ''));
  if (isOn) {
    return setData(graph, id, { outputs: [...others, ...SOCKETS] });
  }
  return setData(disconnect(graph, edgesOf(graph).filter((edge) => edge.from === id && KEYS.includes(edge.output))), id,
    { outputs: others.length === 0 ? undefined : others });
}

function isError(socket: JsonObject): boolean {
  const read = readSocket(socket);
  return read !== undefined && read.key === 'error' && isTrigger(read);
}

function listOf(saved: Json | undefined): readonly JsonObject[] {
  return Array.isArray(saved) ? (saved as readonly Json[]).filter(isObject) : [];
}
