import { Folder, Plus } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../design/IconButton';
import { openProject } from '../../stores/projects';
import type { SpellsProject } from '../../wire';
import { NewProject } from './ProjectMenu';

interface Props {
  readonly projects: readonly SpellsProject[];
  readonly shown: SpellsProject | undefined;
}

/** Which spells are shown: those of one project, or all. */
export function ProjectBar({ projects, shown }: Props) {
  const [isNew, setNew] = useState(false);
  return (
    <nav className="projects" aria-label="Projects">
      <Chip name="All spells" isOpen={shown === undefined} onOpen={() => openProject(undefined)} />
      {projects.map(({ id, name }) => <Chip key={id} name={name} isProject isOpen={id === shown?.id} onOpen={() => openProject(id)} />)}
      <IconButton icon={Plus} label="New project" className="plain small" onClick={() => setNew(true)} />
      {isNew && <NewProject onClose={() => setNew(false)} />}
    </nav>
  );
}

function Chip({ name, isOpen, isProject, onOpen }: { name: string; isOpen: boolean; isProject?: boolean; onOpen: () => void }) {
  return (
    <button type="button" className="chip" aria-current={isOpen ? 'true' : undefined} onClick={onOpen}>
      {isProject && <Folder size={14} aria-hidden />}<span title={name}>{name}</span>
    </button>
  );
}
