import { Command } from 'cmdk';
import { useEffect, useMemo, useRef, useState } from 'react';
import { focusAgain } from '../design/focus';
import type { Point } from '../spell/edit';
import { fits, type NodeSocket } from '../spell/types';
import { useNodeTypes } from '../stores/nodeTypes';
import type { NodeTypeInfo, SocketInfo } from '../wire';
import { hueOf, iconOf } from './looks';

/** Where a node is to be added, and the socket whose wire was dropped there. */
export interface Wanted {
  readonly at: Point;
  readonly screen: Point | undefined;
  readonly from: { readonly node: string; readonly socket: NodeSocket; readonly side: 'inputs' | 'outputs' } | undefined;
}

interface Props {
  readonly wanted: Wanted;
  readonly onAdd: (type: NodeTypeInfo, at: Point, wire?: { from: Wanted['from']; socket: NodeSocket | undefined }) => void;
  readonly onClose: () => void;
}

/** The list of node types where a node is to go; after a dropped wire, of those it fits into. */
export function QuickAdd({ wanted, onAdd, onClose }: Props) {
  const types = useNodeTypes((state) => state.types);
  const box = useRef<HTMLDivElement>(null);
  const fitting = useMemo(() => types.all.flatMap((type) => {
    const socket = wanted.from && socketFor(type, wanted.from.socket, wanted.from.side);
    return wanted.from && !socket ? [] : [{ type, socket }];
  }), [types, wanted]);
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => focusAgain(before), [before]);
  useEffect(() => {
    const close = (event: PointerEvent) => box.current?.contains(event.target as globalThis.Node) || onClose();
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [onClose]);
  const [x, y] = wanted.screen ?? [innerWidth / 2 - 160, innerHeight / 2 - 200];
  return (
    <div
      ref={box} className="menu quick-add" role="dialog" aria-label="Add a node"
      style={{ left: Math.min(x, innerWidth - 336), top: Math.min(y, innerHeight - 380) }}
      onBlur={({ currentTarget, relatedTarget }) => relatedTarget !== null && !currentTarget.contains(relatedTarget) && onClose()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <Command label="Node types" loop>
        <Command.Input autoFocus className="input search" placeholder={wanted.from ? `Add a node for ${wanted.from.socket.name}` : 'Add a node'} />
        <Command.List className="choices">
          <Command.Empty className="empty">No node type is called that.</Command.Empty>
          {fitting.map(({ type, socket }) => (
            <Command.Item
              key={type.type} value={type.title} keywords={[type.group, ...type.aliases]} className="choice"
              onSelect={() => onAdd(type, wanted.at, { from: wanted.from, socket: socket && { ...socket, isAdded: false } })}
            >
              <TypeLine type={type} />
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </div>
  );
}

export function TypeLine({ type }: { type: NodeTypeInfo }) {
  const Icon = iconOf(type.group);
  return (
    <>
      <Icon size={15} aria-hidden style={{ color: `hsl(${hueOf(type.group)} 42% 52%)` }} />
      <span className="choice-name">{type.title}</span>
      <span className="choice-group">{type.group}</span>
    </>
  );
}

function socketFor(type: NodeTypeInfo, socket: NodeSocket, side: 'inputs' | 'outputs'): SocketInfo | undefined {
  return side === 'outputs'
    ? type.inputs.find((input) => fits(socket, { ...input, isAdded: false }))
    : type.outputs.find((output) => fits({ ...output, isAdded: false }, socket));
}
