import { Failure } from '../bridge/failures';
import type { Json, JsonObject } from '../json';
import type { TabsStart } from '../wire';
import { request, TAB } from './connection';
import { pathIn } from './inside';
import { complain } from './notices';
import { pinsOf } from './pins';
import { follow, useRuns } from './runs';
import { save } from './saving';
import { show, useStage } from './stage';

/** What of a spell is run: what hangs below a node of an earlier run, or what leads to a node; with both the same, that node alone. */
export type Part = Pick<TabsStart, 'from' | 'to'>;

/** Runs that no server has confirmed yet: asked again after the next connection, which starts each once. */
const orders = new Map<string, Pick<TabsStart, 'spell' | 'inputs' | 'pinned' | keyof Part>>();

/** What somebody gave a spell last, whether or not a run came of it. */
const given = new Map<string, JsonObject>();

export const lastGiven = (spell: string): JsonObject | undefined => given.get(spell);

/** Runs the spell as it is drawn, with what is pinned, and shows the run. */
export async function run(spell: string, inputs: JsonObject, part: Part = {}): Promise<string> {
  // A run takes the sub-spells from the server too: those that were stepped into may have been drawn in just now.
  await Promise.all([spell, ...pathIn(spell).map((inside) => inside.spell)].map(save));
  const id = crypto.randomUUID();
  if (Object.keys(inputs).length > 0) {
    given.set(spell, inputs);
  }
  const pinned = pinsOf(spell);
  orders.set(id, { spell, inputs, ...(Object.keys(pinned).length > 0 ? { pinned } : {}), ...part });
  follow(spell, id, undefined, true);
  show(spell, id);
  await order(id);
  return id;
}

export async function stop(id: string): Promise<void> {
  await request('spellmesh.tab.cancel', { run: id }).catch(complain);
}

/** Stops what is shown, if it still runs. */
export function stopShown(): void {
  const { run: shown } = useStage.getState();
  const status = shown === undefined ? undefined : useRuns.getState().runs[shown]?.status;
  if (shown !== undefined && (status === 'running' || status === 'waiting')) {
    void stop(shown);
  }
}

export async function answer(id: string, step: string, value: Json): Promise<void> {
  await request('spellmesh.tab.answer', { run: id, step, value }).catch(complain);
}

/** Once a new connection knows the spell. */
export function orderAgain(spell: string): void {
  orders.forEach((ordered, id) => ordered.spell === spell && void order(id));
}

async function order(id: string): Promise<void> {
  const ordered = orders.get(id);
  if (!ordered) {
    return;
  }
  try {
    await request('spellmesh.tab.run', { tab: TAB, run: id, ...ordered });
    orders.delete(id);
  } catch (error) {
    if (error instanceof Failure && error.isPassing) {
      return;
    }
    orders.delete(id);
    refuse(id, error);
  }
}

/** A spell that cannot start says all its mistakes. */
function refuse(id: string, error: unknown): void {
  useRuns.setState(({ runs }) => {
    const run = runs[id];
    return run ? { runs: { ...runs, [id]: { ...run, status: 'failed', said: [...run.said, trouble(error)] } } } : {};
  });
  complain(error);
}

function trouble(error: unknown): { who: 'trouble'; text: string } {
  return { who: 'trouble', text: error instanceof Error ? error.message : String(error) };
}
