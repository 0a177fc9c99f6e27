import { ChevronRight, PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../design/IconButton';
import { keepFocus } from '../design/focus';
import { Splitter } from '../design/Splitter';
import { Tip } from '../design/Tip';
import { addInView } from '../screens/commands';
import { drawnIn } from '../stores/inside';
import { useNodeTypes } from '../stores/nodeTypes';
import { prefer, usePreferences } from '../stores/preferences';
import type { NodeTypeInfo } from '../wire';
import { DRAGGED_TYPE } from './Canvas';
import { hueOf, iconOf } from './looks';

/** Everything a spell can be made of, by group; to be dragged in, or added by a press. */
export function Palette({ spell }: { spell: string }) {
  const isOpen = usePreferences((state) => state.palette);
  const width = usePreferences((state) => state.leftWidth);
  const types = useNodeTypes((state) => state.types);
  const [sought, setSought] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(() => grouped(types.all.filter((type) => matches(type, sought))), [types, sought]);
  if (!isOpen) {
    return <aside className="palette folded" aria-label="Nodes"><IconButton icon={PanelLeftOpen} label="Show the nodes" onClick={() => { prefer({ palette: true }); keepFocus(); }} /></aside>;
  }
  const fold = (group: string) => setFolded((before) => {
    const next = new Set(before);
    next.has(group) ? next.delete(group) : next.add(group);
    return next;
  });
  return (
    <aside className="palette" aria-label="Nodes" style={{ width }}>
      <div className="palette-head">
        <label className="seek"><Search size={14} aria-hidden /><span className="hidden">Search the nodes</span>
          <input className="input" type="search" placeholder="Search the nodes" value={sought} onChange={(event) => setSought(event.target.value)} />
        </label>
        <IconButton icon={PanelLeftClose} label="Fold away" className="plain small" onClick={() => { prefer({ palette: false }); keepFocus(); }} />
      </div>
      <div className="palette-list" role="tree" aria-label="Node types" onKeyDown={walk}>
        {groups.map(([group, members], at) => {
          const isFolded = folded.has(group) && sought === '';
          const Icon = iconOf(group);
          return (
            <div key={group} role="treeitem" aria-expanded={!isFolded} aria-label={group} aria-selected={false}>
              <button type="button" className="palette-group" data-item tabIndex={at === 0 ? 0 : -1} onClick={() => fold(group)}>
                <ChevronRight size={13} aria-hidden className={isFolded ? '' : 'open'} />{group}<span className="muted numbers">{members.length}</span>
              </button>
              {!isFolded && (
                <div role="group">
                  {members.map((type) => (
                    <Tip key={type.type} text={type.help}>
                      <button
                        type="button" role="treeitem" aria-selected={false} className="palette-item" data-item tabIndex={-1} draggable
                        onDragStart={(event) => event.dataTransfer.setData(DRAGGED_TYPE, type.type)} onClick={() => addInView(drawnIn(spell), type.type)}
                      >
                        <Icon size={14} aria-hidden style={{ color: `hsl(${hueOf(group)} 42% 52%)` }} />{type.title}
                      </button>
                    </Tip>
                  ))}
                </div>
              )}
            </div>
          );
        })}
        {groups.length === 0 && <p className="empty">No node type has “{sought}” in its name.</p>}
      </div>
      <Splitter side="right" size={width} least={180} most={420} onSize={(to) => prefer({ leftWidth: to })} />
    </aside>
  );
}

function matches({ title, group, aliases }: NodeTypeInfo, sought: string): boolean {
  return [title, group, ...aliases].some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()));
}

function grouped(types: readonly NodeTypeInfo[]): readonly (readonly [string, readonly NodeTypeInfo[]])[] {
  const groups = new Map<string, NodeTypeInfo[]>();
  types.forEach((type) => groups.set(type.group, [...(groups.get(type.group) ?? []), type]));
  return [...groups].toSorted(([a], [b]) => a.localeCompare(b));
}

/** One tab stop for all; arrow keys go through it. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by !== undefined) {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item]')];
    items[items.indexOf(document.activeElement as HTMLElement) + by]?.focus();
    event.preventDefault();
  }
}
