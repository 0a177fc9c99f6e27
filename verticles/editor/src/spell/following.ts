import { isObject, type Json, type JsonObject } from '../json';
import { setData } from './edit';
import { isDisabled, type Graph, type StoredNode } from './graph';
import { isTrigger, readSocket, TRIGGER, type NodeTypes } from './types';

type Side = 'inputs' | 'outputs';

/** A way into a spell or out of it, as a socket of the nodes that run it. */
interface Way {
  readonly name: string;
  readonly key: string;
  readonly isTrigger: boolean;
}

const WAYS: { readonly [S in Side]: { readonly [type: string]: boolean } } = {
  inputs: { input: false, 'trigger-in': true }, outputs: { output: false, 'trigger-out': true },
};

/**
 * The graph with the sockets that one of its Spell nodes has by the spell it runs. A socket whose counterpart is called
 * something else now is called that too; one that has none any more goes, unless a wire holds it.
 *
 * @returns the very same graph where there is nothing to change
 */
export function followed(graph: Graph, id: string, child: Graph, types: NodeTypes): Graph {
  const node = graph.nodes[id];
  if (!node) {
    return graph;
  }
  const changes: Record<string, Json> = {};
  for (const side of ['inputs', 'outputs'] as const) {
    const before = listOf(node.data[side]);
    const after = sockets(node, side, before, waysOf(child, side, types, node));
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      changes[side] = after;
    }
  }
  return Object.keys(changes).length === 0 ? graph : setData(graph, id, changes);
}

function listOf(saved: Json | undefined): readonly JsonObject[] {
  return Array.isArray(saved) ? (saved as readonly Json[]).filter(isObject) : [];
}

function sockets(node: StoredNode, side: Side, before: readonly JsonObject[], ways: readonly Way[]): readonly JsonObject[] {
  const kept = before.map((socket) => ({ socket, way: ways.find(({ key }) => key === keyOf(socket)) }));
  const free = () => ways.filter((way) => !kept.some((one) => one.way === way));
  kept.forEach((one) => {
    one.way ??= free().find((way) => way.name === nameOf(one.socket) && way.isTrigger === triggers(one.socket));
  });
  const wired = (socket: JsonObject) => [keyOf(socket), nameOf(socket)].some((key) => (node[side][key]?.connections?.length ?? 0) > 0);
  for (const kind of [true, false]) {
    const lost = kept.filter(({ socket, way }) => way === undefined && triggers(socket) === kind && wired(socket));
    const found = free().filter((way) => way.isTrigger === kind);
    const [one] = lost;
    if (one && lost.length === 1 && found.length === 1) {
      one.way = found[0];
    }
  }
  return [
    ...kept.filter(({ socket, way }) => way !== undefined || wired(socket)).map(({ socket, way }) => way && !isWiredByName(node, side, socket) ? named(socket, way.name) : socket),
    ...free().map(({ name, key, isTrigger: fires }) => ({
      name, socketKey: key, socketType: fires ? TRIGGER : 'anySocket', taskType: fires ? 'option' : 'output', connectionType: side === 'inputs' ? 'input' : 'output',
    })),
  ];
}

/** A wire that names what people see would not find it any more. */
function isWiredByName(node: StoredNode, side: Side, socket: JsonObject): boolean {
  return nameOf(socket) !== keyOf(socket) && (node[side][nameOf(socket)]?.connections?.length ?? 0) > 0;
}

const named = (socket: JsonObject, name: string): JsonObject => nameOf(socket) === name ? socket : { ...socket, socketKey: keyOf(socket), name };
const keyOf = (socket: JsonObject): string => readSocket(socket)?.key ?? '';
const nameOf = (socket: JsonObject): string => readSocket(socket)?.name ?? '';
const triggers = (socket: JsonObject): boolean => isTrigger(readSocket(socket) ?? { type: '' });

/** From the top down; without those for which every Spell node has a socket of its own. */
function waysOf(child: Graph, side: Side, types: NodeTypes, node: StoredNode): readonly Way[] {
  const own = new Set((types.of(node)?.[side] ?? []).flatMap(({ key, name }) => [key, name]));
  const ways = Object.values(child.nodes).toSorted((a, b) => a.position[1] - b.position[1]).flatMap((end): Way[] => {
    const fires = WAYS[side][types.of(end)?.type ?? ''];
    const name = text(end.data['name']) ?? end.name;
    return fires === undefined || isDisabled(end) ? [] : [{ name, key: text(end.data['socketKey']) ?? name, isTrigger: fires }];
  });
  const starts = ways.filter((way) => way.isTrigger).length;
  return ways.filter((way, at) => !own.has(way.key) && !own.has(way.name) && ways.findIndex(({ key }) => key === way.key) === at
    // The node's own trigger starts the only Trigger In.
    && !(way.isTrigger && side === 'inputs' && starts === 1 && !listOf(node.data[side]).some((socket) => [keyOf(socket), nameOf(socket)].some((key) => key === way.key || key === way.name))));
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
