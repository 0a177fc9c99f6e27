import { isObject, type Json } from '../json';
import { useSession } from '../session/session';
import type { News } from '../wire';
import { listen, whenOpened } from './connection';

/** What was done elsewhere: in another page, over REST, by a spell. */
const hearers = new Set<(news: News) => void>();

/** Listens as long as somebody is signed in. What was missed without a connection counts as news once there is one again. */
export function beginNews(): () => void {
  const unlisten = listen(`spellmesh.user.${useSession.getState().user?.id ?? ''}`, hear);
  let isFirst = true;
  const unopen = whenOpened(() => {
    if (!isFirst) {
      tellAll({ news: 'projects' });
      tellAll({ news: 'spells' });
    }
    isFirst = false;
  });
  return () => {
    unopen();
    unlisten();
  };
}

export function onNews(hearer: (news: News) => void): () => void {
  hearers.add(hearer);
  return () => hearers.delete(hearer);
}

function hear(body: Json): void {
  if (isObject(body) && typeof body['news'] === 'string') {
    tellAll(body as unknown as News);
  }
}

function tellAll(news: News): void {
  [...hearers].forEach((hearer) => hearer(news));
}
