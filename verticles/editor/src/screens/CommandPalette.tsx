import { Command } from 'cmdk';
import { titleOf } from '../canvas/elements';
import { TypeLine } from '../canvas/QuickAdd';
import { useContent } from '../stores/documents';
import { useDrawn } from '../stores/inside';
import { complain } from '../stores/notices';
import { useNodeTypes } from '../stores/nodeTypes';
import { showNode } from '../stores/selection';
import { openWindow, resetWindows, useLayout, useNarrow } from '../stores/windows';
import { movesOf } from '../windows/moves';
import { WINDOWS } from '../windows/registry';
import { canvas } from '../stores/canvasCommands';
import { makeSubSpell } from './collapsing';
import { addInView } from './commands';
import { BeginChoices, ExampleChoices, PlaceChoices, SpellChoices } from './palette/choices';
import { PaletteDialog } from './palette/PaletteDialog';
import { SHORTCUTS } from './shortcuts';

interface Props {
  readonly spell: string;
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

/** Anything by its name: what can be done, the nodes of this spell, other spells, node types, windows. */
export function CommandPalette({ spell, onClose, onKeys }: Props) {
  const drawn = useDrawn(spell);
  const graph = useContent(drawn.spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const layout = useLayout();
  const isNarrow = useNarrow();
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <PaletteDialog onClose={onClose}>
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
      </Command.Group>
      {!isNarrow && (
        <Command.Group heading="Move a window">
          {WINDOWS.map(({ id, title }) => {
            const [away] = movesOf(layout, id);
            return away && <Command.Item key={id} value={`move ${title} window`} className="choice" onSelect={then(away.act)}><span className="choice-name">{title}: {away.does.toLowerCase()}</span></Command.Item>;
          })}
        </Command.Group>
      )}
      <BeginChoices then={then} />
      <SpellChoices then={then} except={spell} />
      <PlaceChoices then={then} />
      <Command.Group heading="Add a node">
        {types.all.map((type) => (
          <Command.Item key={type.type} value={`add ${type.title}`} keywords={[type.group, ...type.aliases]} className="choice" onSelect={then(() => addInView(drawn.spell, type.type))}><TypeLine type={type} /></Command.Item>
        ))}
      </Command.Group>
      <ExampleChoices then={then} />
    </PaletteDialog>
  );
}
