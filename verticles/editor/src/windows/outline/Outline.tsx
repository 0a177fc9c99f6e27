import { Search } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import '../windows.css';
import './outline.css';
import { titleOf } from '../../canvas/elements';
import { hueOf, iconOf } from '../../canvas/looks';
import { spokenOf } from '../../canvas/spoken';
import { duration } from '../../design/duration';
import { Status } from '../../design/Status';
import { foundIn } from '../../spell/find';
import { isDisabled, type StoredNode } from '../../spell/graph';
import { runOrder } from '../../spell/order';
import { isBeside, socketsOf } from '../../spell/types';
import { useContent } from '../../stores/documents';
import { useFinding } from '../../stores/finding';
import { useDrawn } from '../../stores/inside';
import { useNodeTypes } from '../../stores/nodeTypes';
import { showNode, useSelection } from '../../stores/selection';
import { useStage } from '../../stores/stage';
import type { WindowProps } from '../registry';

/** The spell as a list, in the order of a run: for those who do not see the drawing, and to find something in it. */
export default function Outline({ spell: root }: WindowProps) {
  const { spell, prefix } = useDrawn(root);
  const graph = useContent(spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const field = useFindField();
  const nodes = useMemo(() => graph ? runOrder(graph).flatMap((id) => {
    const node = graph.nodes[id];
    return node && !isBeside(types.of(node)) ? [{ id, node }] : [];
  }) : [], [graph, types]);
  const shown = useMemo(() => nodes.flatMap(({ id, node }) => {
    const where = foundIn(node, titleOf(node, types.of(node)), types.of(node), sought);
    return where === undefined ? [] : [{ id, node, where }];
  }), [nodes, types, sought]);
  const stop = Math.min(at, shown.length - 1);
  const to = (next: number) => {
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('.outline-item')[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      next < 0 ? field.current?.focus() : to(Math.min(next, shown.length - 1));
    }
  };
  return (
    <div className="outline">
      <label className="seek"><Search size={14} aria-hidden /><span className="hidden">Find in the spell</span>
        <input
          ref={field} className="input" type="search" placeholder="Find a title, a type, or what is set" value={sought}
          onChange={(event) => { setSought(event.target.value); setAt(0); }}
          onKeyDown={(event) => {
            const [first] = shown;
            if (event.key === 'ArrowDown' && first) {
              event.preventDefault();
              to(0);
            } else if (event.key === 'Enter' && first) {
              showNode(prefix + first.id);
            }
          }}
        />
      </label>
      <p className="hidden" role="status">{sought === '' ? '' : `${shown.length} of ${nodes.length} nodes`}</p>
      <ol ref={list} className="outline-list" aria-label="Nodes in the order of a run" data-arrows onKeyDown={onKeyDown}>
        {shown.map(({ id, node, where }, place) => (
          <Entry key={id} id={id} node={node} place={prefix + id} where={where} isStop={place === stop} onFocus={() => setAt(place)} />
        ))}
      </ol>
      {shown.length === 0 && <p className="empty">{nodes.length === 0 ? 'The nodes of the spell will be listed here, in the order of a run. Press A to add one.' : `No node has “${sought}” in its title, its type or what is set in it.`}</p>}
    </div>
  );
}

/** The field, which takes the focus when somebody wants to find. */
function useFindField() {
  const field = useRef<HTMLInputElement>(null);
  const isWanted = useFinding((state) => state.isWanted);
  useEffect(() => {
    if (isWanted) {
      useFinding.setState({ isWanted: false });
      field.current?.focus();
      field.current?.select();
    }
  }, [isWanted]);
  return field;
}

interface EntryProps {
  readonly id: string;
  readonly node: StoredNode;
  readonly place: string;
  readonly where: string;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

const Entry = memo(function Entry({ id, node, place, where, isStop, onFocus }: EntryProps) {
  const type = useNodeTypes((state) => state.types.of(node));
  const run = useStage((state) => state.nodes[place]);
  const isSelected = useSelection((state) => state.nodes.includes(id));
  const sockets = useMemo(() => socketsOf(node, type), [node, type]);
  const title = titleOf(node, type);
  const Icon = iconOf(type?.group);
  return (
    <li>
      <button
        type="button" className="outline-item" tabIndex={isStop ? 0 : -1} aria-label={spokenOf({ node, type, sockets }, run)}
        {...(isSelected ? { 'aria-current': true as const } : {})} onClick={() => showNode(place)} onFocus={onFocus}
      >
        <Icon size={15} aria-hidden style={{ color: `hsl(${hueOf(type?.group)} 42% 52%)` }} />
        <span className="outline-title">{title}</span>
        {type && type.title !== title && <span className="muted">{type.title}</span>}
        {(run || isDisabled(node)) && <span className="outline-standing numbers">{run && run.times > 1 && `×${run.times} `}{run?.status === 'done' && !run.instead && duration(run.ms)} <Status of={run?.instead ?? run?.status ?? 'disabled'} wordless={run?.status === 'done' && !run.instead} /></span>}
        {where !== '' && <span className="outline-where">{where}</span>}
      </button>
    </li>
  );
}, (before, after) => before.node === after.node && before.place === after.place && before.where === after.where && before.isStop === after.isStop);
