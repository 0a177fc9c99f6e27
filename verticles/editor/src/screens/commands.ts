import { keepFocus } from '../design/focus';
import { connect, freeId, moveNodes, newNode, addNode, removeNodes, setData, disconnect, type Point } from '../spell/edit';
import { copied, isCopiedFrom, paste, pastedGraph } from '../spell/clipboard';
import { edgesOf, isDisabled, type Graph } from '../spell/graph';
import { isBeside } from '../spell/types';
import { canvas } from '../stores/canvasCommands';
import { documentOf, edit } from '../stores/documents';
import { useInside } from '../stores/inside';
import { complain, tell } from '../stores/notices';
import { useNodeTypes } from '../stores/nodeTypes';
import { pin, pinsOf, unpin } from '../stores/pins';
import { useSelection } from '../stores/selection';
import { recordingOfShown } from '../stores/stage';

/* What people do with what is selected; by key, by menu and by the command palette alike. */

const selected = (): ReadonlySet<string> => new Set(useSelection.getState().nodes);

export function remove(spell: string): void {
  const { edges } = useSelection.getState();
  edit(spell, (graph) => removeNodes(disconnect(graph, edgesOf(graph).filter(({ id }) => edges.includes(id))), selected()));
  keepFocus();
}

export async function copy(spell: string): Promise<void> {
  const graph = documentOf(spell)?.history.present.graph;
  if (graph && selected().size > 0) {
    await navigator.clipboard.writeText(copied(graph, selected(), spell));
  }
}

export async function cut(spell: string): Promise<void> {
  await copy(spell);
  remove(spell);
}

/** @param incoming whether the nodes keep the wires that came into them, if they are of this spell */
export function pasteText(spell: string, text: string, incoming = false): void {
  const pasted = pastedGraph(text);
  if (!pasted || Object.keys(pasted.nodes).length === 0) {
    tell('What is on the clipboard holds no nodes.');
    return;
  }
  put(spell, pasted, canvas()?.middle() ?? [0, 0], incoming && isCopiedFrom(text, spell));
}

export async function pasteFromClipboard(spell: string): Promise<void> {
  pasteText(spell, await navigator.clipboard.readText());
}

export function duplicate(spell: string): void {
  const graph = documentOf(spell)?.history.present.graph;
  const ids = selected();
  const copiedGraph = graph && ids.size > 0 ? pastedGraph(copied(graph, ids)) : undefined;
  if (copiedGraph) {
    const positions = Object.values(copiedGraph.nodes).map(({ position }) => position);
    put(spell, copiedGraph, [Math.min(...positions.map(([x]) => x)) + 32, Math.min(...positions.map(([, y]) => y)) + 32]);
  }
}

function put(spell: string, pasted: Parameters<typeof paste>[1], at: Point, incoming = false): void {
  let made: ReadonlySet<string> = new Set();
  edit(spell, (graph) => {
    const result = paste(graph, pasted, at, incoming);
    made = result.ids;
    return result.graph;
  });
  requestAnimationFrame(() => canvas()?.select(made));
}

/** Keeps what the selected nodes gave last, or lets it go. */
export function togglePin(spell: string): void {
  const { of, path } = useInside.getState();
  const prefix = of === spell ? path.at(-1)?.prefix ?? '' : '';
  selected().forEach((id) => togglePinAt(spell, prefix + id));
}

export function togglePinAt(spell: string, place: string): void {
  const outputs = recordingOfShown().outputsOf(place);
  if (pinsOf(spell)[place] !== undefined) {
    unpin(spell, place);
  } else if (outputs) {
    pin(spell, place, outputs);
  } else {
    complain(new Error('This node has given nothing yet that could be pinned. Run the spell first.'));
  }
}

/** Nodes that are left out of runs, which hand on what comes; in again if all of them are out. */
export function toggleDisabled(spell: string, ids: readonly string[] = useSelection.getState().nodes): void {
  const types = useNodeTypes.getState().types;
  edit(spell, (graph) => {
    const nodes = ids.flatMap((id) => graph.nodes[id] ?? []).filter((node) => !isBeside(types.of(node)));
    const isOff = !nodes.every(isDisabled);
    return nodes.reduce((changed, { id }) => setData(changed, String(id), { disabled: isOff ? true : undefined }), graph);
  });
}

/** Moves what is selected; steps right after each other are one to undo. */
export function nudge(spell: string, [right, down]: Point): void {
  edit(spell, (graph) => moveNodes(graph, new Map([...selected()].flatMap((id) => {
    const at = graph.nodes[id]?.position;
    return at ? [[id, [at[0] + right, at[1] + down]] as const] : [];
  }))), 'nudge');
}

export function addNote(spell: string): void {
  addOf(spell, 'note', {}, canvas()?.middle() ?? [0, 0]);
}

/** A frame around what is selected. */
export function group(spell: string): void {
  const graph = documentOf(spell)?.history.present.graph;
  const members = [...selected()].flatMap((id) => graph?.nodes[id] ?? []);
  if (members.length === 0) {
    tell('Select the nodes that belong together first.');
    return;
  }
  const left = Math.min(...members.map(({ position }) => position[0])) - 24;
  const top = Math.min(...members.map(({ position }) => position[1])) - 44;
  const width = Math.max(...members.map(({ position }) => position[0])) + 260 - left;
  const height = Math.max(...members.map(({ position }) => position[1])) + 180 - top;
  addOf(spell, 'group', { name: 'Group', width, height, nodes: members.map(({ id }) => id) }, [left, top]);
}

function addOf(spell: string, typeName: string, data: Parameters<typeof setData>[2], at: Point): void {
  const type = useNodeTypes.getState().types.find(typeName);
  if (!type) {
    complain(new Error(`This server has no node type '${typeName}'.`));
    return;
  }
  let made = '';
  edit(spell, (graph) => {
    const id = freeId(graph);
    made = String(id);
    return setData(addNode(graph, newNode(id, type, typeName === 'group' ? at : freePlace(graph, at))), made, data);
  });
  requestAnimationFrame(() => canvas()?.select(new Set([made])));
}

/** Adds a node behind the selected one, else in the middle of what is seen. */
export function addInView(spell: string, typeName: string): void {
  const [only, ...others] = useSelection.getState().nodes;
  const before = others.length === 0 && only !== undefined ? documentOf(spell)?.history.present.graph.nodes[only] : undefined;
  addOf(spell, typeName, {}, before ? [before.position[0] + BESIDE, before.position[1]] : canvas()?.middle() ?? [0, 0]);
}

/** From one node's left edge to the next one's, in the graph's own measures. */
const BESIDE = 280;
const ROOM: Point = [240, 140];

/** The next place downwards where no node lies already. */
function freePlace(graph: Graph, [x, from]: Point): Point {
  const beside = Object.values(graph.nodes).filter(({ name, position }) => name !== 'Group' && Math.abs(position[0] - x) < ROOM[0]);
  let y = from;
  while (beside.some(({ position }) => Math.abs(position[1] - y) < ROOM[1])) {
    y += 20;
  }
  return [x, y];
}

/** Draws a wire without a mouse. */
export function wire(spell: string, from: string, output: string, to: string, input: string): void {
  edit(spell, (graph) => connect(graph, { from, output, to, input }));
}
