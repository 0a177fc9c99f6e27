import { query } from './query';
import { rest } from './rest';

export interface DocumentStore {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly documents: number;
}

/** A text to be found again; in lists without its content. */
export interface StoredDocument {
  readonly id: string;
  readonly store?: string;
  readonly title?: string;
  readonly content?: string;
  readonly type?: string;
  /** Whether a search finds it. */
  readonly included: boolean;
  readonly date: string;
  /** How many it was cut into, and how many of them are found by nearness. */
  readonly passages: number;
  readonly placed: number;
}

export interface NewDocument {
  readonly store?: string;
  readonly title?: string;
  readonly content: string;
}

export interface DocumentHit {
  readonly document: StoredDocument;
  readonly passage: string;
  /** 1 for the same direction to -1 for the opposite; absent where it was found by its words alone. */
  readonly nearness?: number;
}

export interface DocumentPage {
  readonly items: readonly StoredDocument[];
  readonly next?: string;
}

const one = (document: string) => `/api/documents/${encodeURIComponent(document)}`;

export const documents = {
  stores: () => rest<{ readonly items: readonly DocumentStore[] }>('GET', `/api/document-stores${query({ limit: 200 })}`),
  createStore: (name: string) => rest<DocumentStore>('POST', '/api/document-stores', { name }),
  deleteStore: (store: string) => rest<void>('DELETE', `/api/document-stores/${encodeURIComponent(store)}`),
  list: (store?: string, after?: string) => rest<DocumentPage>('GET', `/api/documents${query({ store, after, limit: 50 })}`),
  get: (document: string) => rest<StoredDocument>('GET', one(document)),
  /** All of them or none. */
  add: (many: readonly NewDocument[]) =>
    rest<{ readonly items: readonly StoredDocument[] }>('POST', '/api/documents/many', { documents: many }),
  change: (document: string, change: Partial<NewDocument> & { readonly included?: boolean }) =>
    rest<StoredDocument>('PUT', one(document), change),
  delete: (document: string) => rest<void>('DELETE', one(document)),
  search: (text: string, store?: string) => rest<{ readonly items: readonly DocumentHit[] }>('POST', '/api/documents/search',
    { text, count: 20, ...(store === undefined ? {} : { store }) }),
};
