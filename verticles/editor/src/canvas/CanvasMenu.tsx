import { ContextMenu } from 'radix-ui';
import { useState, type ReactElement } from 'react';
import { keepFocus } from '../design/focus';
import { makeSubSpell } from '../screens/collapsing';
import {
  addNote, copy, cut, duplicate, group, pasteFromClipboard, remove, toggleDisabled, togglePin,
} from '../screens/commands';
import { copyLink } from '../screens/copyLink';
import { focusName } from '../screens/focusName';
import { isDisabled } from '../spell/graph';
import { canvas } from '../stores/canvasCommands';
import { documentOf } from '../stores/documents';
import { stepInto, useDrawn } from '../stores/inside';
import { useNodeTypes } from '../stores/nodeTypes';
import { complain } from '../stores/notices';
import { run } from '../stores/running';
import { useSelection } from '../stores/selection';
import { useStage } from '../stores/stage';

interface Entry {
  readonly does: string;
  readonly key?: string;
  readonly act: () => void;
}

/** What can be done with the nodes, or the place, that is pressed with the right button or by the menu key. */
export function CanvasMenu({ root, spell, select, children }: {
  root: string; spell: string; select: (ids: ReadonlySet<string>) => void; children: ReactElement;
}) {
  const { prefix } = useDrawn(root);
  const [pressed, setPressed] = useState<string | undefined>();
  const entries = pressed === undefined ? paneEntries(spell) : nodeEntries(root, spell, prefix, pressed);
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        onContextMenu={({ target }) => {
          const node = (target as Element).closest<HTMLElement>('.react-flow__node')?.dataset['id'];
          setPressed(node);
          if (node !== undefined && !useSelection.getState().nodes.includes(node)) {
            select(new Set([node]));
            useSelection.setState({ nodes: [node], edges: [] });
          }
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" aria-label={pressed === undefined ? 'Canvas' : 'Node'} collisionPadding={8} onCloseAutoFocus={() => keepFocus()}>
          {entries.map((entry, at) => entry === undefined ? <ContextMenu.Separator key={at} className="menu-line" /> : (
            <ContextMenu.Item key={entry.does} className={`menu-item ${entry.does === 'Delete' ? 'danger' : ''}`} onSelect={entry.act}>
              {entry.does}{entry.key !== undefined && <kbd>{entry.key}</kbd>}
            </ContextMenu.Item>
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function nodeEntries(root: string, spell: string, prefix: string, id: string): readonly (Entry | undefined)[] {
  const node = documentOf(spell)?.history.present.graph.nodes[id];
  const type = node && useNodeTypes.getState().types.of(node)?.type;
  return [
    ...(node && type === 'spell' ? [{ does: 'Step in', act: () => void stepInto(root, node).catch(complain) }] : []),
    ...(isDisabled(node) ? [] : [{ does: 'Run to here', act: () => void run(root, {}, { to: prefix + id }).catch(complain) }]),
    { does: 'Rename', key: 'F2', act: focusName },
    { does: 'Disable or enable', key: 'D', act: () => toggleDisabled(spell) },
    { does: 'Pin what it gave', key: 'P', act: () => togglePin(root) },
    undefined,
    { does: 'Copy', key: 'Ctrl+C', act: () => void copy(spell).catch(complain) },
    { does: 'Cut', key: 'Ctrl+X', act: () => void cut(spell).catch(complain) },
    { does: 'Duplicate', key: 'Ctrl+D', act: () => duplicate(spell) },
    undefined,
    { does: 'Group', key: 'Ctrl+G', act: () => group(spell) },
    { does: 'Make sub-spell', act: () => void makeSubSpell(spell).catch(complain) },
    { does: 'Tidy up', act: () => canvas()?.tidy() },
    { does: 'Copy a link', act: () => copyLink(root, useStage.getState().run, prefix + id) },
    undefined,
    { does: 'Delete', key: 'Delete', act: () => remove(spell) },
  ];
}

function paneEntries(spell: string): readonly (Entry | undefined)[] {
  return [
    { does: 'Add a node', key: 'A', act: () => canvas()?.addNode() },
    { does: 'Add a note', key: 'Shift+S', act: () => addNote(spell) },
    { does: 'Paste', key: 'Ctrl+V', act: () => void pasteFromClipboard(spell).catch(complain) },
    undefined,
    { does: 'Show all', key: '1', act: () => canvas()?.fit() },
    { does: 'Tidy up', act: () => canvas()?.tidy() },
  ];
}
