import { useEffect, useState } from 'react';
import { api } from '../rest/api';
import type { Json } from '../json';
import { complain, tell } from '../stores/notices';
import { goToSpell } from '../stores/route';
import { showWarnings } from '../stores/warnings';

/** Saves every spell of the files, and says what was repaired. */
export async function importFiles(files: readonly File[]): Promise<void> {
  const saved: string[] = [];
  for (const file of files) {
    try {
      const read = parsed(file.name, await file.text());
      const { spells, warnings } = await api.importFile(read);
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
