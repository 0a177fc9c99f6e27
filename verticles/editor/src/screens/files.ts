import type { Json } from '../json';

/** Files of JSON that the person picks. Only where they have just pressed something. */
export function pickedFiles(take: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.multiple = true;
  input.addEventListener('change', () => take([...input.files ?? []]));
  input.click();
}

/** Hands the person a file; a text as it is, the rest as JSON. */
export function savedFile(name: string, content: Json): void {
  const [text, type] = typeof content === 'string' ? [content, 'text/plain'] : [JSON.stringify(content, null, 2), 'application/json'];
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
