import { Failure } from '../bridge/failures';
import type { Json } from '../json';
import { api } from '../rest/api';
import { collapsed } from '../spell/collapse';
import { canvas } from '../stores/canvasCommands';
import { documentOf, edit } from '../stores/documents';
import { tell } from '../stores/notices';
import { useNodeTypes } from '../stores/nodeTypes';
import { useSelection } from '../stores/selection';

/** Makes a spell of what is selected, and a Spell node in its place. Undoing that leaves the new spell where spells are listed. */
export async function makeSubSpell(spell: string): Promise<void> {
  const content = documentOf(spell)?.history.present;
  const ids = new Set(useSelection.getState().nodes);
  if (!content) {
    return;
  }
  const made = collapsed(content.graph, ids, useNodeTypes.getState().types);
  if ('why' in made) {
    throw new Failure('UNPROCESSABLE', made.why);
  }
  const child = await api.createSpell(`Part of ${content.name}`.slice(0, 200), made.child as unknown as Json, documentOf(spell)?.project);
  if (documentOf(spell)?.history.present.graph !== content.graph) {
    throw new Failure('CONFLICT', `The spell was changed meanwhile. '${child.name}' is made, and nothing else is done; try again.`);
  }
  let node = '';
  edit(spell, (graph) => {
    const result = made.within(graph, child);
    node = result.id;
    return result.graph;
  });
  requestAnimationFrame(() => canvas()?.select(new Set([node])));
  tell(`'${child.name}' is a spell of its own now. Double-click its node to step in.`);
}
