import { Copy, Download, Ellipsis, FolderInput, PencilLine, SquareArrowOutUpRight, Trash2, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { ago } from '../../design/duration';
import { keepFocus } from '../../design/focus';
import { api } from '../../rest/api';
import { spells } from '../../rest/spells';
import { complain } from '../../stores/notices';
import { forget } from '../../stores/opening';
import { goToSpell } from '../../stores/route';
import type { SpellsSpellHead } from '../../wire';
import { Confirm } from '../../windows/listing/Confirm';
import { savedFile } from '../files';
import { freeName } from './freeName';
import { MoveDialog } from './MoveDialog';
import { NameDialog } from './NameDialog';
import { useMenuDialog } from './useMenuDialog';

interface Props {
  readonly spell: SpellsSpellHead;
  /** Where spells of several projects stand beside each other. */
  readonly project: string | undefined;
  /** The names beside it. */
  readonly names: readonly string[];
  readonly onChanged: () => void;
}

type Asked = 'rename' | 'duplicate' | 'move' | 'delete';

/** A spell of one's own: opened by a press, and all else by its menu. */
export function SpellCard({ spell, project, names, onChanged }: Props) {
  const { asked, ask, askAfter, onMenuClosed } = useMenuDialog<Asked>();
  const close = () => ask(undefined);
  const then = async (change: Promise<unknown>) => {
    await change;
    onChanged();
    keepFocus();
  };
  const remove = async () => {
    await then(api.deleteSpell(spell.id));
    forget(spell.id);
  };
  return (
    <li className="own-spell" onKeyDown={(event) => event.key === 'F2' && asked === undefined && ask('rename')}>
      <button type="button" className="own-open" onClick={() => goToSpell(spell.id)}>
        <strong>{spell.name}</strong>
        <span className="muted numbers">{project === undefined ? '' : `${project}, `}version {spell.version}, {ago(spell.updated)}</span>
      </button>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className="button plain icon small" aria-label={`More for ${spell.name}`}><Ellipsis size={16} aria-hidden /></DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={4} onCloseAutoFocus={onMenuClosed}>
            <Item icon={SquareArrowOutUpRight} name="Open" onSelect={() => goToSpell(spell.id)} />
            <Item icon={PencilLine} name="Rename" keys="F2" onSelect={() => askAfter('rename')} />
            <Item icon={Copy} name="Duplicate" onSelect={() => askAfter('duplicate')} />
            <Item icon={Download} name="Export as a file" onSelect={() => void api.exportSpell(spell.id).then((file) => savedFile(`${spell.name}.spell.json`, file)).catch(complain)} />
            <Item icon={FolderInput} name="Move to a project" onSelect={() => askAfter('move')} />
            <div className="menu-line" />
            <Item icon={Trash2} name="Delete" danger onSelect={() => askAfter('delete')} />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {asked === 'rename' && <NameDialog title="Rename the spell" name={spell.name} verb="Rename" onClose={close}
        onName={(name) => then(name === spell.name ? Promise.resolve() : spells.rename(spell.id, name, spell.version))} />}
      {asked === 'duplicate' && <NameDialog title="Duplicate the spell" about={`A spell of its own, as “${spell.name}” is now.`} verb="Duplicate"
        name={freeName(`${spell.name} copy`, names)} onClose={close} onName={(name) => then(spells.duplicate(spell, name))} />}
      {asked === 'move' && <MoveDialog spell={spell} onClose={close} onMove={(to) => then(spells.move(spell.id, to))} />}
      {asked === 'delete' && <Confirm title={`Delete ${spell.name}?`} about="All its versions go with it. This cannot be undone." verb="Delete it"
        onYes={() => void remove().catch(complain)} onClose={close} />}
    </li>
  );
}

interface ItemProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

export function Item({ icon: Icon, name, keys, danger, onSelect }: ItemProps) {
  return (
    <DropdownMenu.Item className={danger ? 'menu-item danger' : 'menu-item'} onSelect={onSelect}>
      <Icon size={15} aria-hidden />{name}{keys !== undefined && <kbd>{keys}</kbd>}
    </DropdownMenu.Item>
  );
}
