import { useReactFlow } from '@xyflow/react';
import { useRef } from 'react';
import { size } from '../design/amounts';
import { sentence } from '../design/sentence';
import { messageAt } from '../run/messages';
import { faultIn } from '../run/plugins/overlay';
import { isReference, sizeOf } from '../run/reference';
import { isTrigger, socketAt, type NodeSocket } from '../spell/types';
import { useStage } from '../stores/stage';
import { Value } from '../windows/Value';
import { titleOf, type CanvasEdge, type CanvasNode } from './elements';
import { endsOf, passed, type Passed } from './passed';
import { usePlacePrefix } from './prefix';
import { useLook, type Looked } from './useLook';

/** How far from what is looked at, in px; and what a card takes at most. */
const APART = 12;
const WIDTH = 320;
const HEIGHT = 220;

/** A card beside the wire or the socket that is looked at. It says what passed there in the run that is shown, live or old. */
export function LookCard() {
  const card = useRef<HTMLElement>(null);
  const looked = useLook(card);
  const canvas = card.current?.closest('.canvas');
  const place = looked && canvas ? {
    left: Math.max(8, Math.min(looked.x + APART, canvas.clientWidth - WIDTH - 8)),
    ...(looked.y + APART + HEIGHT < canvas.clientHeight ? { top: looked.y + APART } : { bottom: canvas.clientHeight - looked.y + APART }),
  } : { display: 'none' };
  return (
    <aside ref={card} className="look-card" style={place} role="status" aria-label="What passed here">
      {looked?.kind === 'wire' && <WireLook key={looked.id} looked={looked} />}
      {looked?.kind === 'socket' && <SocketLook looked={looked} />}
    </aside>
  );
}

function WireLook({ looked: { id } }: { looked: Looked & { kind: 'wire' } }) {
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const prefix = usePlacePrefix();
  const wire = flow.getEdge(id);
  const runs = useStage((state) => state.nodes);
  const source = wire && flow.getNode(wire.source)?.data;
  const target = wire && flow.getNode(wire.target)?.data;
  if (!wire?.data || !source || !target) {
    return null;
  }
  const output = socketAt(source.sockets.outputs, wire.sourceHandle ?? '') ?? unknown(wire.data.edge.output, wire.data.isTrigger);
  const input = socketAt(target.sockets.inputs, wire.targetHandle ?? '');
  const what = passed(endsOf(wire.data, wire.sourceHandle), runs[prefix + wire.source], runs[prefix + wire.target]);
  return (
    <>
      <header>
        <strong>{output.name}</strong> <span className="muted">{typeWord(output)}</span>
        <p className="muted">{titleOf(source.node, source.type)} → {titleOf(target.node, target.type)}, {input?.name ?? wire.data.edge.input}</p>
      </header>
      <PassedValue of={what} output={output} />
    </>
  );
}

function SocketLook({ looked: { node, key, side } }: { looked: Looked & { kind: 'socket' } }) {
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const prefix = usePlacePrefix();
  const run = useStage((state) => state.nodes[prefix + node]);
  const data = flow.getNode(node)?.data;
  const socket = data && socketAt(data.sockets[side], key);
  if (!data || !socket) {
    return null;
  }
  const isNeeded = data.type?.[side].some((own) => own.key === key && own.required) ?? false;
  const isFault = side === 'inputs' && faultIn(run, data.sockets.inputs) === socket;
  const value = run && !isTrigger(socket) ? (side === 'outputs' ? run.outputs[key] : run.inputs()[key]) : undefined;
  return (
    <>
      <header>
        <strong>{socket.name}</strong> <span className="muted">{typeWord(socket)}{isNeeded ? ', needed' : ''}{socket.isAdded ? ', added here' : ''}</span>
        <p className="muted">{socket.help ?? helpOf(socket, side)}</p>
        {isFault && <p className="trouble">{sentence(messageAt(prefix + node, run?.error?.message ?? ''))}</p>}
      </header>
      {value !== undefined && <PassedValue of={{ times: run?.times ?? 0, value, isDraft: false }} output={socket} />}
    </>
  );
}

function PassedValue({ of: what, output }: { of: Passed | undefined; output: NodeSocket }) {
  if (!what) {
    return <p className="muted">Nothing has passed here in the run that is shown.</p>;
  }
  const { times, value, isDraft } = what;
  const count = times > 1 ? `×${times}, the last one` : times === 0 && !isDraft ? 'not taken yet' : isDraft ? 'still coming' : '';
  const bytes = value === undefined ? '' : size(isReference(value) ? value.bytes : sizeOf(value));
  return (
    <>
      <p className="numbers">{[isTrigger(output) ? 'fired' : '', count, bytes].filter((part) => part !== '').join(' · ')}</p>
      {value !== undefined && <Value value={value} />}
    </>
  );
}

const WORDS: { readonly [type: string]: string } = { triggerSocket: 'trigger', anySocket: 'anything', stringSocket: 'text', arraySocket: 'list', booleanSocket: 'true or false' };

function typeWord({ type }: NodeSocket): string {
  return WORDS[type] ?? type.replace(/Socket$/, '');
}

function helpOf(socket: NodeSocket, side: 'inputs' | 'outputs'): string {
  if (isTrigger(socket)) {
    return side === 'inputs' ? 'The node runs when a trigger arrives here.' : 'Goes off when the node has got this far; what it leads to runs next.';
  }
  return side === 'inputs' ? 'A value that the node reads when it runs.' : 'A value that the node gives when it has run.';
}

function unknown(key: string, triggers: boolean): NodeSocket {
  return { key, name: key, type: triggers ? 'triggerSocket' : 'anySocket', isAdded: false };
}
