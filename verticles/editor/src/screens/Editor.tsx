import { useEffect, useState } from 'react';
import { Canvas } from '../canvas/Canvas';
import { Palette } from '../canvas/Palette';
import { Dock } from '../windows/Dock';
import { open } from '../stores/opening';
import { openRun } from '../stores/oldRuns';
import { complain } from '../stores/notices';
import { useDocuments } from '../stores/documents';
import { useNodeTypes } from '../stores/nodeTypes';
import { go } from '../stores/route';
import { run as start } from '../stores/running';
import { showNode } from '../stores/selection';
import { liveRunOf } from '../stores/runs';
import { show, useStage } from '../stores/stage';
import { openWindow } from '../stores/windows';
import { useFollowing } from '../stores/following';
import { useDrawn } from '../stores/inside';
import { takeWish } from '../stores/wishes';
import { CommandPalette } from './CommandPalette';
import { ConflictNotice } from './ConflictNotice';
import { importFiles, useFileDrop } from './importing';
import { useShortcuts } from './shortcuts';
import { ShortcutList } from './ShortcutList';
import { Announcer } from './Announcer';
import { TopBar } from './TopBar';

interface Props {
  readonly spell: string;
  readonly run: string | undefined;
  readonly node: string | undefined;
}

/** A spell on the screen: drawn in the middle, with windows around it. */
export function Editor({ spell, run, node }: Props) {
  const isOpen = useDocuments((state) => state.documents[spell] !== undefined);
  const hasTypes = useNodeTypes((state) => state.types.all.length > 0);
  const [commands, setCommands] = useState(false);
  const [keys, setKeys] = useState(false);
  useOpened(spell, run, node, hasTypes);
  useFollowing(useDrawn(spell).spell);
  useShortcuts(spell, { commands: () => setCommands(true), keys: () => setKeys(true) });
  const isOver = useFileDrop((files) => void importFiles(files));
  return (
    <div className={`editor ${isOver ? 'dropping' : ''}`}>
      <a className="skip" href="#canvas" onClick={(event) => { event.preventDefault(); document.getElementById('canvas')?.focus(); }}>To the canvas</a>
      <TopBar spell={spell} onCommands={() => setCommands(true)} onKeys={() => setKeys(true)} />
      <ConflictNotice spell={spell} />
      <div className="editor-body">
        <Palette spell={spell} />
        <div className="editor-middle">
          <main className="editor-canvas" id="canvas" tabIndex={-1} aria-label="Canvas">
            {isOpen && hasTypes ? <Canvas spell={spell} /> : <p className="waiting-screen muted">Opening the spell</p>}
          </main>
          <Dock side="bottom" spell={spell} />
        </div>
        <Dock side="right" spell={spell} />
      </div>
      <Announcer />
      {commands && <CommandPalette spell={spell} onClose={() => setCommands(false)} onKeys={() => setKeys(true)} />}
      {keys && <ShortcutList onClose={() => setKeys(false)} />}
    </div>
  );
}

/** Opens the spell, and what the address names of it. */
function useOpened(spell: string, run: string | undefined, node: string | undefined, hasTypes: boolean): void {
  useEffect(() => {
    open(spell).catch((error: unknown) => {
      complain(error);
      go({ screen: 'home' });
    });
  }, [spell]);
  const isOpen = useDocuments((state) => state.documents[spell] !== undefined);
  useEffect(() => {
    if (!isOpen || !hasTypes) {
      return;
    }
    if (run !== undefined) {
      openRun(spell, run).catch(complain);
      openWindow('runs');
    } else if (useStage.getState().spell !== spell) {
      show(spell, liveRunOf(spell));
    }
    if (takeWish(spell)) {
      openWindow('playtest');
      start(spell, {}).catch(complain);
    }
  }, [spell, run, isOpen, hasTypes]);
  useEffect(() => {
    if (isOpen && hasTypes && node !== undefined) {
      showNode(node);
    }
  }, [isOpen, hasTypes, node]);
}
