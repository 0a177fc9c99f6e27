import { isObject, type Json, type JsonObject } from '../json';
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
  /** Whether it has its default value rather than what somebody writes. */
  readonly usesDefault: boolean;
  /** Whether what is written in the playtest is for it; as files of old say it, or as somebody set it here. */
  readonly receives: 'yes' | 'unsaid' | 'not of old' | 'no';
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
      defaultValue: node.data['defaultValue'], usesDefault: node.data['useDefault'] === true && node.data['defaultValue'] !== undefined,
      receives: receives(node.data), isPlaytest: type.type === 'playtest-input', y: node.position[1],
    }];
  });
  return found.toSorted((a, b) => Number(b.isPlaytest) - Number(a.isPlaytest) || a.y - b.y);
}

/** The control of an Input by which it receives from the playtest, or does not. */
export const RECEIVES = 'receivePlaytest';

function receives({ [RECEIVES]: own, playtestToggle: old }: JsonObject): Entry['receives'] {
  const saved = isObject(old) ? old[RECEIVES] : undefined;
  return own === false ? 'no' : saved === true ? 'yes' : saved === false && own === undefined ? 'not of old' : 'unsaid';
}

/** What the inspector shows for that control: of a file of old, what that says. */
export function receivesPlaytest(data: JsonObject): boolean {
  const said = receives(data);
  return said === 'yes' || said === 'unsaid';
}

/** Those that get what is written in the playtest: all that say so, else the first that does not say otherwise. */
export function playtestEntries(entries: readonly Entry[]): readonly Entry[] {
  const open = entries.filter((entry) => entry.takesText && entry.receives !== 'no');
  const wanted = open.filter((entry) => entry.receives === 'yes' && !entry.usesDefault);
  const first = open.find((entry) => entry.receives !== 'not of old' && !entry.usesDefault) ?? open.find((entry) => !entry.usesDefault) ?? open[0];
  return wanted.length > 0 ? wanted : first ? [first] : [];
}

/** What a run is given: only what somebody wrote, so that defaults stand for the rest. */
export function inputsFor(mains: readonly Entry[], text: string, more: { readonly [name: string]: string }): JsonObject {
  const inputs: Record<string, Json> = {};
  mains.filter(({ defaultValue }) => text !== '' || defaultValue === undefined).forEach(({ name }) => {
    inputs[name] = text;
  });
  Object.entries(more).forEach(([name, value]) => {
    if (value !== '') {
      inputs[name] = value;
    }
  });
  return inputs;
}
