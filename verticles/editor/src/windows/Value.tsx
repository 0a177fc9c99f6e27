import { CircleAlert, Copy, Download } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { size } from '../design/amounts';
import { IconButton } from '../design/IconButton';
import { shown, type Json } from '../json';
import { isReference, withPreviews } from '../run/reference';
import { api } from '../rest/api';
import { savedFile } from '../screens/files';
import { complain, tell } from '../stores/notices';
import { useStage } from '../stores/stage';

const TextView = lazy(() => import('../code/TextView'));

/** A longer text, in characters, is not put on the page as a whole. */
const LONG = 50_000;

interface Props {
  readonly value: Json;
  readonly label?: string;
  /** Whose value it is, where that is not the run on stage. */
  readonly run?: string;
  /** Whether it is what an error is about. */
  readonly isFault?: boolean;
}

/** A value as people read it, to be copied or kept; a large one shows its beginning until it is wanted whole. */
export function Value({ value, label, run, isFault = false }: Props) {
  const onStage = useStage((state) => state.run);
  const [whole, setWhole] = useState<Json | undefined>();
  const [isLoading, setLoading] = useState(false);
  const text = useMemo(() => shown(whole ?? withPreviews(value)), [value, whole]);
  const isPart = isReference(value) && whole === undefined;
  const load = async (): Promise<Json> => {
    const of = run ?? onStage;
    if (!isPart || of === undefined) {
      return whole ?? value;
    }
    setLoading(true);
    try {
      const loaded = (await api.value(of, value.$ref)).value;
      setWhole(loaded);
      return loaded;
    } finally {
      setLoading(false);
    }
  };
  const name = label ?? 'Value';
  return (
    <figure className={isFault ? 'value fault' : 'value'} aria-busy={isLoading}>
      {label !== undefined && <figcaption>{isFault && <CircleAlert size={13} role="img" aria-label="what went wrong is about this" />}{label}</figcaption>}
      {text.length > LONG
        ? <Suspense fallback={<p className="muted">One moment</p>}><TextView label={name} text={text} /></Suspense>
        : <pre tabIndex={0} aria-label={name}>{text}</pre>}
      <div className="value-tools">
        {isPart && (
          <button type="button" className="button small" disabled={isLoading} onClick={() => void load().catch(complain)}>Load all {size(value.bytes)}</button>
        )}
        {isReference(value) && (
          <IconButton icon={Download} label="Keep as a file" className="plain small" onClick={() => void load().then((all) => savedFile(fileName(name, all), all)).catch(complain)} />
        )}
        <IconButton icon={Copy} label="Copy" className="plain small" onClick={() => {
          void load().then((all) => navigator.clipboard.writeText(isPart ? shown(all) : text)).then(() => tell('Copied.')).catch(complain);
        }} />
      </div>
    </figure>
  );
}

function fileName(label: string, value: Json): string {
  return `${label.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.${typeof value === 'string' ? 'txt' : 'json'}`;
}
