import { api } from '../rest/api';
import { fillRun, follow, logOf } from './runs';
import { show } from './stage';

/** Shows any run of the past: its events are read once and then told like those of a live one. */
export async function openRun(spell: string, run: string): Promise<void> {
  follow(spell, run);
  show(spell, run);
  let more = true;
  while (more) {
    const page = await api.runEvents(run, logOf(run)?.last ?? 0);
    fillRun(run, page.items);
    more = page.next !== undefined && page.items.length > 0;
  }
}
