import type { JsonObject } from '../json';
import { addNode, connect, freeId, newNode, removeNodes, setData, type Point } from './edit';
import { isEntry } from './entries';
import { edgesOf, EMPTY, type Edge, type Graph, type StoredNode } from './graph';
import { isBeside, isTrigger, socketAt, socketsOf, type NodeTypes } from './types';

/** Some nodes of a spell as a spell of their own. */
export interface Collapsed {
  readonly child: Graph;
  /** The spell with a Spell node in their place, wired as they were; and that node's id. */
  readonly within: (parent: Graph, child: { readonly id: string; readonly name: string }) => { readonly graph: Graph; readonly id: string };
}

/** A wire, or several of one source, that goes over the border: a socket of the Spell node, and a node in the child. */
interface Crossing {
  readonly side: 'inputs' | 'outputs';
  readonly key: string;
  readonly socketType: string;
  readonly edges: readonly Edge[];
}

const ENDS = new Set(['output', 'trigger-out', 'respond']);
/** The trigger that a Spell node has on either side. */
const OWN = 'trigger';
const APART = 280;

/**
 * @param ids of the nodes that are to be a spell
 * @returns the two graphs, or why they cannot be one
 */
export function collapsed(graph: Graph, ids: ReadonlySet<string>, types: NodeTypes): Collapsed | { readonly why: string } {
  const edges = edgesOf(graph);
  const why = hindrance(graph, edges, ids, types);
  if (why !== undefined) {
    return { why };
  }
  const crossings = crossingsOf(graph, edges, ids, types);
  return { child: childOf(graph, edges, ids, types, crossings), within: (parent, child) => replaced(parent, ids, types, crossings, child) };
}

function hindrance(graph: Graph, edges: readonly Edge[], ids: ReadonlySet<string>, types: NodeTypes): string | undefined {
  const typeOf = (id: string) => { const node = graph.nodes[id]; return node && types.of(node); };
  if ([...ids].every((id) => isBeside(typeOf(id)))) {
    return 'Select the nodes that are to be a spell of their own first.';
  }
  const end = [...ids].find((id) => isEntry(typeOf(id)) || ENDS.has(typeOf(id)?.type ?? '') || typeOf(id)?.group === 'Sources');
  if (end !== undefined) {
    return `${typeOf(end)?.title ?? 'A node'} ${end} begins or ends the runs of this spell. Leave it out of the selection.`;
  }
  const after = reach(edges.filter(({ to }) => typeOf(to)?.group !== 'Loops' || ids.has(to)), ids, (edge) => [edge.from, edge.to]);
  const before = reach(edges, ids, (edge) => [edge.to, edge.from]);
  const between = [...after].find((id) => before.has(id) && !ids.has(id));
  return between === undefined ? undefined
    : `${typeOf(between)?.title ?? 'A node'} ${between} lies between the selected nodes. Select it too.`;
}

function reach(edges: readonly Edge[], from: ReadonlySet<string>, ends: (edge: Edge) => readonly [string, string]): ReadonlySet<string> {
  const found = new Set(from);
  for (const id of found) {
    edges.forEach((edge) => ends(edge)[0] === id && found.add(ends(edge)[1]));
  }
  return found;
}

function crossingsOf(graph: Graph, edges: readonly Edge[], ids: ReadonlySet<string>, types: NodeTypes): readonly Crossing[] {
  const groups = new Map<string, { side: Crossing['side']; name: string; socketType: string; edges: Edge[] }>();
  const into = edges.filter(({ from, to }) => !ids.has(from) && ids.has(to));
  for (const edge of edges) {
    const side = ids.has(edge.to) && !ids.has(edge.from) ? 'inputs' : ids.has(edge.from) && !ids.has(edge.to) ? 'outputs' : undefined;
    const source = graph.nodes[edge.from];
    const output = source && socketAt(socketsOf(source, types.of(source)).outputs, edge.output);
    if (side !== undefined) {
      // What reads from the same sources reads from one Input; of several triggers each is one of its own.
      const same = side === 'inputs' && !(output && isTrigger(output))
        ? into.filter(({ to, input }) => to === edge.to && input === edge.input).map(({ from, output: key }) => `${from} ${key}`).sort().join() : `${edge.from} ${edge.output}`;
      const key = `${side} ${same}`;
      const group = groups.get(key) ?? { side, name: side === 'inputs' && !(output && isTrigger(output)) ? edge.input : edge.output, socketType: output?.type ?? 'anySocket', edges: [] };
      group.edges.push(edge);
      groups.set(key, group);
    }
  }
  // The Spell node has sockets of these names by itself; the first trigger of each side is its own.
  const taken = { inputs: new Set([OWN, 'event', 'state']), outputs: new Set([OWN]) };
  const hasOwn = { inputs: false, outputs: false };
  return [...groups.values()].sort((a, b) => a.side.localeCompare(b.side)).map(({ side, name, socketType, edges: of }) => {
    if (isTrigger({ type: socketType }) && !hasOwn[side]) {
      hasOwn[side] = true;
      return { side, key: OWN, socketType, edges: of };
    }
    let key = name;
    for (let more = 2; taken[side].has(key); more++) {
      key = `${name} ${more}`;
    }
    taken[side].add(key);
    return { side, key, socketType, edges: of };
  });
}

