import type { News } from '../wire';
import { documentOf, useDocuments } from './documents';
import { onNews } from './news';
import { tell } from './notices';
import { attach, forget } from './opening';
import { go, useRoute } from './route';

/** The newest version heard of, for spells that are not drawn in it yet. */
const heard = new Map<string, number>();

/** Draws what is saved elsewhere in the spells that are open here, and closes those that are deleted elsewhere. */
export function beginHearing(): () => void {
  const catchUp = () => heard.forEach((version, spell) => catchUpWith(spell, version));
  const ends = [
    onNews(hear),
    // What is on its way from here may be the very version that was heard of.
    useDocuments.subscribe(catchUp),
    listenTo('visibilitychange', catchUp),
  ];
  return () => {
    ends.forEach((end) => end());
    heard.clear();
  };
}

function hear({ news, spell, version }: News): void {
  if (news !== 'spells' || spell === undefined) {
    return;
  }
  if (version === undefined) {
    leave(spell);
  } else {
    heard.set(spell, Math.max(version, heard.get(spell) ?? 0));
    catchUpWith(spell, version);
  }
}

function catchUpWith(spell: string, version: number): void {
  const open = documentOf(spell);
  if (!open || version <= open.version) {
    heard.delete(spell);
  } else if (open.saving !== 'saving' && document.visibilityState === 'visible') {
    heard.delete(spell);
    void attach(spell);
  }
}

function leave(spell: string): void {
  const open = documentOf(spell);
  heard.delete(spell);
  if (!open) {
    return;
  }
  const { name } = open.history.present;
  if (open.saving !== 'saved') {
    tell(`“${name}” was deleted elsewhere. What you drew since is in this page only.`);
    return;
  }
  forget(spell);
  const { route } = useRoute.getState();
  if (route.screen === 'spell' && route.spell === spell) {
    tell(`“${name}” was deleted elsewhere.`);
    go({ screen: 'home' });
  }
}

function listenTo(event: string, hearer: () => void): () => void {
  document.addEventListener(event, hearer);
  return () => document.removeEventListener(event, hearer);
}
