import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '../rest/api';
import { useNotices } from '../stores/notices';
import { goToSpell } from '../stores/route';
import { useWarnings } from '../stores/warnings';
import { importFiles } from './importing';

vi.mock('../stores/route', () => ({ goToSpell: vi.fn() }));

const file = (name: string, text: string) => new File([text], name);
const said = () => useNotices.getState().notices.map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
  useNotices.setState({ notices: [] });
  useWarnings.setState({ shown: undefined });
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

    expect(sent).toHaveBeenCalledExactlyOnceWith({ graph: { nodes: {} } });
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
});
