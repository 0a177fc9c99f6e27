import type { Json, JsonObject } from '../json';
import { isDisabled, type Graph } from './graph';
import type { NodeTypeInfo } from '../wire';
import type { NodeTypes } from './types';

/** A node by which a value or a start comes into the spell. */
export interface Entry {
  readonly node: string;
  readonly name: string;
  /** Whether it takes a value, and does not only start. */
  readonly takesText: boolean;
  readonly defaultValue: Json | undefined;
}

const TAKES = new Set(['input', 'playtest-input']);
const STARTS = new Set(['trigger-in']);

export function isEntry(type: NodeTypeInfo | undefined): boolean {
  return type !== undefined && (TAKES.has(type.type) || STARTS.has(type.type));
}

/** The ways into a spell; those that a person talks to come first. */
export function entriesOf(graph: Graph, types: NodeTypes): readonly Entry[] {
  const found = Object.entries(graph.nodes).flatMap(([id, node]) => {
    const type = types.of(node);
    if (!type || !isEntry(type) || isDisabled(node)) {
      return [];
    }
    const own = node.data['name'];
    return [{
      node: id, name: typeof own === 'string' && own !== '' ? own : node.name, takesText: TAKES.has(type.type),
      defaultValue: node.data['defaultValue'], isPlaytest: type.type === 'playtest-input', y: node.position[1],
    }];
  });
  return found.toSorted((a, b) => Number(b.isPlaytest) - Number(a.isPlaytest) || a.y - b.y);
}

/** What a run is given: only what somebody wrote, so that defaults stand for the rest. */
export function inputsFor(main: Entry | undefined, text: string, more: { readonly [name: string]: string }): JsonObject {
  const inputs: Record<string, Json> = {};
  if (main && (text !== '' || main.defaultValue === undefined)) {
    inputs[main.name] = text;
  }
  Object.entries(more).forEach(([name, value]) => {
    if (value !== '') {
      inputs[name] = value;
    }
  });
  return inputs;
}
