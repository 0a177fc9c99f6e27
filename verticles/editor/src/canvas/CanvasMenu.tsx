import { ContextMenu } from 'radix-ui';
import { useState, type ReactElement } from 'react';
import { keepFocus } from '../design/focus';
import { makeSubSpell } from '../screens/collapsing';
import {
  addNote, copy, cut, duplicate, group, pasteFromClipboard, remove, toggleDisabled, togglePin,
} from '../screens/commands';
import { focusName } from '../screens/focusName';
import { canvas } from '../stores/canvasCommands';
import { complain } from '../stores/notices';
import { useSelection } from '../stores/selection';

interface Entry {
  readonly does: string;
  readonly key?: string;
  readonly act: () => void;
}

/** What can be done with the nodes, or the place, that is pressed with the right button or by the menu key. */
export function CanvasMenu({ root, spell, select, children }: {
  root: string; spell: string; select: (ids: ReadonlySet<string>) => void; children: ReactElement;
}) {
  const [isOnNode, setIsOnNode] = useState(false);
  const entries = isOnNode ? nodeEntries(root, spell) : paneEntries(spell);
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        onContextMenu={({ target }) => {
          const node = (target as Element).closest<HTMLElement>('.react-flow__node')?.dataset['id'];
          setIsOnNode(node !== undefined);
          if (node !== undefined && !useSelection.getState().nodes.includes(node)) {
            select(new Set([node]));
            useSelection.setState({ nodes: [node], edges: [] });
          }
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" aria-label={isOnNode ? 'Node' : 'Canvas'} collisionPadding={8} onCloseAutoFocus={() => keepFocus()}>
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

function nodeEntries(root: string, spell: string): readonly (Entry | undefined)[] {
  return [
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
