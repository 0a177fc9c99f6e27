import { useEffect, useMemo, useState } from 'react';
import { Failure } from '../bridge/failures';
import { followed } from '../spell/following';
import { readGraph } from '../spell/graph';
import { documentOf, edit, useContent } from './documents';
import { runBy } from './inside';
import { complain } from './notices';
import { useNodeTypes } from './nodeTypes';

/** Somebody may be typing which spell it is. */
const PAUSE_MS = 400;

/** While a spell is drawn, its Spell nodes have the sockets of the spells they run, as those are now. */
export function useFollowing(spell: string): void {
  const graph = useContent(spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const named = useMemo(() => JSON.stringify(Object.values(graph?.nodes ?? {}).filter((node) => types.of(node)?.type === 'spell')
    .map(({ id, data }) => [id, data['spell'], data['spellId'], data['spellName']])), [graph, types]);
  const [seen, setSeen] = useState(named);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(named), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [named]);
  useEffect(() => {
    if (seen !== '[]') {
      follow(spell).catch((error: unknown) => {
        if (!(error instanceof Failure && error.isPassing)) {
          complain(error);
        }
      });
    }
  }, [spell, seen]);
}

async function follow(spell: string): Promise<void> {
  const { types } = useNodeTypes.getState();
  for (const node of Object.values(documentOf(spell)?.history.present.graph.nodes ?? {})) {
    const child = types.of(node)?.type === 'spell' ? await runBy(spell, node) : undefined;
    if (child !== undefined && child.id !== spell) {
      const graph = documentOf(child.id)?.history.present.graph ?? readGraph(child.graph);
      edit(spell, (before) => followed(before, String(node.id), graph, types));
    }
  }
}
