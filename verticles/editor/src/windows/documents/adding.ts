import { documents } from '../../rest/documents';
import { complain, tell } from '../../stores/notices';
import type { DocumentsNewDocument } from '../../wire';
import { inParts, readFiles } from './files';

/** Keeps what the files say, and tells which of them it could not take. */
export async function addFiles(files: readonly File[], store: string | undefined): Promise<void> {
  const { documents: read, refused } = await readFiles(files, store);
  refused.forEach((why) => complain(new Error(why)));
  if (read.length > 0) {
    await add(read);
  }
}

export async function add(many: readonly DocumentsNewDocument[]): Promise<void> {
  for (const part of inParts(many)) {
    await documents.add(part);
  }
  tell(many.length === 1 ? 'The document is kept.' : `${many.length} documents are kept.`);
}
