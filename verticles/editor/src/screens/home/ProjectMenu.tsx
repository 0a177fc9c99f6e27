import { Download, Ellipsis, FolderPlus, PencilLine, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { projects as rest } from '../../rest/spells';
import { complain } from '../../stores/notices';
import { createProject, deleteProject, openProject, renameProject } from '../../stores/projects';
import { keepFocus } from '../../design/focus';
import type { SpellsProject } from '../../wire';
import { Confirm } from '../../windows/listing/Confirm';
import { savedFile } from '../files';
import { NameDialog } from './NameDialog';
import { Item } from './SpellCard';
import { useMenuDialog } from './useMenuDialog';

interface Props {
  /** The one that is shown; absent where all of several are. */
  readonly project: SpellsProject | undefined;
  /** The last one stays. */
  readonly isOnly: boolean;
}

type Asked = 'new' | 'rename' | 'delete';

/** What is done with a project, and with all of them. */
export function ProjectMenu({ project, isOnly }: Props) {
  const { asked, ask, askAfter, onMenuClosed } = useMenuDialog<Asked>();
  const close = () => ask(undefined);
  const save = async ({ id, name }: SpellsProject) => savedFile(`${name}.project.json`, await rest.export(id));
  const remove = (gone: SpellsProject) => deleteProject(gone).then(() => keepFocus()).catch(complain);
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className="button plain icon" aria-label={project ? `More for the project ${project.name}` : 'More for your spells'}><Ellipsis size={16} aria-hidden /></DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="start" sideOffset={4} onCloseAutoFocus={onMenuClosed}>
            <Item icon={FolderPlus} name="New project" onSelect={() => askAfter('new')} />
            {project && <Item icon={PencilLine} name="Rename the project" onSelect={() => askAfter('rename')} />}
            {project && <Item icon={Download} name="Export as a file" onSelect={() => void save(project).catch(complain)} />}
            {project && !isOnly && <><div className="menu-line" /><Item icon={Trash2} name="Delete the project" danger onSelect={() => askAfter('delete')} /></>}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {asked === 'new' && <NewProject onClose={close} />}
      {asked === 'rename' && project && <NameDialog title="Rename the project" name={project.name} verb="Rename" onClose={close} onName={(name) => renameProject(project.id, name)} />}
      {asked === 'delete' && project && <Confirm title={`Delete the project ${project.name}?`} about="Only a project without spells can be deleted." verb="Delete it"
        onYes={() => void remove(project)} onClose={close} />}
    </>
  );
}

/** Asks for the name of a project, makes and opens it. */
export function NewProject({ onClose }: { onClose: () => void }) {
  const make = async (name: string) => openProject((await createProject(name)).id);
  return <NameDialog title="New project" about="Spells call each other by name within a project." name="" verb="Make it" onName={make} onClose={onClose} />;
}
