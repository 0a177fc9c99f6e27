// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../bridge/failures';
import { projects as rest } from '../rest/spells';
import { createProject, deleteProject, openProject, placeOfNew, renameProject, shownProject, useProjects } from './projects';

const project = (id: string, name = id) => ({ id, name, created: '2026-01-01T00:00:00Z' });
const shown = () => shownProject(useProjects.getState())?.id;
const names = () => useProjects.getState().projects?.map(({ name }) => name);

beforeEach(() => useProjects.setState({ projects: [project('first'), project('other')], chosen: undefined }));
afterEach(() => vi.restoreAllMocks());

describe('projects', () => {
  it('are all shown until one is opened, into which new spells then go', () => {
    expect([shown(), placeOfNew()]).toEqual([undefined, undefined]);
    openProject('other');
    expect([shown(), placeOfNew()]).toEqual(['other', 'other']);
  });

  it('do not show where there is one only, or the one that was open is gone', () => {
    openProject('other');
    useProjects.setState({ projects: [project('first'), project('third')] });
    expect(shown()).toBeUndefined();
    useProjects.setState({ projects: [project('other')] });
    expect([shown(), placeOfNew()]).toEqual([undefined, undefined]);
  });

  it('come once, though news of them comes too, and are renamed where they stand', async () => {
    vi.spyOn(rest, 'create').mockResolvedValue(project('new'));
    vi.spyOn(rest, 'rename').mockResolvedValue(project('other', 'Bots'));
    await createProject('new');
    await createProject('new');
    await renameProject('other', 'Bots');
    expect(names()).toEqual(['first', 'Bots', 'new']);
  });

  it('stay while they hold spells, and the person reads their name and not their id', async () => {
    openProject('other');
    vi.spyOn(rest, 'delete').mockRejectedValueOnce(new Failure('CONFLICT', 'project other holds 2 spells, must be empty to be deleted')).mockResolvedValue();
    await expect(deleteProject(project('other', 'Bots'))).rejects.toThrow('project “Bots” holds 2 spells');
    expect([names(), shown()]).toEqual([['first', 'other'], 'other']);
    await deleteProject(project('other', 'Bots'));
    expect([names(), shown()]).toEqual([['first'], undefined]);
  });
});
