import { create } from 'zustand';
import { request, TAB } from './connection';
import { save } from './saving';

/** Which spells listen to their sources. */
export const usePlaying = create<{ readonly playing: { readonly [spell: string]: boolean } }>(() => ({ playing: {} }));

export async function setPlaying(spell: string, wanted: boolean): Promise<void> {
  await save(spell);
  const { playing: now } = await request(wanted ? 'spellmesh.tab.play' : 'spellmesh.tab.pause', { tab: TAB, spell });
  usePlaying.setState(({ playing }) => ({ playing: { ...playing, [spell]: now } }));
}
