import { useState } from 'react';
import { setData } from '../../spell/edit';
import { caught, catchesItself, isCaught } from '../../spell/failing';
import type { StoredNode } from '../../spell/graph';
import { edit } from '../../stores/documents';
import type { ControlInfo, NodeTypeInfo } from '../../wire';
import { ControlField } from './ControlField';

/** As the engine reads them of every node. */
const CONTROLS: readonly ControlInfo[] = [
  { key: 'timeout', label: 'Give up after, in seconds', widget: 'number', choices: [], min: 0, max: 3600, help: 'Empty for as long as is usual on this server.' },
  { key: 'retries', label: 'Tries after the first', widget: 'number', choices: [], min: 0, max: 10, help: 'Nothing is repeated that could do harm twice. Of a loop or a spell, this holds for each node in it.' },
  { key: 'backoff', label: 'Wait before the next try, in seconds', widget: 'number', choices: [], min: 0, max: 3600, help: '1 if empty; twice as long before each further one.' },
];
const CATCH: ControlInfo = {
  key: 'error', label: 'Go on at an output of its own', widget: 'toggle', choices: [], help: 'When the node fails, “error” goes off and “message” says why. Wired, the run goes on there; otherwise it fails.',
};

interface Props {
  readonly spell: string;
  readonly id: string;
  readonly node: StoredNode;
  readonly type: NodeTypeInfo | undefined;
}

/** What every node can be told: how long it may take, how often it is tried, and where to go on without it. */
export function WhenItFails({ spell, id, node, type }: Props) {
  const isSet = isCaught(node) || CONTROLS.some(({ key }) => node.data[key] !== undefined);
  const [isOpen, setOpen] = useState(isSet);
  return (
    <details className="inspector-more" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>When it fails</summary>
      {CONTROLS.map((control) => (
        <ControlField key={control.key} control={control} value={node.data[control.key]} completions={[]}
          onChange={(value) => edit(spell, (graph) => setData(graph, id, { [control.key]: value }), `${id} ${control.key}`)} />
      ))}
      {!catchesItself(type) && (
        <ControlField control={CATCH} value={isCaught(node)} completions={[]} onChange={(isOn) => edit(spell, (graph) => caught(graph, id, isOn === true))} />
      )}
    </details>
  );
}
