import type { Template } from '../../rest/api';
import type { NodeTypes } from '../../spell/types';

export interface Example extends Template {
  readonly about: string;
  readonly group: string;
}

export const START = 'Start here';
const FIRST = [START, 'Models', 'Input and output', 'Loops', 'Logic', 'Text'];

/** An example of one node type says what that does. */
export function described(template: Template, types: NodeTypes): Example {
  const type = types.find(template.name);
  return { ...template, about: template.about ?? type?.help ?? '', group: template.group ?? type?.group ?? 'More' };
}

/** Those with a text in them, in any case. */
export function having(examples: readonly Example[], text: string): readonly Example[] {
  const sought = text.trim().toLowerCase();
  return examples.filter(({ name, about, group }) => `${name} ${about} ${group}`.toLowerCase().includes(sought));
}

/** The ones people look for first come first: where a model speaks, then the rest by name. */
export function grouped(examples: readonly Example[]): readonly (readonly [string, readonly Example[]])[] {
  const groups = new Map<string, Example[]>();
  examples.forEach((example) => groups.set(example.group, [...(groups.get(example.group) ?? []), example]));
  return [...groups].toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
}

function rank(group: string): number {
  const at = FIRST.indexOf(group);
  return at < 0 ? FIRST.length : at;
}
