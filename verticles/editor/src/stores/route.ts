import { create } from 'zustand';

/** What the address bar names: `#/`, `#/settings`, `#/s/<spell>?run=<run>&node=<place>`; what else it says is lost. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'lost' }
  | { readonly screen: 'spell'; readonly spell: string; readonly run: string | undefined; readonly node: string | undefined };

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const spell = /^\/s\/([0-9a-f-]{36})$/.exec(path)?.[1];
  if (spell !== undefined) {
    const asked = new URLSearchParams(query);
    return { screen: 'spell', spell, run: asked.get('run') ?? undefined, node: asked.get('node') ?? undefined };
  }
  return path === '/settings' ? { screen: 'settings' } : path === '' || path === '/' ? { screen: 'home' } : { screen: 'lost' };
}

export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'home':
    case 'lost':
      return '#/';
    case 'settings':
      return '#/settings';
    case 'spell': {
      const asked = new URLSearchParams();
      if (route.run !== undefined) {
        asked.set('run', route.run);
      }
      if (route.node !== undefined) {
        asked.set('node', route.node);
      }
      const query = asked.toString();
      return `#/s/${route.spell}${query ? `?${query}` : ''}`;
    }
  }
}

export const useRoute = create<{ readonly route: Route }>(() => ({ route: readRoute(location.hash) }));

addEventListener('hashchange', () => useRoute.setState({ route: readRoute(location.hash) }));

export function go(route: Route): void {
  location.hash = hashOf(route);
}

export const goToSpell = (spell: string): void => go({ screen: 'spell', spell, run: undefined, node: undefined });
