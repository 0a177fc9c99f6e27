import { create } from 'zustand';
import type { Json } from '../json';
import * as history from '../spell/history';
import { readGraph, type Graph } from '../spell/graph';
import { diff, type Operation } from '../spell/patch';
import type { SpellsSpell } from '../wire';

/** What of a spell is edited and saved. */
export interface Content {
  readonly name: string;
  readonly graph: Graph;
}

export type Saving = 'saved' | 'dirty' | 'saving' | 'offline' | 'conflict' | 'refused';

/** A spell that is open in a tab of the editor. */
export interface Document {
  readonly spell: string;
  readonly project: string;
  /** The newest version this page knows to be saved. */
  readonly version: number;
  readonly published: number | undefined;
  readonly saved: Content;
  readonly history: history.History<Content>;
  readonly saving: Saving;
  /** What somebody else saved meanwhile, where both changed the same. */
  readonly theirs: SpellsSpell | undefined;
  readonly trouble: string | undefined;
}

interface DocumentsState {
  readonly documents: { readonly [spell: string]: Document };
  /** The open ones, in the order of their tabs. */
  readonly order: readonly string[];
}

export const useDocuments = create<DocumentsState>(() => ({ documents: {}, order: [] }));

export function contentOf(spell: SpellsSpell): Content {
  return { name: spell.name, graph: readGraph(spell.graph) };
}

export function documentOf(spell: string): Document | undefined {
  return useDocuments.getState().documents[spell];
}

/** The spell as it is drawn now. */
export function useContent(spell: string): Content | undefined {
  return useDocuments((state) => state.documents[spell]?.history.present);
}

export function putDocument(document: Document): void {
  useDocuments.setState(({ documents, order }) => ({
    documents: { ...documents, [document.spell]: document },
    order: order.includes(document.spell) ? order : [...order, document.spell],
  }));
}

export function changeDocument(spell: string, change: (document: Document) => Document): void {
  const document = documentOf(spell);
  if (document) {
    putDocument(change(document));
  }
}

export function removeDocument(spell: string): void {
  useDocuments.setState(({ documents, order }) => {
    const { [spell]: _, ...rest } = documents;
    return { documents: rest, order: order.filter((other) => other !== spell) };
  });
}

/** Makes a step that can be undone. @param kind as in {@link history.step} */
export function edit(spell: string, change: (graph: Graph) => Graph, kind?: string): void {
  changeDocument(spell, (document) => {
    const { present } = document.history;
    const graph = change(present.graph);
    return graph === present.graph ? document : stepped(document, { ...present, graph }, kind);
  });
}

export function rename(spell: string, name: string): void {
  changeDocument(spell, (document) => stepped(document, { ...document.history.present, name }, 'name'));
}

export function undo(spell: string): void {
  changeDocument(spell, (document) => marked({ ...document, history: history.undo(document.history) }));
}

export function redo(spell: string): void {
  changeDocument(spell, (document) => marked({ ...document, history: history.redo(document.history) }));
}

/** What has yet to be saved. */
export function unsaved({ saved, history: { present } }: Document): readonly Operation[] {
  return diff(saved as unknown as Json, present as unknown as Json);
}

function stepped(document: Document, content: Content, kind?: string): Document {
  return marked({ ...document, history: history.step(document.history, content, kind) });
}

function marked(document: Document): Document {
  const isSaved = document.history.present === document.saved;
  return document.saving === 'conflict' || document.saving === 'saving' ? document
    : { ...document, saving: isSaved ? 'saved' : 'dirty', trouble: undefined };
}
