import { useEffect, useState } from 'react';
import '../windows.css';
import { ago } from '../../design/duration';
import { api } from '../../rest/api';
import { contentOf, edit, useDocuments } from '../../stores/documents';
import { complain, tell } from '../../stores/notices';
import type { SpellsVersion } from '../../wire';
import type { WindowProps } from '../registry';

/** Every version that was saved. An old one that is restored becomes the newest. */
export default function Versions({ spell }: WindowProps) {
  const [items, setItems] = useState<readonly SpellsVersion[]>([]);
  const [next, setNext] = useState<string | undefined>();
  const version = useDocuments((state) => state.documents[spell]?.version);
  const [published, setPublished] = useState(useDocuments.getState().documents[spell]?.published);
  const load = (after?: string) => api.versions(spell, after).then((page) => {
    setItems((before) => after === undefined ? page.items : [...before, ...page.items]);
    setNext(page.next);
  }).catch(complain);
  useEffect(() => void load(), [spell, version]);
  const restore = async (old: number) => {
    const { graph } = contentOf(await api.version(spell, old));
    edit(spell, () => graph);
    tell(`Version ${old} is drawn again; undo takes it back.`);
  };
  const publish = async (which: number) => {
    await api.publish(spell, which);
    setPublished(which);
    tell(`Version ${which} is published.`);
  };
  return (
    <div className="versions">
      <ul>
        {items.map((one) => (
          <li key={one.version} className="version">
            <span className="version-name"><strong className="numbers">Version {one.version}</strong><span className="muted">{ago(one.saved)}{one.version === version ? ', newest' : ''}{one.version === published ? ', published' : ''}</span></span>
            {one.version !== version && <button type="button" className="button small" onClick={() => void restore(one.version).catch(complain)}>Restore</button>}
            {one.version !== published && <button type="button" className="button small" onClick={() => void publish(one.version).catch(complain)}>Publish</button>}
          </li>
        ))}
      </ul>
      {next !== undefined && <button type="button" className="button small" onClick={() => void load(next)}>More</button>}
    </div>
  );
}
