import { Folder, FolderPlus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../../design/Dialog';
import { complain } from '../../stores/notices';
import { createProject, useProjects } from '../../stores/projects';
import type { SpellsSpellHead } from '../../wire';

interface Props {
  readonly spell: SpellsSpellHead;
  readonly onMove: (project: string) => Promise<void>;
  readonly onClose: () => void;
}

/** The projects a spell can go to, and a new one. */
export function MoveDialog({ spell, onMove, onClose }: Props) {
  const others = useProjects((state) => state.projects)?.filter(({ id }) => id !== spell.project) ?? [];
  const [name, setName] = useState('');
  const [isMoving, setMoving] = useState(false);
  const move = (project: () => Promise<string>) => {
    setMoving(true);
    project().then(onMove).then(onClose).catch((error: unknown) => {
      complain(error);
      setMoving(false);
    });
  };
  const make = (event: FormEvent) => {
    event.preventDefault();
    move(async () => (await createProject(name.trim())).id);
  };
  return (
    <Dialog title={`Move “${spell.name}”`} about="Spells that call it by its name find it only within their own project." onClose={onClose}>
      {others.length > 0 && (
        <ul className="move-places">
          {others.map((project) => (
            <li key={project.id}>
              <button type="button" className="button" disabled={isMoving} onClick={() => move(() => Promise.resolve(project.id))}><Folder size={15} aria-hidden />{project.name}</button>
            </li>
          ))}
        </ul>
      )}
      <form className="move-new" onSubmit={make}>
        <input className="input" aria-label="Name of a new project" placeholder="A new project" maxLength={200} required value={name} autoComplete="off" onChange={({ target }) => setName(target.value)} />
        <button type="submit" className="button" disabled={isMoving || name.trim() === ''}><FolderPlus size={15} aria-hidden />Make it and move</button>
      </form>
    </Dialog>
  );
}
