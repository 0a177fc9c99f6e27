// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import type { Json } from '../json';
import { EMPTY } from '../spell/graph';
import * as history from '../spell/history';
import { useSession } from '../session/session';
import * as connection from './connection';
import { changeDocument, documentOf, putDocument, type Saving } from './documents';
import { beginHearing } from './elsewhere';
import { beginNews } from './news';
import { useNotices } from './notices';
import { readRoute, useRoute } from './route';

const SPELL = '11111111-1111-4111-8111-111111111111';
const ends: (() => void)[] = [];
let say: (body: Json) => void;
let asked: MockInstance<typeof connection.request>;

function open(version: number, saving: Saving = 'saved'): void {
  const content = { name: 'Bot', graph: EMPTY };
  putDocument({ spell: SPELL, project: 'p', version, published: undefined, saved: content, history: history.begin(content), saving, theirs: undefined, trouble: undefined });
}

const opened = () => asked.mock.calls.filter(([address]) => address === 'spellmesh.tab.open').length;

beforeEach(() => {
  useSession.setState({ user: { id: 'u' } as never });
  useRoute.setState({ route: readRoute(`#/s/${SPELL}`) });
  useNotices.setState({ notices: [] });
  vi.spyOn(connection, 'listen').mockImplementation((address, hear) => {
    expect(address).toBe('spellmesh.user.u');
    say = hear;
    return () => undefined;
  });
  const spell = { id: SPELL, project: 'p', name: 'Renamed', version: 5, graph: { nodes: {} }, created: '', updated: '' };
  asked = vi.spyOn(connection, 'request').mockImplementation((() => Promise.resolve({ spell, runs: [] })) as never);
  ends.push(beginNews(), beginHearing());
});
afterEach(() => {
  ends.splice(0).forEach((end) => end());
  vi.restoreAllMocks();
});

describe('what is done elsewhere', () => {
  it('is drawn in the spell that is open here', async () => {
    open(4);
    say({ news: 'spells', spell: SPELL, version: 5 });
    await vi.waitFor(() => expect(documentOf(SPELL)?.history.present.name).toBe('Renamed'));
    expect(documentOf(SPELL)?.version).toBe(5);
  });

  it('is not asked for where it is one’s own save, known already or on its way', () => {
    open(5);
    say({ news: 'spells', spell: SPELL, version: 5 });
    changeDocument(SPELL, (document) => ({ ...document, saving: 'saving' }));
    say({ news: 'spells', spell: SPELL, version: 6 });
    changeDocument(SPELL, (document) => ({ ...document, version: 6, saving: 'saved' }));
    expect(opened()).toBe(0);
  });

  it('is asked for once one’s own save is answered, if it was another one', () => {
    open(5, 'saving');
    say({ news: 'spells', spell: SPELL, version: 7 });
    expect(opened()).toBe(0);
    changeDocument(SPELL, (document) => ({ ...document, version: 6, saving: 'saved' }));
    expect(opened()).toBe(1);
  });

  it('waits until the page is looked at again', () => {
    const sight = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    open(4);
    say({ news: 'spells', spell: SPELL, version: 5 });
    expect(opened()).toBe(0);
    sight.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(opened()).toBe(1);
  });

  it('closes a spell that is gone, and keeps what was not saved of it', () => {
    open(4, 'dirty');
    say({ news: 'spells', spell: SPELL });
    expect(documentOf(SPELL)).toBeDefined();
    open(4);
    say({ news: 'spells', spell: SPELL });
    expect(documentOf(SPELL)).toBeUndefined();
    expect(useNotices.getState().notices.map(({ text }) => text)).toEqual([
      '“Bot” was deleted elsewhere. What you drew since is in this page only.', '“Bot” was deleted elsewhere.',
    ]);
    expect(location.hash).toBe('#/');
  });

  it('concerns nobody who has the spell not open, and may be anything', () => {
    say({ news: 'spells', spell: SPELL, version: 9 });
    say({ news: 'node-types' });
    say('nothing');
    expect(opened()).toBe(0);
  });
});
