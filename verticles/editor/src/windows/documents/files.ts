import type { DocumentsNewDocument } from '../../wire';

/** What the server takes of one document, in characters. */
export const LONGEST = 1_000_000;
const ENDING = /\.(txt|md|markdown)$/i;
/** The server takes so many documents, and so many characters, at once. */
const MOST_AT_ONCE = 500;
const MOST_CHARACTERS = 4_000_000;

export interface ReadFiles {
  readonly documents: readonly DocumentsNewDocument[];
  /** Of each file that was left out, why. */
  readonly refused: readonly string[];
}

/** Texts as documents under the names of their files; what is no text is left out, and said. */
export async function readFiles(files: readonly File[], store: string | undefined): Promise<ReadFiles> {
  const documents: DocumentsNewDocument[] = [];
  const refused: string[] = [];
  for (const file of files) {
    const read = await readFile(file);
    if ('why' in read) {
      refused.push(`${file.name} ${read.why}`);
    } else {
      documents.push({ title: file.name.replace(ENDING, ''), content: read.text, ...(store === undefined ? {} : { store }) });
    }
  }
  return { documents, refused };
}

async function readFile(file: File): Promise<{ text: string } | { why: string }> {
  if (!ENDING.test(file.name)) {
    return { why: 'is no .txt or .md file.' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    if (text.trim() === '') {
      return { why: 'is empty.' };
    }
    if (text.includes('\u0000')) {
      return { why: 'has a zero character, which cannot be kept.' };
    }
    return text.length > LONGEST ? { why: `has ${text.length} characters; a document has at most ${LONGEST}.` } : { text };
  } catch (error) {
    return { why: error instanceof TypeError ? 'is not in UTF-8.' : `could not be read: ${String(error)}.` };
  }
}

/** In parts that the server takes at once, in their order. */
export function inParts(documents: readonly DocumentsNewDocument[]): readonly (readonly DocumentsNewDocument[])[] {
  const parts: DocumentsNewDocument[][] = [];
  let characters = 0;
  for (const document of documents) {
    const last = parts.at(-1);
    characters += document.content.length;
    if (last && last.length < MOST_AT_ONCE && characters <= MOST_CHARACTERS) {
      last.push(document);
    } else {
      parts.push([document]);
      characters = document.content.length;
    }
  }
  return parts;
}
