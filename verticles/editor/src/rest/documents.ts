import type {
  DocumentsDocument, DocumentsDocumentList, DocumentsDocumentPage, DocumentsEdit, DocumentsFound, DocumentsNewDocument, DocumentStoresStore,
  DocumentStoresStorePage,
} from '../wire';
import { query } from './query';
import { rest } from './rest';

/** What of a document is changed; the rest stays as it is. */
export type DocumentChange = Omit<DocumentsEdit, 'document'>;

const one = (document: string) => `/api/documents/${encodeURIComponent(document)}`;

/** Texts to be found again, and the stores they lie in. */
export const documents = {
  stores: (after?: string) => rest<DocumentStoresStorePage>('GET', `/api/document-stores${query({ after, limit: 200 })}`),
  createStore: (name: string) => rest<DocumentStoresStore>('POST', '/api/document-stores', { name }),
  deleteStore: (store: string) => rest<void>('DELETE', `/api/document-stores/${encodeURIComponent(store)}`),
  list: (store?: string, after?: string) => rest<DocumentsDocumentPage>('GET', `/api/documents${query({ store, after, limit: 50 })}`),
  get: (document: string) => rest<DocumentsDocument>('GET', one(document)),
  /** All of them or none. */
  add: (many: readonly DocumentsNewDocument[]) => rest<DocumentsDocumentList>('POST', '/api/documents/many', { documents: many }),
  change: (document: string, change: DocumentChange) => rest<DocumentsDocument>('PUT', one(document), change),
  delete: (document: string) => rest<void>('DELETE', one(document)),
  search: (text: string, store?: string) =>
    rest<DocumentsFound>('POST', '/api/documents/search', { text, count: 20, ...(store === undefined ? {} : { store }) }),
};
