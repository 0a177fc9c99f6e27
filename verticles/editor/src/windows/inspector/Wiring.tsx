import { Cable, CircleAlert, Unplug } from 'lucide-react';
import { useMemo, useState } from 'react';
import { titleOf } from '../../canvas/elements';
import { IconButton } from '../../design/IconButton';
import { disconnect } from '../../spell/edit';
import { edgesOf, type Edge, type Graph } from '../../spell/graph';
import { fits, socketAt, socketsOf, type NodeSocket } from '../../spell/types';
import { wire } from '../../screens/commands';
import { edit } from '../../stores/documents';
import { useNodeTypes } from '../../stores/nodeTypes';

/** The node's wires as a list, to be drawn and cut without a mouse. */
export function Wiring({ spell, id, graph, fault }: { spell: string; id: string; graph: Graph; fault: NodeSocket | undefined }) {
  const types = useNodeTypes((state) => state.types);
  const edges = useMemo(() => edgesOf(graph).filter((edge) => edge.from === id || edge.to === id), [graph, id]);
  const [output, setOutput] = useState('');
  const [target, setTarget] = useState('');
  const node = graph.nodes[id];
  const outputs = node ? socketsOf(node, types.of(node)).outputs : [];
  const chosen = socketAt(outputs, output);
  const targets = chosen ? Object.entries(graph.nodes).flatMap(([other, to]) =>
    socketsOf(to, types.of(to)).inputs.filter((input) => fits(chosen, input) && (other !== id || chosen.type === 'triggerSocket'))
      .map((input) => ({ key: JSON.stringify([other, input.key]), label: `${name(other)}: ${input.name}` }))) : [];
  function name(other: string): string {
    const to = graph.nodes[other];
    return to ? titleOf(to, types.of(to)) : other;
  }
  const isFault = (edge: Edge) => fault !== undefined && edge.to === id && (edge.input === fault.key || edge.input === fault.name);
  const draw = () => {
    const [to, input] = JSON.parse(target) as [string, string];
    wire(spell, id, output, to, input);
    setTarget('');
  };
  return (
    <details className="wiring control">
      <summary className="field-label">Wires ({edges.length})</summary>
      <ul>
        {edges.map((edge) => (
          <li key={edge.id} className={isFault(edge) ? 'socket-line fault' : 'socket-line'}>
            <span>{isFault(edge) && <CircleAlert size={13} role="img" aria-label="what went wrong is about this input" />}{edge.from === id ? `${edge.output} → ${name(edge.to)}: ${edge.input}` : `${name(edge.from)}: ${edge.output} → ${edge.input}`}</span>
            <IconButton icon={Unplug} label="Cut this wire" className="plain small" onClick={() => edit(spell, (before) => disconnect(before, [edge]))} />
          </li>
        ))}
      </ul>
      <Sockets of={node && [...socketsOf(node, types.of(node)).inputs, ...outputs]} />
      {outputs.length > 0 && (
        <div className="connect">
          <select className="input" aria-label="Output to connect" value={output} onChange={(event) => { setOutput(event.target.value); setTarget(''); }}>
            <option value="">Connect an output</option>
            {outputs.map((socket) => <option key={socket.key} value={socket.key}>{socket.name}</option>)}
          </select>
          <select className="input" aria-label="Input to connect it to" value={target} disabled={!chosen} onChange={(event) => setTarget(event.target.value)}>
            <option value="">To an input</option>
            {targets.map(({ key, label }) => <option key={key} value={key}>{label}</option>)}
          </select>
          <IconButton icon={Cable} label="Connect" className="plain small" disabled={target === ''} onClick={draw} />
        </div>
      )}
    </details>
  );
}

/** What the node's sockets are for, to be read without a mouse. */
function Sockets({ of: sockets = [] }: { of: readonly NodeSocket[] | undefined }) {
  const told = sockets.filter(({ help }) => help !== undefined);
  return told.length === 0 ? null : (
    <dl className="socket-help">
      {told.map(({ key, name, help }, at) => <div key={`${at} ${key}`}><dt>{name}</dt><dd className="field-help">{help}</dd></div>)}
    </dl>
  );
}
