import { Plus, RotateCw } from 'lucide-react';
import { useCallback, useState, type FormEvent } from 'react';
import '../windows.css';
import './tasks.css';
import { IconButton } from '../../design/IconButton';
import { ago } from '../../design/duration';
import { tasks } from '../../rest/tasks';
import { addInView } from '../../screens/commands';
import { complain } from '../../stores/notices';
import type { TasksStatus } from '../../wire';
import { Listing } from '../listing/Listing';
import { usePages } from '../listing/usePages';
import type { WindowProps } from '../registry';
import { TaskDetail } from './TaskDetail';
import { TaskStanding } from './TaskStanding';

const CHOICES: readonly (readonly [TasksStatus | undefined, string])[] = [
  [undefined, 'All'], ['active', 'Active'], ['completed', 'Completed'], ['cancelled', 'Cancelled'],
];

/** What agents are to reach, and how far they are. */
export default function Tasks({ spell }: WindowProps) {
  const [open, setOpen] = useState<string | undefined>();
  return open === undefined ? <List spell={spell} onOpen={setOpen} /> : <TaskDetail id={open} onBack={() => setOpen(undefined)} />;
}

function List({ spell, onOpen }: WindowProps & { onOpen: (task: string) => void }) {
  const [status, setStatus] = useState<TasksStatus | undefined>();
  const ask = useCallback((after?: string) => tasks.list(status, after), [status]);
  const listed = usePages(ask);
  const items = listed.pages.flatMap((page) => page.items);
  return (
    <div className="side-window">
      <div className="window-tools" role="toolbar" aria-label="Choose tasks">
        {CHOICES.map(([value, label]) => <button key={label} type="button" className="button plain small" aria-pressed={status === value} onClick={() => setStatus(value)}>{label}</button>)}
        <span className="space" />
        <IconButton icon={RotateCw} label="Look again" className="plain small" onClick={listed.again} />
      </div>
      <NewTask onBegun={onOpen} />
      <Listing of={listed} service="agent" isEmpty={items.length === 0} empty={<Nothing spell={spell} status={status} />}>
        <ul className="task-list">
          {items.map((task) => (
            <li key={task.id}>
              <button type="button" className="task-item" onClick={() => onOpen(task.id)}>
                <span className="task-objective">{task.objective}</span>
                <TaskStanding of={task.status} /><span className="muted numbers">{ago(task.updated)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Listing>
    </div>
  );
}

function NewTask({ onBegun }: { onBegun: (task: string) => void }) {
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    tasks.begin(String(new FormData(event.currentTarget).get('objective'))).then(({ id }) => onBegun(id)).catch(complain);
  };
  return (
    <form className="window-tools task-new" onSubmit={begin}>
      <input className="input" name="objective" aria-label="What is to be reached" placeholder="What is to be reached?" required maxLength={10_000} autoComplete="off" />
      <button type="submit" className="button small">Begin a task</button>
    </form>
  );
}

function Nothing({ spell, status }: WindowProps & { status: TasksStatus | undefined }) {
  return status !== undefined ? <><strong>No {status} tasks</strong>Those that stand otherwise are under All.</> : (
    <>
      <strong>No tasks yet</strong>
      A task is what an agent is to reach; each step it makes towards it is kept. Begin one above, or from a spell.
      <button type="button" className="button small" onClick={() => addInView(spell, 'create-task')}><Plus size={14} aria-hidden />Add Create Task to the spell</button>
    </>
  );
}
