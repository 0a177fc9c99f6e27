import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../design/IconButton';
import { isObject, type Json, type JsonObject } from '../../json';

const TYPES = ['any', 'string', 'number', 'boolean', 'array', 'object', 'trigger'];

interface Props {
  readonly label: string;
  readonly help: string | undefined;
  readonly side: 'input' | 'output';
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
}

/** Sockets that a node has beyond those of its type. */
export function SocketList({ label, help, side, value, onChange }: Props) {
  const sockets = (Array.isArray(value) ? value as Json[] : []).filter(isObject);
  const [name, setName] = useState('');
  const [type, setType] = useState('any');
  const isTaken = sockets.some((socket) => nameOf(socket) === name.trim());
  const add = () => {
    if (name.trim() !== '' && !isTaken) {
      onChange([...sockets, {
        name: name.trim(), socketKey: name.trim(), socketType: `${type}Socket`, taskType: type === 'trigger' ? 'option' : 'output', connectionType: side,
      }]);
      setName('');
    }
  };
  return (
    <fieldset className="socket-list control">
      <legend className="field-label">{label}</legend>
      {help !== undefined && <small className="field-help">{help}</small>}
      {sockets.map((socket, at) => (
        <div key={`${nameOf(socket)} ${at}`} className="socket-line">
          <span>{nameOf(socket)}</span><span className="muted">{String(socket['socketType'] ?? 'any').replace(/Socket$/, '')}</span>
          <IconButton icon={Trash2} label={`Take ${nameOf(socket)} away`} className="plain small" onClick={() => onChange(sockets.filter((other) => other !== socket))} />
        </div>
      ))}
      <div className="socket-line">
        <input className="input" value={name} placeholder={`New ${side}`} aria-label={`Name of the new ${side}`} onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()} aria-invalid={isTaken} />
        <select className="input" value={type} aria-label={`Type of the new ${side}`} onChange={(event) => setType(event.target.value)}>
          {TYPES.map((one) => <option key={one}>{one}</option>)}
        </select>
        <IconButton icon={Plus} label={`Add the ${side}`} className="plain small" onClick={add} />
      </div>
      {isTaken && <span className="trouble">There is a socket of this name.</span>}
    </fieldset>
  );
}

function nameOf(socket: JsonObject): string {
  return String(socket['name'] ?? socket['socketKey'] ?? '');
}
