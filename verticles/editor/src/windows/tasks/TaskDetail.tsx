import { ArrowLeft, Check, CircleSlash, RotateCw, Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { IconButton } from '../../design/IconButton';
import { ago, clock } from '../../design/duration';
import { tasks } from '../../rest/tasks';
import { complain } from '../../stores/notices';
import type { TasksStep, TasksTask } from '../../wire';
import { Confirm } from '../listing/Confirm';
import { Listing } from '../listing/Listing';
import { usePages } from '../listing/usePages';
import { Value } from '../Value';
import { TaskStanding } from './TaskStanding';

/** One task with every step that was made towards it. */
export function TaskDetail({ id, onBack }: { id: string; onBack: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const ask = useCallback(() => tasks.get(id), [id]);
  const read = usePages(ask);
  const task = read.pages[0];
  const end = (status: 'completed' | 'cancelled') => void tasks.end(id, status).then(read.again).catch(complain);
  return (
    <div className="side-window">
      <div className="window-tools">
        <button type="button" className="button plain small" onClick={onBack}><ArrowLeft size={14} aria-hidden />All tasks</button><span className="space" />
        {task?.status === 'active' && <>
          <IconButton icon={Check} label="It is reached" className="plain small" onClick={() => end('completed')} />
          <IconButton icon={CircleSlash} label="Give it up" className="plain small" onClick={() => end('cancelled')} />
        </>}
        <IconButton icon={RotateCw} label="Look again" className="plain small" onClick={read.again} />
        <IconButton icon={Trash2} label="Delete the task" className="plain small" onClick={() => setAsking(true)} />
      </div>
      <Listing of={read} isEmpty={task === undefined} empty={null}>{task && <Whole task={task} />}</Listing>
      {isAsking && <Confirm title="Delete this task?" about="With it go its steps. This cannot be undone." verb="Delete it"
        onYes={() => void tasks.delete(id).then(onBack).catch(complain)} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Whole({ task: { objective, status, created, updated, type, agentId, eventData, steps } }: { task: TasksTask }) {
  return (
    <div className="task-whole">
      <h2>{objective}</h2>
      <p className="task-facts"><TaskStanding of={status} /><span className="muted numbers">begun {ago(created)}, worked on {ago(updated)}</span></p>
      {(type !== undefined || agentId !== undefined) && <p className="muted">{[type, agentId === undefined ? undefined : `of agent ${agentId}`].filter(Boolean).join(', ')}</p>}
      {eventData !== undefined && eventData !== null && <Value value={eventData} label="What it began with" />}
      <h3>{steps.length === 1 ? '1 step' : `${steps.length} steps`}</h3>
      {steps.length === 0 && <p className="muted">Nothing was done towards it yet. A spell adds a step with Finish Task Step.</p>}
      <ol className="task-steps">{steps.map((step, at) => <Step key={at} step={step} />)}</ol>
    </div>
  );
}

const PARTS: readonly (readonly [keyof TasksStep, string])[] = [
  ['reasoning', 'Why'], ['skill', 'By'], ['result', 'Result'], ['success', 'Success'], ['reflection', 'Learned'],
];

function Step({ step }: { step: TasksStep }) {
  return (
    <li>
      <time className="muted numbers" dateTime={step.date}>{clock(step.date)}</time>
      <dl className="facts">
        {PARTS.filter(([part]) => step[part] !== undefined).map(([part, label]) => <div key={part}><dt>{label}</dt><dd>{step[part]}</dd></div>)}
      </dl>
    </li>
  );
}
