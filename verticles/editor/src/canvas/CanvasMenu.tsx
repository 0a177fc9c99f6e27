import { ClipboardPaste, Copy, CornerDownRight, Group, History, LayoutGrid, Link2, Maximize, PenLine, Scissors, Square, SquarePlus, StickyNote, Trash2, type LucideIcon } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import { useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { keepFocus } from '../design/focus';
import type { Point } from '../spell/edit';
import { addNote, copy, cut, duplicate, group, pasteFromClipboard, remove, togglePin } from '../screens/commands';
import { focusName } from '../screens/shortcuts';
import { canvas } from '../stores/canvasCommands';
import { documentOf } from '../stores/documents';
import { stepInto, useDrawn } from '../stores/inside';
import { complain, tell } from '../stores/notices';
import { hashOf } from '../stores/route';
import { useNodeTypes } from '../stores/nodeTypes';
import { useSelection } from '../stores/selection';
import { useStage } from '../stores/stage';

type Act = readonly [text: string, icon: LucideIcon, act: () => void, keys?: string];

/** What can be done with a node, or with the canvas, where somebody asks for it: by the right button or the menu key. */
export function CanvasMenu({ spell, children }: { spell: string; children: ReactNode }) {
  const drawn = useDrawn(spell);
  const [node, setNode] = useState<string | undefined>();
  const at = useRef<Point>([0, 0]);
  const ask = (event: MouseEvent) => {
    const id = (event.target as Element).closest<HTMLElement>('.react-flow__node')?.dataset['id'];
    setNode(id);
    at.current = [event.clientX, event.clientY];
    if (id !== undefined && !useSelection.getState().nodes.includes(id)) {
      canvas()?.select(new Set([id]));
    }
  };
  const acts = node === undefined ? ofCanvas(drawn.spell, () => at.current) : ofNode(spell, drawn.spell, drawn.prefix, node);
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger asChild onContextMenu={ask}><div className="canvas-whole">{children}</div></ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" aria-label={node === undefined ? 'Canvas' : 'Node'} collisionPadding={8} onCloseAutoFocus={() => keepFocus()}>
          {acts.map((some, at) => (
            <div key={at} role="group">
              {at > 0 && <div className="menu-line" />}
              {some.map(([text, Icon, act, keys]) => (
                <ContextMenu.Item key={text} className={text === 'Delete' ? 'menu-item danger' : 'menu-item'} onSelect={act}>
                  <Icon size={15} aria-hidden />{text}{keys !== undefined && <kbd>{keys}</kbd>}
                </ContextMenu.Item>
              ))}
            </div>
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function ofCanvas(drawn: string, at: () => Point): readonly (readonly Act[])[] {
  return [
    [['Add a node', SquarePlus, () => canvas()?.addNode(at()), 'A'], ['Add a note', StickyNote, () => addNote(drawn), 'Shift+S'],
      ['Paste', ClipboardPaste, () => void pasteFromClipboard(drawn).catch(complain), 'Ctrl+V']],
    [['Tidy up', LayoutGrid, () => canvas()?.tidy()], ['Show all', Maximize, () => canvas()?.fit(), '1']],
  ];
}

function ofNode(root: string, drawn: string, prefix: string, id: string): readonly (readonly Act[])[] {
  const stored = documentOf(drawn)?.history.present.graph.nodes[id];
  const calls = stored && useNodeTypes.getState().types.of(stored)?.type === 'spell' ? stored : undefined;
  const step: Act | undefined = calls && ['Step in', CornerDownRight, () => void stepInto(root, calls).catch(complain)];
  return [
    [...(step ? [step] : []), ['Rename', PenLine, focusName, 'F2'], ['Pin what it gave', History, () => togglePin(root), 'P']],
    [['Copy', Copy, () => void copy(drawn).catch(complain), 'Ctrl+C'], ['Cut', Scissors, () => void cut(drawn).catch(complain), 'Ctrl+X'],
      ['Duplicate', Square, () => duplicate(drawn), 'Ctrl+D'], ['Group', Group, () => group(drawn), 'Ctrl+G'],
      ['Copy a link', Link2, () => void link(root, prefix + id).catch(complain)]],
    [['Delete', Trash2, () => remove(drawn), 'Delete']],
  ];
}

/** To the spell, the run that is shown, and the node; it opens for its owner. */
async function link(spell: string, node: string): Promise<void> {
  const { run } = useStage.getState();
  await navigator.clipboard.writeText(new URL(hashOf({ screen: 'spell', spell, run, node }), location.href).href);
  tell('The link is copied. It opens for you alone.');
}
