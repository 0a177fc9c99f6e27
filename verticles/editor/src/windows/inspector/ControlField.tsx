import { Maximize2 } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { IconButton } from '../../design/IconButton';
import type { Json } from '../../json';
import { write } from '../../stores/writing';
import type { ControlInfo } from '../../wire';
import { SocketList } from './SocketList';

const CodeField = lazy(() => import('../../code/CodeField'));

interface Props {
  readonly control: ControlInfo;
  readonly value: Json | undefined;
  /** Names that templates and code may use. */
  readonly completions: readonly string[];
  readonly onChange: (value: Json | undefined) => void;
}

/** The field for one control, as its kind says. */
export function ControlField(props: Props) {
  const { control, value, onChange } = props;
  const id = control.key === 'name' ? 'control-name' : `control-${useId()}`;
  if (control.widget === 'sockets') {
    return <SocketList label={control.label} help={control.help} side={control.key === 'outputs' ? 'output' : 'input'} value={value} onChange={onChange} />;
  }
  const help = control.help === undefined ? undefined : `${id}-help`;
  if (control.widget === 'toggle') {
    return (
      <div className="control">
        <label className="check" htmlFor={id}>
          <input id={id} type="checkbox" checked={(value ?? control.defaultValue) === true} aria-describedby={help} onChange={(event) => onChange(event.target.checked)} />{control.label}
        </label>
        <Help of={control} id={id} />
      </div>
    );
  }
  return (
    <div className="field control">
      <div className="field-head">
        <label htmlFor={id}>{control.label}</label>
        {control.widget === 'code' && <IconButton icon={Maximize2} label={`Write ${control.label} with more room`} className="plain small" onClick={() => write(control.key)} />}
      </div>
      <Widget {...props} id={id} help={help} />
      <Help of={control} id={id} />
    </div>
  );
}

/** What the control is for, where its label does not say it all. */
function Help({ of: { help }, id }: { of: ControlInfo; id: string }) {
  return help === undefined ? null : <small id={`${id}-help`} className="field-help">{help}</small>;
}

/** @param help id of what says what it is for */
function Widget({ control, value, completions, onChange, id, help }: Props & { id: string; help: string | undefined }) {
  switch (control.widget) {
    case 'number':
      return <NumberField id={id} help={help} control={control} value={value} onChange={onChange} />;
    case 'choice':
      return (
        <select id={id} className="input" aria-describedby={help} value={String(value ?? control.defaultValue ?? '')} onChange={(event) => onChange(event.target.value)}>
          {control.choices.map((choice) => <option key={choice} value={choice}>{choice || '(none)'}</option>)}
        </select>
      );
    case 'code':
      return (
        <Suspense fallback={<textarea id={id} className="input mono" rows={6} defaultValue={text(value ?? control.defaultValue)} />}>
          <CodeField id={id} label={control.label} language={control.language ?? 'text'} value={text(value ?? control.defaultValue)} completions={completions} onChange={onChange} />
        </Suspense>
      );
    case 'json':
      return <JsonField id={id} label={control.label} value={value ?? control.defaultValue} onChange={onChange} />;
    default:
      return <TextField id={id} help={help} isLine={control.widget === 'line'} text={text(value ?? control.defaultValue)} onChange={onChange} />;
  }
}

/** What has several lines when it is first seen keeps them; a field of one line would lose them. */
function TextField({ id, help, isLine, text: shown, onChange }: { id: string; help: string | undefined; isLine: boolean; text: string; onChange: (value: string) => void }) {
  const [hasLines] = useState(!isLine || shown.includes('\n'));
  return hasLines
    ? <textarea id={id} className="input" aria-describedby={help} rows={rowsFor(shown)} value={shown} onChange={(event) => onChange(event.target.value)} />
    : <input id={id} className="input" aria-describedby={help} value={shown} onChange={(event) => onChange(event.target.value)} />;
}

/** What is no number, or out of range, is told at once and not saved; nothing at all is what it is by default. */
function NumberField({ id, help, control, value, onChange }: Pick<Props, 'control' | 'value' | 'onChange'> & { id: string; help: string | undefined }) {
  const [typed, setTyped] = useState<string | undefined>();
  const shown = typed ?? text(value ?? control.defaultValue);
  const mistake = mistakeIn(shown, control);
  return (
    <>
      <input
        id={id} className="input numbers" inputMode="decimal" value={shown} aria-invalid={mistake !== undefined} aria-describedby={help === undefined ? `${id}-mistake` : `${id}-mistake ${help}`}
        onChange={(event) => {
          setTyped(event.target.value);
          if (mistakeIn(event.target.value, control) === undefined) {
            onChange(event.target.value.trim() === '' ? undefined : Number(event.target.value));
          }
        }}
        onBlur={() => mistake === undefined && setTyped(undefined)}
      />
      <span id={`${id}-mistake`} className="trouble">{mistake}</span>
    </>
  );
}

export function mistakeIn(typed: string, { min, max }: Pick<ControlInfo, 'min' | 'max'>): string | undefined {
  const number = Number(typed);
  if (typed.trim() === '') {
    return undefined;
  }
  if (!Number.isFinite(number)) {
    return `'${typed}' is not a number.`;
  }
  if ((min !== undefined && number < min) || (max !== undefined && number > max)) {
    return min !== undefined && max !== undefined ? `It must be ${min} to ${max}.` : min !== undefined ? `It must be at least ${min}.` : `It must be at most ${max}.`;
  }
  return undefined;
}

function JsonField({ id, label, value, onChange }: { id: string; label: string; value: Json | undefined; onChange: (value: Json | undefined) => void }) {
  const [mistake, setMistake] = useState<string | undefined>();
  return (
    <>
      <Suspense fallback={null}>
        <CodeField
          id={id} label={label} language="json" value={value === undefined ? '' : typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value, null, 2)} completions={[]}
          onChange={(typed) => {
            try {
              onChange(typed.trim() === '' ? undefined : JSON.parse(typed) as Json);
              setMistake(undefined);
            } catch {
              setMistake('This is not JSON yet; texts stand in double quotes.');
            }
          }}
        />
      </Suspense>
      <span className="trouble">{mistake}</span>
    </>
  );
}

function text(value: Json | undefined): string {
  return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

function rowsFor(value: string): number {
  return Math.min(10, Math.max(1, value.split('\n').length, Math.ceil(value.length / 46)));
}
