import { Handle, Position, useUpdateNodeInternals, type NodeProps } from '@xyflow/react';
import { memo, useContext, useEffect, useRef, useState } from 'react';
import { Status } from '../design/Status';
import { duration } from '../design/duration';
import { sentence } from '../design/sentence';
import { shownInLine } from '../json';
import { faultIn, type NodeRun } from '../run/plugins/overlay';
import { messageAt } from '../run/messages';
import { isReference, previewOf } from '../run/reference';
import { isDisabled } from '../spell/graph';
import { isTrigger, type NodeSocket, type NodeSockets } from '../spell/types';
import { stepInto } from '../stores/inside';
import { complain } from '../stores/notices';
import { useStage } from '../stores/stage';
import { usePins } from '../stores/pins';
import { CircleAlert, History } from 'lucide-react';
import { useCloseness } from './closeness';
import { Drawn } from './prefix';
import { summaryOf, titleOf, type CanvasNode } from './elements';
import { colourOf, hueOf, iconOf } from './looks';

/** A node on the canvas, with how it stands in the run that is shown. */
export const SpellNode = memo(function SpellNode({ id, data, selected }: NodeProps<CanvasNode>) {
  const { root, prefix } = useContext(Drawn);
  const place = prefix + id;
  const run = useStage((state) => state.nodes[place]);
  const isPinned = usePins((state) => state.pins[root]?.[place] !== undefined);
  const closeness = useCloseness();
  useEndsOfWires(id, data.sockets);
  const { node, type, sockets } = data;
  const Icon = iconOf(type?.group);
  const title = titleOf(node, type);
  const isOff = isDisabled(node);
  return (
    <div
      onDoubleClick={() => type?.type === 'spell' && void stepInto(root, node).catch(complain)}
      className={`node ${run?.status ?? 'idle'} ${isOff ? 'disabled' : ''} ${selected ? 'selected' : ''} ${closeness === 'near' ? '' : 'far'} ${closeness === 'tiny' ? 'tiny' : ''}`}
      style={{ '--hue': hueOf(type?.group) } as React.CSSProperties}
      data-node={id}
    >
      <header className="node-head">
        <Icon size={15} aria-hidden />
        <span className="node-title">
          <strong>{title}</strong>
          {type && title !== type.title && <span className="node-type">{type.title}</span>}
          {!type && <span className="node-type">unknown type</span>}
        </span>
        {isPinned && <History size={13} className="node-pin" aria-label="pinned" />}
        {closeness !== 'tiny' && (run ? <NodeStanding run={run} /> : isOff && <Status of="disabled" />)}
      </header>
      {closeness === 'tiny' ? <div style={{ height: heightOf(sockets) }} /> : (
        <div className="node-sockets">
          <Sockets side="in" sockets={sockets.inputs} fault={faultIn(run, sockets.inputs)} />
          <Sockets side="out" sockets={sockets.outputs} />
        </div>
      )}
      {closeness === 'near' && <Body run={run} summary={summaryOf(node, type)} />}
      <Flash run={closeness === 'near' ? run : undefined} />
    </div>
  );
});

/** Wires end where sockets are; that one of them moved within a node as large as before, the drawing has to be told. */
function useEndsOfWires(id: string, { inputs, outputs }: NodeSockets): void {
  const update = useUpdateNodeInternals();
  const order = JSON.stringify([inputs, outputs].map((sockets) => sockets.map(({ key }) => key)));
  const before = useRef(order);
  useEffect(() => {
    if (before.current !== order) {
      before.current = order;
      update(id);
    }
  }, [id, order, update]);
}

function NodeStanding({ run }: { run: NodeRun }) {
  return (
    <span className="node-standing numbers">
      {run.times > 1 && <span className="node-times">×{run.times}</span>}
      {run.status === 'done' && !run.instead && <span className="node-ms">{duration(run.ms)}</span>}
      <Status of={run.instead ?? run.status} wordless={run.status === 'done' && !run.instead} />
    </span>
  );
}

/** As high as they are when they are there: each of them listens to every move of the canvas, and nobody can see it here. */
function heightOf({ inputs, outputs }: NodeSockets): number {
  return Math.max(inputs.length, outputs.length) * 22 + 10;
}

/** @param fault the one that is to blame for what went wrong */
function Sockets({ side, sockets, fault }: { side: 'in' | 'out'; sockets: readonly NodeSocket[]; fault?: NodeSocket | undefined }) {
  return (
    <div className={`sockets ${side}`}>
      {sockets.map((socket) => (
        <div className={socket === fault ? 'socket fault' : 'socket'} key={socket.key}>
          <Handle
            id={socket.key} type={side === 'in' ? 'target' : 'source'}
            position={side === 'in' ? Position.Left : Position.Right}
            className={isTrigger(socket) ? 'trigger' : 'data'}
            style={{ '--wire': colourOf(socket.type) } as React.CSSProperties}
          />
          {socket === fault && <CircleAlert size={12} role="img" aria-label="what went wrong is about this input" />}
          <span className="socket-name">{socket.name}</span>
        </div>
      ))}
    </div>
  );
}

/** A node that ends lights up for a second: many are done before anybody sees them run. Not one that merely comes into view. */
function Flash({ run }: { run: NodeRun | undefined }) {
  const [first] = useState(run?.seq);
  const hasEnded = run !== undefined && run.seq !== first && (run.status === 'done' || run.status === 'failed');
  return hasEnded ? <span key={run.seq} className={`node-flash ${run.status}`} aria-hidden /> : null;
}

/** What the node will do; while it runs and after, what comes out. */
function Body({ run, summary }: { run: NodeRun | undefined; summary: string }) {
  const [tone, text] = said(run, summary);
  return text === '' ? null : <div className={`node-body ${tone}`}><p>{text}</p></div>;
}

function said(run: NodeRun | undefined, summary: string): readonly [string, string] {
  if (run?.status === 'failed' && run.error) {
    return ['failed', sentence(messageAt(run.error.node ?? '', run.error.message))];
  }
  if (run?.waiting) {
    return ['waiting', run.waiting.reason === 'person' ? 'waits for an answer' : `waits until ${run.waiting.until ?? 'later'}`];
  }
  const text = Object.values(run?.texts ?? {}).at(-1);
  if (text !== undefined) {
    return ['out streaming', tail(text)];
  }
  const output = Object.values(run?.outputs ?? {})[0];
  return run?.status === 'done' && output !== undefined
    ? ['out', isReference(output) ? previewOf(output, SHOWN) : head(shownInLine(output))]
    : ['plan', head(summary)];
}

/** No more than three lines show; a value may be large. */
const SHOWN = 180;

function head(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** Of a text that grows, the end is what is new. */
function tail(text: string): string {
  return text.length > SHOWN ? `…${text.slice(-SHOWN + 60)}` : text;
}
