import { useMemo } from 'react';
import '../windows.css';
import { titleOf } from '../../canvas/elements';
import { Status } from '../../design/Status';
import { sentence } from '../../design/sentence';
import { duration } from '../../design/duration';
import { messageAt } from '../../run/messages';
import { faultIn } from '../../run/plugins/overlay';
import type { Graph } from '../../spell/graph';
import { setData } from '../../spell/edit';
import { isEntry, RECEIVES, receivesPlaytest } from '../../spell/entries';
import { namesInto } from '../../spell/named';
import { isBeside, socketsOf } from '../../spell/types';
import { edit, useContent } from '../../stores/documents';
import { useDrawn } from '../../stores/inside';
import { useNodeTypes } from '../../stores/nodeTypes';
import { useSelection } from '../../stores/selection';
import { useStage } from '../../stores/stage';
import type { ControlInfo, NodeTypeInfo } from '../../wire';
import type { WindowProps } from '../registry';
import { Value } from '../Value';
import { NodeActions } from './NodeActions';
import { ControlField } from './ControlField';
import { WhenItFails } from './WhenItFails';
import { Wiring } from './Wiring';

/** The selected node: its controls, its wires, and what went in and came out in the run that is shown. */
export default function Inspector({ spell: root }: WindowProps) {
  const { spell, prefix } = useDrawn(root);
  const graph = useContent(spell)?.graph;
  const [id, ...others] = useSelection((state) => state.nodes);
  if (id === undefined || !graph?.nodes[id]) {
    return <div className="empty"><strong>No node is selected</strong>Select one to set what it does, and to see what went through it.</div>;
  }
  if (others.length > 0) {
    return <div className="empty"><strong>{others.length + 1} nodes are selected</strong>Ctrl+G puts a frame around them, Ctrl+D doubles them, Ctrl+C copies them as JSON.</div>;
  }
  return <Node key={prefix + id} root={root} spell={spell} id={id} place={prefix + id} graph={graph} />;
}

/** Whatever a node does, people may call it what they like. */
const NAME: ControlInfo = { key: 'name', label: 'Name', widget: 'line', choices: [] };

function controlsOf(type: NodeTypeInfo | undefined): readonly ControlInfo[] {
  const own = type?.controls ?? [];
  return type?.type === 'note' || own.some(({ key }) => key === 'name') ? own : [NAME, ...own];
}

interface NodeProps extends WindowProps {
  readonly root: string;
  readonly id: string;
  readonly place: string;
  readonly graph: Graph;
}

function Node({ root, spell, id, place, graph }: NodeProps) {
  const types = useNodeTypes((state) => state.types);
  const node = graph.nodes[id];
  const run = useStage((state) => state.nodes[place]);
  const type = node && types.of(node);
  const upstream = useMemo(() => node ? namesInto(graph, id, node, type) : [], [graph, id, node, type]);
  if (!node) {
    return null;
  }
  const inputs = run?.inputs() ?? {};
  const fault = faultIn(run, socketsOf(node, type).inputs);
  return (
    <div className="inspector">
      <header className="inspector-head">
        <h2>{titleOf(node, type)}</h2>
        <p className="muted">{type ? <>{type.title} · {type.help}</> : `This server does not know the type '${node.name}'. It is kept as it is, and fails if a run reaches it.`}</p>
        <NodeActions root={root} spell={spell} place={place} node={node} isSpell={type?.type === 'spell'} />
      </header>
      {controlsOf(type).map((control) => (
        <ControlField
          key={control.key} control={control} value={control.key === RECEIVES ? receivesPlaytest(node.data) : node.data[control.key]} completions={upstream}
          onChange={(value) => edit(spell, (before) => setData(before, id, { [control.key]: value }), `${id} ${control.key}`)}
        />
      ))}
      {!isBeside(type) && !isEntry(type) && <WhenItFails spell={spell} id={id} node={node} type={type} />}
      <Wiring spell={spell} id={id} graph={graph} fault={fault} />
      {run && (
        <section className="inspector-run" aria-label="In this run">
          <h3><Status of={run.instead ?? run.status} /> <span className="muted numbers">{run.status === 'done' && !run.instead ? duration(run.ms) : ''}{run.times > 1 ? ` in ${run.times} times, the last is shown` : ''}</span></h3>
          {run.error && <p className="trouble" role="alert">{sentence(messageAt(place, run.error.message))}</p>}
          {Object.entries(inputs).map(([key, value]) => <Value key={`in ${key}`} value={value} label={`in: ${key}`} isFault={key === fault?.key || key === fault?.name} />)}
          {Object.entries(run.texts).map(([key, text]) => <Value key={`so far ${key}`} value={text} label={`so far: ${key}`} />)}
          {Object.entries(run.outputs).map(([key, value]) => <Value key={`out ${key}`} value={value} label={`out: ${key}`} />)}
        </section>
      )}
    </div>
  );
}