function childOf(graph: Graph, edges: readonly Edge[], ids: ReadonlySet<string>, types: NodeTypes, crossings: readonly Crossing[]): Graph {
  const inner = edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  let child = [...ids].reduce((made, id) => {
    const node = graph.nodes[id];
    return node ? addNode(made, { ...node, inputs: {}, outputs: {} }) : made;
  }, EMPTY);
  child = inner.reduce((made, edge) => connect(made, edge), child);
  const [left, top, right] = boundsOf(graph, ids);
  const places = { inputs: 0, outputs: 0 };
  for (const crossing of crossings) {
    const id = freeId(child);
    const name = crossing.side === 'inputs' ? (isTrigger({ type: crossing.socketType }) ? 'trigger-in' : 'input') : (isTrigger({ type: crossing.socketType }) ? 'trigger-out' : 'output');
    const at: Point = [crossing.side === 'inputs' ? left - APART : right + APART, top + places[crossing.side]++ * 160];
    child = withEnd(child, id, name, at, crossing, types);
    child = crossing.side === 'inputs'
      ? distinct(crossing.edges, ({ to, input }) => `${to} ${input}`).reduce((made, { to, input }) =>
        connect(made, { from: String(id), output: isTrigger({ type: crossing.socketType }) ? 'trigger' : 'output', to, input }), child)
      : exit(child, graph, String(id), crossing, crossings, inner, types);
  }
  return child;
}

function withEnd(child: Graph, id: number, typeName: string, at: Point, { key }: Crossing, types: NodeTypes): Graph {
  const type = types.find(typeName);
  if (!type) {
    throw new Error(`This server has no node type '${typeName}'.`);
  }
  return setData(addNode(child, newNode(id, type, at)), String(id), { name: key, socketKey: key });
}

/** An Output has to be reached: after the node whose value it is, or if no trigger comes there, where the spell is left. */
function exit(child: Graph, graph: Graph, id: string, crossing: Crossing, crossings: readonly Crossing[], inner: readonly Edge[], types: NodeTypes): Graph {
  const [edge] = crossing.edges;
  if (!edge) {
    return child;
  }
  if (isTrigger({ type: crossing.socketType })) {
    return connect(child, { from: edge.from, output: edge.output, to: id, input: 'trigger' });
  }
  const triggersOf = (of: string) => {
    const node = graph.nodes[of];
    return node ? socketsOf(node, types.of(node)).outputs.filter(isTrigger).map(({ key }) => key) : [];
  };
  const isTriggered = (of: string) => {
    const node = graph.nodes[of];
    const sockets = node ? socketsOf(node, types.of(node)).inputs : [];
    return Object.entries(node?.inputs ?? {}).some(([key, socket]) => (socket.connections?.length ?? 0) > 0 && isTrigger(socketAt(sockets, key) ?? { type: '' }));
  };
  const value = connect(child, { from: edge.from, output: edge.output, to: id, input: 'input' });
  const isError = (key: string) => key === 'error';
  const own = isTriggered(edge.from)
    ? triggersOf(edge.from).filter((key) => isError(key) === (edge.output === 'message' && triggersOf(edge.from).some(isError)))
      .filter((key) => key !== 'act' && key !== 'each').map((output) => ({ from: edge.from, output }))
    : crossings.filter(({ side, socketType }) => side === 'outputs' && isTrigger({ type: socketType })).flatMap(({ edges }) => edges);
  const lasts = own.length > 0 ? own
    // Where no trigger leaves the spell: after whatever no other trigger follows.
    : [...new Set(Object.keys(child.nodes))].filter((of) => graph.nodes[of] && isTriggered(of)
      && !inner.some(({ from, output }) => from === of && triggersOf(of).includes(output)))
      .flatMap((from) => triggersOf(from).filter((key) => !isError(key)).map((output) => ({ from, output })));
  return distinct(lasts, ({ from, output }) => `${from} ${output}`)
    .reduce((made, { from, output }) => connect(made, { from, output, to: id, input: 'trigger' }), value);
}

function replaced(parent: Graph, ids: ReadonlySet<string>, types: NodeTypes, crossings: readonly Crossing[], child: { readonly id: string; readonly name: string }) {
  const type = types.find('spell');
  if (!type) {
    throw new Error("This server has no node type 'spell'.");
  }
  const id = freeId(parent);
  const [left, top, right, bottom] = boundsOf(parent, ids);
  const socketsAt = (side: Crossing['side']): JsonObject[] => crossings.filter((crossing) => crossing.side === side && crossing.key !== OWN).map(({ key, socketType }) => ({
    name: key, socketKey: key, socketType, taskType: isTrigger({ type: socketType }) ? 'option' : 'output', connectionType: side === 'inputs' ? 'input' : 'output',
  }));
  const node: StoredNode = newNode(id, type, [Math.round((left + right) / 2), Math.round((top + bottom) / 2)]);
  const placed = setData(addNode(removeNodes(parent, ids), node), String(id), {
    spellId: child.id, spellName: child.name, inputs: socketsAt('inputs'), outputs: socketsAt('outputs'),
  });
  const graph = crossings.reduce((made, { side, key, edges }) => side === 'inputs'
    ? distinct(edges, ({ from, output }) => `${from} ${output}`).reduce((wired, { from, output }) => connect(wired, { from, output, to: String(id), input: key }), made)
    : distinct(edges, ({ to, input }) => `${to} ${input}`).reduce((wired, { to, input }) => connect(wired, { from: String(id), output: key, to, input }), made), placed);
  return { graph, id: String(id) };
}

function distinct<T>(all: readonly T[], by: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [by(one), one])).values()];
}

function boundsOf(graph: Graph, ids: ReadonlySet<string>): readonly [number, number, number, number] {
  const places = [...ids].flatMap((id) => graph.nodes[id] ? [graph.nodes[id].position] : []);
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
