import { api } from '../rest/api';
import type { Json } from '../json';
import { documentOf, useDocuments } from '../stores/documents';
import { complain, tell } from '../stores/notices';
import { keepMine, takeTheirs } from '../stores/saving';

/** Two people, or two pages, changed the same: nothing is lost, whatever is chosen. */
export function ConflictNotice({ spell }: { spell: string }) {
  const theirs = useDocuments((state) => state.documents[spell]?.theirs);
  if (!theirs) {
    return null;
  }
  const copy = async () => {
    const mine = documentOf(spell)?.history.present;
    if (mine) {
      const saved = await api.createSpell(`${mine.name} (mine)`.slice(0, 200), mine.graph as unknown as Json, documentOf(spell)?.project);
      takeTheirs(spell);
      tell(`Yours is kept as “${saved.name}”.`);
    }
  };
  return (
    <div className="conflict" role="alert">
      <span><strong>This spell was changed elsewhere at the same place.</strong> Version {theirs.version} was saved while you were drawing.</span>
      <button type="button" className="button small" onClick={() => takeTheirs(spell)}>Take theirs</button>
      <button type="button" className="button small" onClick={() => keepMine(spell)}>Keep mine</button>
      <button type="button" className="button small primary" onClick={() => void copy().catch(complain)}>Keep both</button>
    </div>
  );
}
