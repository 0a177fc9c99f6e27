import { Failure } from '../bridge/failures';
import { api } from '../rest/api';
import * as history from '../spell/history';
import { apply } from '../spell/patch';
import type { Json } from '../json';
import type { RunHead, SpellsSpell } from '../wire';
import { listen, request, TAB, whenOpened } from './connection';
import { changeDocument, contentOf, documentOf, putDocument, removeDocument, type Content, type Document } from './documents';
import { dropDraft, keptDraft } from './drafts';
import { complain, tell } from './notices';
import { follow, forgetRuns, hearRun } from './runs';
import { merged, save } from './saving';
import { orderAgain } from './running';
import { useSession } from '../session/session';

const ends = new Map<string, () => void>();

/** Opens a spell in this page: drawn as soon as it is read, and live as soon as the socket has it. */
export async function open(spell: string): Promise<void> {
  if (!documentOf(spell)) {
    putDocument(withDraft(fresh(await api.spell(spell))));
  }
  if (!ends.has(spell)) {
    const user = useSession.getState().user?.id ?? '';
    const unlisten = listen(`spellmesh.user.${user}.spell.${spell}`, (body) => hearRun(spell, body));
    const unopen = whenOpened(() => void attach(spell));
    ends.set(spell, () => {
      unopen();
      unlisten();
    });
  }
}

/** Closes it, once what was drawn is saved. */
export async function close(spell: string): Promise<void> {
  await save(spell);
  if (documentOf(spell)?.saving === 'conflict') {
    tell('Somebody else changed this spell too. Say which version counts before it is closed.');
    return;
  }
  forget(spell);
  await request('spellmesh.tab.close', { tab: TAB, spell }).catch((error: unknown) => {
    // Without a connection the server closes it by itself.
    if (!(error instanceof Failure && error.code === 'OFFLINE')) {
      throw error;
    }
  });
}

/** Closes it without a word to the server, which has no such spell any more. */
export function forget(spell: string): void {
  ends.get(spell)?.();
  ends.delete(spell);
  removeDocument(spell);
  forgetRuns(spell);
}

/** After each connection the server is told what this page has open, and says what runs. */
export async function attach(spell: string): Promise<void> {
  try {
    const opened = await request('spellmesh.tab.open', { tab: TAB, spell });
    refresh(opened.spell);
    opened.runs.forEach((head: RunHead) => follow(spell, head.run, head));
    // Not before: a server that does not know this tab takes nothing from it.
    if (documentOf(spell)?.saving === 'offline') {
      await save(spell);
    }
    orderAgain(spell);
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'OFFLINE')) {
      complain(error);
    }
  }
}

/** What was saved elsewhere since is drawn, together with what is not saved here. */
export function refresh(theirs: SpellsSpell): void {
  changeDocument(theirs.id, (document) => {
    if (theirs.version <= document.version) {
      return theirs.project === document.project ? document : { ...document, project: theirs.project };
    }
    return merged(document, theirs) ?? { ...document, saving: 'conflict', theirs };
  });
}

function fresh(spell: SpellsSpell): Document {
  const content = contentOf(spell);
  return {
    spell: spell.id, project: spell.project, version: spell.version, published: spell.published, saved: content, history: history.begin(content),
    saving: 'saved', theirs: undefined, trouble: undefined,
  };
}

function withDraft(document: Document): Document {
  const draft = keptDraft(document.spell);
  if (!draft || draft.patch.length === 0) {
    return document;
  }
  if (draft.base !== document.version) {
    tell('A draft kept in this browser was made on an older version; it is in the undo history.');
  }
  dropDraft(document.spell);
  const drawn = apply(document.saved as unknown as Json, draft.patch) as unknown as Content;
  return draft.base === document.version
    ? { ...document, saving: 'dirty', history: history.step(document.history, drawn) }
    : { ...document, history: history.step(history.step(document.history, drawn), document.saved) };
}
