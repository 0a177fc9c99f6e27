import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { titleOf } from '../canvas/elements';
import { useFocusBack } from '../design/focus';
import { TypeLine } from '../canvas/QuickAdd';
import { api } from '../rest/api';
import { useContent } from '../stores/documents';
import { useDrawn } from '../stores/inside';
import { complain } from '../stores/notices';
import { useNodeTypes } from '../stores/nodeTypes';
import { go, goToSpell } from '../stores/route';
import { showNode } from '../stores/selection';
import { openWindow, resetWindows, useLayout, useNarrow } from '../stores/windows';
import type { SpellsSpellHead } from '../wire';
import { movesOf } from '../windows/moves';
import { WINDOWS } from '../windows/registry';
import { canvas } from '../stores/canvasCommands';
import { makeSubSpell } from './collapsing';
import { addInView } from './commands';
import { SHORTCUTS } from './shortcuts';

interface Props {
  readonly spell: string;
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

/** Anything by its name: what can be done, the nodes of this spell, other spells, node types, windows. */
export function CommandPalette({ spell, onClose, onKeys }: Props) {
  const giveBack = useFocusBack();
  const drawn = useDrawn(spell);
  const graph = useContent(drawn.spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const layout = useLayout();
  const isNarrow = useNarrow();
  const [spells, setSpells] = useState<readonly SpellsSpellHead[]>([]);
  useEffect(() => {
    api.spells().then(({ items }) => setSpells(items)).catch(complain);
  }, []);
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content onCloseAutoFocus={giveBack} className="dialog commands" aria-describedby={undefined}>
          <Dialog.Title className="hidden">Commands</Dialog.Title>
          <Command label="Commands" loop>
            <Command.Input autoFocus className="input search" placeholder="Do, find or go to anything" />
            <Command.List className="choices">
              <Command.Empty className="empty">Nothing is called that.</Command.Empty>
              <Command.Group heading="Do">
                {SHORTCUTS.filter(({ key }) => !key.includes('Arrow') && key !== 'Ctrl+K' && key !== 'Ctrl+Y').map(({ key, does, act }) => (
                  <Command.Item key={key} value={`do ${does}`} className="choice" onSelect={then(() => act(spell, { commands: () => undefined, keys: onKeys }, drawn.spell))}>
                    <span className="choice-name">{does}</span><kbd>{key}</kbd>
                  </Command.Item>
                ))}
                <Command.Item value="do make sub-spell of the selection" className="choice" onSelect={then(() => void makeSubSpell(drawn.spell).catch(complain))}><span className="choice-name">Make sub-spell of what is selected</span></Command.Item>
                <Command.Item value="do reset the windows" className="choice" onSelect={then(resetWindows)}><span className="choice-name">Reset the windows</span></Command.Item>
                <Command.Item value="do tidy up" className="choice" onSelect={then(() => canvas()?.tidy())}><span className="choice-name">Tidy up</span></Command.Item>
              </Command.Group>
              <Command.Group heading="Nodes of this spell">
                {Object.entries(graph?.nodes ?? {}).map(([id, node]) => (
                  <Command.Item key={id} value={`node ${titleOf(node, types.of(node))} ${id}`} keywords={[node.name, JSON.stringify(node.data).slice(0, 4000)]} className="choice" onSelect={then(() => showNode(drawn.prefix + id))}>
                    <span className="choice-name">{titleOf(node, types.of(node))}</span><span className="choice-group">{node.name}</span>
                  </Command.Item>
                ))}
              </Command.Group>
              <Command.Group heading="Windows">
                {WINDOWS.map(({ id, title }) => (
                  <Command.Item key={id} value={`window ${title}`} className="choice" onSelect={then(() => openWindow(id))}><span className="choice-name">{title}</span></Command.Item>
                ))}
                <Command.Item value="window settings" className="choice" onSelect={then(() => go({ screen: 'settings' }))}><span className="choice-name">Settings</span></Command.Item>
              </Command.Group>
              {!isNarrow && (
                <Command.Group heading="Move a window">
                  {WINDOWS.map(({ id, title }) => {
                    const [away] = movesOf(layout, id);
                    return away && <Command.Item key={id} value={`move ${title} window`} className="choice" onSelect={then(away.act)}><span className="choice-name">{title}: {away.does.toLowerCase()}</span></Command.Item>;
                  })}
                </Command.Group>
              )}
              <Command.Group heading="Spells">
                {spells.filter(({ id }) => id !== spell).map(({ id, name }) => (
                  <Command.Item key={id} value={`spell ${name} ${id}`} className="choice" onSelect={then(() => goToSpell(id))}><span className="choice-name">{name}</span></Command.Item>
                ))}
              </Command.Group>
              <Command.Group heading="Add a node">
                {types.all.map((type) => (
                  <Command.Item key={type.type} value={`add ${type.title}`} keywords={[type.group, ...type.aliases]} className="choice" onSelect={then(() => addInView(drawn.spell, type.type))}><TypeLine type={type} /></Command.Item>
                ))}
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
