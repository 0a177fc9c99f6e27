// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '../rest/api';
import { projects } from '../rest/spells';
import { useNotices } from '../stores/notices';
import { placeOfNew, useProjects } from '../stores/projects';
import { goToSpell } from '../stores/route';
import { useWarnings } from '../stores/warnings';
import { importFiles } from './importing';

vi.mock('../stores/route', async (original) => ({ ...await original<typeof import('../stores/route')>(), goToSpell: vi.fn() }));

const file = (name: string, text: string) => new File([text], name);
const project = (id: string, name: string) => ({ id, name, created: '2026-01-01T00:00:00Z' });
const said = () => useNotices.getState().notices.map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
  useNotices.setState({ notices: [] });
  useWarnings.setState({ shown: undefined });
  useProjects.setState({ projects: [], chosen: undefined });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.mocked(goToSpell).mockClear();
  vi.useRealTimers();
});

describe('files that are dropped', () => {
  it('are sent as they are; the one spell that was in them is opened', async () => {
    const sent = vi.spyOn(api, 'importFile').mockResolvedValue({ spells: [{ id: 's1', name: 'Bot' }], warnings: [] });
    await importFiles([file('bot.json', '{"graph":{"nodes":{}}}')]);

    expect(sent).toHaveBeenCalledExactlyOnceWith({ graph: { nodes: {} } }, undefined);
    expect(goToSpell).toHaveBeenCalledExactlyOnceWith('s1');
    expect(useWarnings.getState().shown).toBeUndefined();
  });

  it('show what was repaired', async () => {
    const warnings = [{ node: '3', message: 'an edge to a node that is not there was dropped' }];
    vi.spyOn(api, 'importFile').mockResolvedValue({ spells: [{ id: 's1', name: 'Bot' }], warnings });
    await importFiles([file('bot.json', '{}')]);

    expect(useWarnings.getState().shown).toEqual({ file: 'bot.json', warnings });
  });

  it('are each tried: one that is not JSON, or that the server refuses, does not keep the others out', async () => {
    vi.spyOn(api, 'importFile').mockRejectedValueOnce(new Error('This is no spell.'))
      .mockResolvedValueOnce({ spells: [{ id: 's1', name: 'One' }, { id: 's2', name: 'Two' }], warnings: [] });
    await importFiles([file('notes.txt', 'not json'), file('other.json', '[]'), file('project.json', '{}')]);

    expect(said()).toEqual(['notes.txt is not JSON; a spell file is.', 'This is no spell.', '2 spells were imported.']);
    expect(goToSpell).not.toHaveBeenCalled();
  });

  it('go into the project that is open; one with a project in it becomes a project of that name, which is opened', async () => {
    useProjects.setState({ projects: [project('p1', 'My spells'), project('p2', 'Bots')], chosen: 'p2' });
    const sent = vi.spyOn(api, 'importFile').mockResolvedValue({ spells: [{ id: 's1', name: 'One' }, { id: 's2', name: 'Two' }], warnings: [] });
    const made = vi.spyOn(projects, 'create').mockImplementation((name) => Promise.resolve(project('p3', name)));
    await importFiles([file('bot.json', '{"graph":{}}'), file('x.json', '{"name":"Bots","spells":[]}')]);

    expect(made).toHaveBeenCalledExactlyOnceWith('Bots 2');
    expect(sent.mock.calls.map(([, place]) => place)).toEqual(['p2', 'p3']);
    expect(placeOfNew()).toBe('p3');
  });

  it('leave no project behind whose spells the server refused', async () => {
    useProjects.setState({ projects: [project('p1', 'My spells')], chosen: undefined });
    vi.spyOn(api, 'importFile').mockRejectedValue(new Error('the file holds no spell'));
    const made = vi.spyOn(projects, 'create').mockImplementation((name) => Promise.resolve(project('p2', name)));
    const gone = vi.spyOn(projects, 'delete').mockResolvedValue();
    await importFiles([file('old.project.json', '{"agents":[],"spells":[],"documents":[]}')]);

    expect(made).toHaveBeenCalledExactlyOnceWith('old');
    expect(gone).toHaveBeenCalledExactlyOnceWith('p2');
    expect(said()).toEqual(['the file holds no spell']);
    expect(useProjects.getState().projects?.map(({ id }) => id)).toEqual(['p1']);
  });
});
