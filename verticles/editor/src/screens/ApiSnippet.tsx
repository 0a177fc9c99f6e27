import { Dialog } from '../design/Dialog';
import { entriesOf } from '../spell/entries';
import { documentOf } from '../stores/documents';
import { useNodeTypes } from '../stores/nodeTypes';
import { Value } from '../windows/Value';
import '../windows/windows.css';

/** How another program runs this spell. */
export function ApiSnippet({ spell, onClose }: { spell: string; onClose: () => void }) {
  const types = useNodeTypes((state) => state.types);
  const graph = documentOf(spell)?.history.present.graph;
  const inputs = Object.fromEntries((graph ? entriesOf(graph, types) : []).filter((entry) => entry.takesText).map(({ name, defaultValue }) => [name, defaultValue ?? '…']));
  const url = new URL(`api/spells/${spell}/runs`, document.baseURI.replace(/[#?].*$/, '')).href;
  const command = `curl -s ${url} \\\n  -H "Authorization: Bearer $SPELLMESH_API_KEY" \\\n  -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify({ inputs }).replaceAll("'", "'\\''")}'`;
  return (
    <Dialog title="Call this spell over REST" about="With an API key from the settings. The answer comes when the run has ended." wide onClose={onClose}>
      <Value value={command} label="Shell" />
      <div className="dialog-actions"><button type="button" className="button primary" onClick={onClose}>Close</button></div>
    </Dialog>
  );
}
