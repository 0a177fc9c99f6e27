import { Failure, messageOf } from '../bridge/failures';
import type { Json } from '../json';
import { api } from '../rest/api';
import { rest } from '../rest/rest';
import * as history from '../spell/history';
import { apply, areApart, diff, type Operation } from '../spell/patch';
import type { SpellsSpell } from '../wire';
import { request, TAB } from './connection';
import { changeDocument, contentOf, documentOf, unsaved, useDocuments, type Content, type Document } from './documents';
import { dropDraft, keepDraft } from './drafts';
import { tell } from './notices';

/** After the last change; long enough for a word to be typed. */
const QUIET_MS = 700;
/** A frame of the socket may have 1 MB; above this a patch goes by REST. */
const MAX_PATCH = 700_000;

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Saves every open spell a little after it was changed, and keeps drafts until then. */
export function beginSaving(): () => void {
  const end = useDocuments.subscribe((state, before) => {
    for (const spell of state.order) {
      const document = state.documents[spell];
      if (document && document !== before.documents[spell] && document.saving === 'dirty') {
        later(spell);
      }
    }
  });
  addEventListener('beforeunload', warn);
  return () => {
    end();
    removeEventListener('beforeunload', warn);
  };
}

/** Saves now, as before a run: the server runs what it has. */
export async function save(spell: string): Promise<void> {
  clearTimeout(timers.get(spell));
  const document = documentOf(spell);
  if (!document || document.saving === 'saving' || document.saving === 'conflict') {
    return;
  }
  const patch = unsaved(document);
  if (patch.length === 0) {
    changeDocument(spell, (now) => ({ ...now, saving: 'saved' }));
    dropDraft(spell);
    return;
  }
  const content = document.history.present;
  changeDocument(spell, (now) => ({ ...now, saving: 'saving' }));
  try {
    const version = await sent(document, patch);
    changeDocument(spell, (now) => savedAs(now, content, version));
    if (documentOf(spell)?.saving === 'dirty') {
      later(spell);
    } else {
      dropDraft(spell);
    }
  } catch (error) {
    await failed(spell, error);
  }
}

/** In a conflict: what is drawn here becomes the newest version; theirs stays in the list of versions. */
export function keepMine(spell: string): void {
  changeDocument(spell, (document) => document.theirs
    ? { ...document, version: document.theirs.version, saved: contentOf(document.theirs), theirs: undefined, saving: 'dirty' }
    : document);
}

/** In a conflict: theirs is drawn; what was drawn here is one undo away. */
export function takeTheirs(spell: string): void {
  changeDocument(spell, (document) => {
    if (!document.theirs) {
      return document;
    }
    const content = contentOf(document.theirs);
    return {
      ...document, version: document.theirs.version, saved: content, theirs: undefined, saving: 'saved',
      history: history.step(document.history, content),
    };
  });
  dropDraft(spell);
}

/** What a newer version and one's own changes make together, or nothing where both changed the same. */
export function merged(document: Document, theirs: SpellsSpell): Document | undefined {
  const newest = contentOf(theirs);
  const own = unsaved(document);
  if (!areApart(own, diff(document.saved as unknown as Json, newest as unknown as Json))) {
    return undefined;
  }
  const together = own.length === 0 ? newest : apply(newest as unknown as Json, own) as unknown as Content;
  return {
    ...document, version: theirs.version, saved: newest, saving: own.length === 0 ? 'saved' : 'dirty',
    history: { ...document.history, present: together }, theirs: undefined, trouble: undefined,
  };
}

function later(spell: string): void {
  clearTimeout(timers.get(spell));
  timers.set(spell, setTimeout(() => {
    const document = documentOf(spell);
    if (document) {
      keepDraft(spell, { base: document.version, patch: unsaved(document) });
      void save(spell);
    }
  }, QUIET_MS));
}

async function sent(document: Document, patch: readonly Operation[]): Promise<number> {
  const { spell, version: base, history: { present } } = document;
  if (JSON.stringify(patch).length > MAX_PATCH) {
    return (await rest<SpellsSpell>('PUT', `/api/spells/${spell}`, { base, ...present })).version;
  }
  return (await request('spellmesh.tab.update', { tab: TAB, spell, base, patch: patch as unknown as Json })).version;
}

function savedAs(document: Document, content: Content, version: number): Document {
  return {
    ...document, version, saved: content, trouble: undefined,
    saving: document.history.present === content ? 'saved' : 'dirty',
  };
}

async function failed(spell: string, error: unknown): Promise<void> {
  if (error instanceof Failure && error.code === 'CONFLICT') {
    return reconcile(spell);
  }
  const isPassing = error instanceof Failure && error.isPassing;
  changeDocument(spell, (now) => ({ ...now, saving: isPassing ? 'offline' : 'refused', trouble: messageOf(error) }));
  if (isPassing && !(error instanceof Failure && error.code === 'OFFLINE')) {
    timers.set(spell, setTimeout(() => void save(spell), QUIET_MS * 5));
  }
}

async function reconcile(spell: string): Promise<void> {
  try {
    const theirs = await api.spell(spell);
    changeDocument(spell, (document) => {
      const together = merged(document, theirs);
      return together ?? { ...document, saving: 'conflict', theirs };
    });
    if (documentOf(spell)?.saving === 'dirty') {
      tell('This spell was changed elsewhere too. Both changes are in it now.');
      await save(spell);
    }
  } catch (error) {
    changeDocument(spell, (now) => ({ ...now, saving: 'offline', trouble: messageOf(error) }));
  }
}

function warn(event: BeforeUnloadEvent): void {
  const { documents } = useDocuments.getState();
  if (Object.values(documents).some((document) => document.saving !== 'saved')) {
    event.preventDefault();
  }
}
