import type { NodeTypeInfo, SocketInfo } from '../wire';
import type { Edge, StoredNode } from './graph';
import { isObject, type Json } from '../json';

/** A socket as one node has it. */
export interface NodeSocket {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Whether the node has it beyond its type, so that the person may take it away. */
  readonly isAdded: boolean;
  /** What it is for, where its type says so. */
  readonly help?: string | undefined;
}

export interface NodeSockets {
  readonly inputs: readonly NodeSocket[];
  readonly outputs: readonly NodeSocket[];
}

export const TRIGGER = 'triggerSocket';
export const isTrigger = (socket: { readonly type: string }): boolean => socket.type === TRIGGER;

/** Whether it is drawn beside the nodes, and is no part of a run. */
export const isBeside = (type: NodeTypeInfo | undefined): boolean => type?.type === 'note' || type?.type === 'group';

/** The node types of the server, found by any name they ever had. */
export class NodeTypes {
  private readonly byName = new Map<string, NodeTypeInfo>();

  constructor(readonly all: readonly NodeTypeInfo[]) {
    // What a type is called now wins over what another was called once.
    all.forEach((type) => type.aliases.forEach((alias) => this.byName.set(alias, type)));
    all.forEach((type) => this.byName.set(type.title, type).set(type.type, type));
  }

  find(name: string): NodeTypeInfo | undefined {
    return this.byName.get(name);
  }

  of(node: StoredNode): NodeTypeInfo | undefined {
    return this.find(node.name);
  }
}

/** The type's own sockets, those saved with the node, and those that only wires still know. */
export function socketsOf(node: StoredNode, type: NodeTypeInfo | undefined): NodeSockets {
  return {
    inputs: joined(type?.inputs ?? [], node.data['inputs'], Object.keys(node.inputs), type === undefined),
    outputs: joined(type?.outputs ?? [], node.data['outputs'], Object.keys(node.outputs), type === undefined),
  };
}

function joined(own: readonly SocketInfo[], saved: Json | undefined, wired: readonly string[],
  isUnknown: boolean): readonly NodeSocket[] {
  const sockets = new Map<string, NodeSocket>();
  own.forEach(({ key, name, type, help }) => sockets.set(key, { key, name, type, isAdded: false, help }));
  for (const one of Array.isArray(saved) ? saved as Json[] : []) {
    const read = readSocket(one);
    if (read) {
      sockets.set(read.key, { ...read, help: sockets.get(read.key)?.help });
    }
  }
  const names = new Set([...sockets.values()].map((socket) => socket.name));
  for (const key of wired) {
    if (!sockets.has(key) && !names.has(key)) {
      sockets.set(key, { key, name: key, type: isUnknown && key === 'trigger' ? TRIGGER : 'anySocket', isAdded: false });
    }
  }
  // Triggers first: that is the way a spell is read.
  return [...sockets.values()].sort((a, b) => Number(isTrigger(b)) - Number(isTrigger(a)));
}

export function readSocket(saved: Json): NodeSocket | undefined {
  if (!isObject(saved)) {
    return undefined;
  }
  const name = saved['name'] ?? saved['socketKey'];
  const key = saved['socketKey'] ?? saved['name'];
  if (key === undefined || key === null || name === undefined || name === null) {
    return undefined;
  }
  const triggers = saved['taskType'] === 'option' || saved['socketType'] === TRIGGER;
  return { key: String(key), name: String(name), isAdded: true, type: triggers ? TRIGGER : String(saved['socketType'] ?? 'anySocket') };
}

/** The socket a wire's key means: by key, else by the name people see. */
export function socketAt(sockets: readonly NodeSocket[], key: string): NodeSocket | undefined {
  return sockets.find((socket) => socket.key === key) ?? sockets.find((socket) => socket.name === key);
}

/** Whether a wire makes sense: a trigger goes into a trigger, and data into its own type, or into any. */
export function fits(output: NodeSocket, input: NodeSocket): boolean {
  if (isTrigger(output) || isTrigger(input)) {
    return isTrigger(output) && isTrigger(input);
  }
  return output.type === input.type || output.type === 'anySocket' || input.type === 'anySocket';
}

/** A wire into the same input from another output stays; a node into itself does only for triggers. */
export function isDoubled(edges: readonly Edge[], edge: Omit<Edge, 'id'>): boolean {
  return edges.some((other) => other.from === edge.from && other.output === edge.output
    && other.to === edge.to && other.input === edge.input);
}
