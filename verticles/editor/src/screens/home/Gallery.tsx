import { Play, Search, Sparkles } from 'lucide-react';
import { useMemo, useState } from 'react';
import { hueOf, iconOf } from '../../canvas/looks';
import type { Template } from '../../rest/api';
import { complain } from '../../stores/notices';
import { useNodeTypes } from '../../stores/nodeTypes';
import { beginWith } from './begin';
import { described, grouped, having, START, type Example } from './examples';

interface Props {
  readonly templates: readonly Template[];
  readonly hasSpells: boolean;
}

/** The examples that come with the program. */
export function Gallery({ templates, hasSpells }: Props) {
  const [sought, setSought] = useState('');
  const types = useNodeTypes((state) => state.types);
  const groups = useMemo(() => grouped(having(templates.map((template) => described(template, types)), sought)), [templates, types, sought]);
  return (
    <section aria-labelledby="examples">
      <div className="home-head">
        <div>
          <h1 id="examples">{hasSpells ? 'Examples' : 'Begin with an example'}</h1>
          <p className="muted">Each runs as it is, without a key. A click makes it yours and runs it.</p>
        </div>
        <label className="seek"><Search size={15} aria-hidden /><span className="hidden">Search the examples</span>
          <input className="input" type="search" placeholder="Search the examples" value={sought} onChange={(event) => setSought(event.target.value)} />
        </label>
      </div>
      {groups.map(([group, items]) => (
        <div key={group}>
          <h2 className="gallery-group">{group}</h2>
          <ul className="gallery">
            {items.map((example) => <ExampleCard key={example.id} example={example} />)}
          </ul>
        </div>
      ))}
      {groups.length === 0 && <p className="muted">No example has “{sought}” in it.</p>}
    </section>
  );
}

function ExampleCard({ example }: { example: Example }) {
  const Icon = example.group === START ? Sparkles : iconOf(example.group);
  return (
    <li>
      <button type="button" className="example" style={{ '--hue': hueOf(example.group) } as React.CSSProperties} onClick={() => void beginWith(example).catch(complain)}>
        <span className="example-head"><Icon size={16} aria-hidden /><strong>{example.name}</strong><Play size={14} aria-hidden className="example-run" /></span>
        <span className="muted">{example.about}</span>
      </button>
    </li>
  );
}
