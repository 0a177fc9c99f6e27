import { isObject, type Json, type JsonObject } from '../json';
import { api } from '../rest/api';
import { isReference } from '../run/reference';
import type { RunEvent } from '../wire';
import { lastGiven, run } from './running';
import { logOf, useRuns } from './runs';

/** Runs the spell as it is drawn now with what it was given before: in one run, or when somebody gave it something last. */
export async function runAgain(spell: string, before?: string): Promise<string> {
  const given = before === undefined ? lastGiven(spell) : undefined;
  return run(spell, given ?? await inputsOf(before ?? await lastRunOf(spell)));
}

/** The newest that was given something, of those this page knows; else the newest there is. */
async function lastRunOf(spell: string): Promise<string | undefined> {
  const known = useRuns.getState().bySpell[spell]?.findLast((id) => {
    const first = logOf(id)?.events[0];
    return first?.kind === 'started' && Object.keys(first.inputs).length > 0;
  });
  return known ?? (await api.runs(spell)).items[0]?.id;
}

async function inputsOf(id: string | undefined): Promise<JsonObject> {
  if (id === undefined) {
    return {};
  }
  const first: RunEvent | undefined = logOf(id)?.events[0] ?? (await api.runEvents(id, 0)).items[0];
  return first?.kind === 'started' ? await whole(id, first.inputs) as JsonObject : {};
}

/** With what was too large for an event. */
async function whole(id: string, value: Json): Promise<Json> {
  if (isReference(value)) {
    return (await api.value(id, value.$ref)).value;
  }
  if (Array.isArray(value)) {
    return Promise.all((value as readonly Json[]).map((item) => whole(id, item)));
  }
  return isObject(value)
    ? Object.fromEntries(await Promise.all(Object.entries(value).map(async ([key, item]) => [key, await whole(id, item ?? null)] as const))) : value;
}
