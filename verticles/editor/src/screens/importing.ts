import { useEffect, useState } from 'react';
import { api } from '../rest/api';
import { isObject, type Json, type JsonObject } from '../json';
import { complain, tell } from '../stores/notices';
import { createProject, deleteProject, loadProjects, openProject, placeOfNew, useProjects } from '../stores/projects';
import { goToSpell } from '../stores/route';
import { showWarnings } from '../stores/warnings';
import type { SpellsImported } from '../wire';
import { freeName } from './home/freeName';

/** Saves every spell of the files, and says what was repaired. A file of a project becomes one; other spells go where new ones go. */
export async function importFiles(files: readonly File[]): Promise<void> {
  const saved: string[] = [];
  for (const file of files) {
    try {
      const read = parsed(file.name, await file.text());
      const { spells, warnings } = isProject(read) ? await importProject(read, file.name) : await api.importFile(read, placeOfNew());
      saved.push(...spells.map(({ id }) => id));
      if (warnings.length > 0) {
        showWarnings(file.name, warnings);
      }
    } catch (error) {
      complain(error);
    }
  }
  if (saved.length === 1 && saved[0] !== undefined) {
    goToSpell(saved[0]);
  } else if (saved.length > 1) {
    tell(`${saved.length} spells were imported.`);
  }
}

type ProjectFile = JsonObject & { readonly spells: readonly Json[] };

/** Ours, and those of the systems before. */
function isProject(file: Json): file is ProjectFile {
  return isObject(file) && Array.isArray(file['spells']);
}

async function importProject(file: ProjectFile, fileName: string): Promise<SpellsImported> {
  if (useProjects.getState().projects === undefined) {
    await loadProjects();
  }
  const name = typeof file['name'] === 'string' && file['name'].trim() !== '' ? file['name'] : fileName.replace(/(\.project)?\.json$/i, '');
  const project = await createProject(freeName(name.slice(0, 200), (useProjects.getState().projects ?? []).map((one) => one.name)));
  try {
    const imported = await api.importFile(file, project.id);
    openProject(project.id);
    return imported;
  } catch (error) {
    await deleteProject(project);
    throw error;
  }
}

function parsed(name: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Error(`${name} is not JSON; a spell file is.`);
  }
}

/** Takes files that are dropped anywhere on the page. @returns whether some are held over it */
export function useFileDrop(take: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) {
        event.preventDefault();
        setOver(true);
      }
    };
    const out = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.dataTransfer && event.dataTransfer.files.length > 0) {
        event.preventDefault();
        take([...event.dataTransfer.files]);
      }
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', out);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', out);
      removeEventListener('drop', drop);
    };
  }, [take]);
  return isOver;
}
