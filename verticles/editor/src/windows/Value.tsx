import { Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../design/IconButton';
import { isObject, shown, type Json } from '../json';
import { isReference, type Reference } from '../run/replay';
import { api } from '../rest/api';
import { complain, tell } from '../stores/notices';
import { useStage } from '../stores/stage';

/** A value as people read it, to be copied; a large one shows its beginning until it is wanted whole. */
export function Value({ value, label }: { value: Json; label?: string }) {
  const [whole, setWhole] = useState<Json | undefined>();
  const text = whole !== undefined ? shown(whole) : isReference(value) ? value.preview : shown(withPreviews(value));
  return (
    <figure className="value">
      {label !== undefined && <figcaption>{label}</figcaption>}
      <pre tabIndex={0} aria-label={label ?? 'Value'}>{text}</pre>
      <div className="value-tools">
        {isReference(value) && whole === undefined && <LoadWhole reference={value} onLoaded={setWhole} />}
        <IconButton icon={Copy} label="Copy" className="plain small" onClick={() => void navigator.clipboard.writeText(text).then(() => tell('Copied.')).catch(complain)} />
      </div>
    </figure>
  );
}

function LoadWhole({ reference, onLoaded }: { reference: Reference; onLoaded: (value: Json) => void }) {
  const run = useStage((state) => state.run);
  return (
    <button type="button" className="button small" onClick={() => {
      if (run !== undefined) {
        api.value(run, reference.$ref).then(({ value }) => onLoaded(value)).catch(complain);
      }
    }}>
      Load all {size(reference.bytes)}
    </button>
  );
}

export function size(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What a value takes as JSON, in bytes of UTF-8. */
export function sizeOf(value: Json): number {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)).length;
}

/** Large values inside of others, by their beginnings. */
function withPreviews(value: Json): Json {
  if (isReference(value)) {
    return `${value.preview}… (${size(value.bytes)})`;
  }
  if (Array.isArray(value)) {
    return (value as Json[]).map(withPreviews);
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inner === undefined ? null : withPreviews(inner)]))
    : value;
}
