import { FileUp, Play, Plus, Search, Sparkles, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { hueOf, iconOf } from '../canvas/looks';
import { IconButton } from '../design/IconButton';
import { keepFocus } from '../design/focus';
import { ago } from '../design/duration';
import { api, type Template } from '../rest/api';
import { EMPTY } from '../spell/graph';
import type { NodeTypes } from '../spell/types';
import { isObject, type Json } from '../json';
import type { SpellsSpellHead } from '../wire';
import { useNodeTypes } from '../stores/nodeTypes';
import { complain, tell } from '../stores/notices';
import { goToSpell } from '../stores/route';
import { wishRun } from '../stores/wishes';
import { Confirm } from '../windows/listing/Confirm';
import { Trouble } from '../windows/listing/Listing';
import { usePages } from '../windows/listing/usePages';
import { AccountMenu } from './AccountMenu';
import { importFiles, useFileDrop } from './importing';
import { Mark } from './Mark';

interface Example extends Template {
  readonly about: string;
  readonly group: string;
}

const START = 'Start here';
const NONE: readonly Template[] = [];

/** What one has, and what there is to begin with. */
export function Home() {
  const [own, setOwn] = useState<readonly SpellsSpellHead[] | undefined>();
  const spells = own ?? [];
  const examples = usePages(api.templates);
  const [sought, setSought] = useState('');
  const load = useCallback(() => {
    return api.spells().then(({ items }) => setOwn(items)).catch(complain);
  }, []);
  useEffect(() => void load(), [load]);
  const isOver = useFileDrop((files) => void importFiles(files).then(load));
  const types = useNodeTypes((state) => state.types);
  const templates = examples.pages[0]?.items ?? NONE;
  const groups = useMemo(() => grouped(templates.map((template) => described(template, types))
    .filter(({ name, about, group }) => `${name} ${about} ${group}`.toLowerCase().includes(sought.trim().toLowerCase()))), [templates, types, sought]);
  return (
    <div className={`home ${isOver ? 'dropping' : ''}`}>
      <header className="bar">
        <Mark size={24} /><strong className="bar-name">Spellmesh</strong><span className="bar-space" />
        <label className="button">
          <FileUp size={15} aria-hidden />Import
          <input type="file" className="hidden" accept=".json,application/json" multiple
            onChange={(event) => void importFiles([...event.target.files ?? []]).then(load)} />
        </label>
        <button type="button" className="button primary" onClick={() => void create().catch(complain)}><Plus size={15} aria-hidden />New spell</button>
        <AccountMenu />
      </header>
      <main className="home-main" tabIndex={-1}>
        {spells.length > 0 && (
          <section aria-labelledby="own">
            <h1 id="own">Your spells</h1>
            <ul className="own-spells">
              {spells.map((spell) => <OwnSpell key={spell.id} spell={spell} onGone={() => void load().then(() => keepFocus())} />)}
            </ul>
          </section>
        )}
        {own?.length === 0 && templates.length === 0 && examples.standing !== 'loading' && (
          <div className="home-empty">
            <h1>No spells yet</h1>
            <p className="muted">A spell is a graph of nodes that runs on the server. Begin one from nothing, or drop a file with one on this page.</p>
            <button type="button" className="button" onClick={() => void create().catch(complain)}><Plus size={15} aria-hidden />Begin from nothing</button>
          </div>
        )}
        {examples.standing === 'failed' && !examples.isAbsent && <Trouble text={examples.trouble ?? ''} what="The examples" again={examples.again} />}
        {templates.length > 0 && (
          <section aria-labelledby="examples">
            <div className="home-head">
              <div>
                <h1 id="examples">{spells.length > 0 ? 'Examples' : 'Begin with an example'}</h1>
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
        )}
      </main>
    </div>
  );
}

/** An example of one node type says what that does. */
function described(template: Template, types: NodeTypes): Example {
  const type = types.find(template.name);
  return { ...template, about: template.about ?? type?.help ?? '', group: template.group ?? type?.group ?? 'More' };
}

function OwnSpell({ spell, onGone }: { spell: SpellsSpellHead; onGone: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const remove = async () => {
    await api.deleteSpell(spell.id);
    onGone();
  };
  return (
    <li className="own-spell">
      <button type="button" className="own-open" onClick={() => goToSpell(spell.id)}>
        <strong>{spell.name}</strong>
        <span className="muted numbers">version {spell.version}, {ago(spell.updated)}</span>
      </button>
      <IconButton icon={Trash2} label={`Delete ${spell.name}`} className="plain small" onClick={() => setAsking(true)} />
      {isAsking && <Confirm title={`Delete ${spell.name}?`} about="All its versions go with it. This cannot be undone." verb="Delete it"
        onYes={() => void remove().catch(complain)} onClose={() => setAsking(false)} />}
    </li>
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

async function create(): Promise<void> {
  const spell = await api.createSpell('Untitled spell', EMPTY as unknown as Json);
  goToSpell(spell.id);
}

async function beginWith(template: Template): Promise<void> {
  const file = await api.template(template.id);
  await bringCalled(file);
  const { spells, warnings } = await api.importFile(file);
  const [spell] = spells;
  if (!spell) {
    tell(`“${template.name}” holds no spell.`);
    return;
  }
  warnings.forEach(({ message }) => tell(message));
  wishRun(spell.id);
  goToSpell(spell.id);
}

/** Examples that this one calls by name, and that the person has not yet. */
async function bringCalled(file: Json): Promise<void> {
  const called = isObject(file) && Array.isArray(file['calls']) ? file['calls'] as Json[] : [];
  const { items } = called.length > 0 ? await api.spells() : { items: [] };
  for (const id of called.map(String)) {
    const other = await api.template(id);
    if (!items.some(({ name }) => isObject(other) && name === other['name'])) {
      await api.importFile(other);
    }
  }
}

/** The ones people look for first come first: where a model speaks, then the rest by name. */
function grouped(templates: readonly Example[]): readonly (readonly [string, readonly Example[]])[] {
  const groups = new Map<string, Example[]>();
  templates.forEach((template) => groups.set(template.group, [...(groups.get(template.group) ?? []), template]));
  return [...groups].toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
}

function rank(group: string): number {
  const at = [START, 'Models', 'Input and output', 'Loops', 'Logic', 'Text'].indexOf(group);
  return at < 0 ? 99 : at;
}
