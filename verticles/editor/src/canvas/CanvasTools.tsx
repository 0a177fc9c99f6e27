import { LayoutGrid, Map as MapIcon, Maximize, Minus, Plus, Redo2, SquarePlus, Undo2 } from 'lucide-react';
import { IconButton } from '../design/IconButton';
import { canvas } from '../stores/canvasCommands';
import { redo, undo, useDocuments } from '../stores/documents';
import { prefer, usePreferences } from '../stores/preferences';

/** What is done with the canvas as a whole. */
export function CanvasTools({ spell }: { spell: string }) {
  const history = useDocuments((state) => state.documents[spell]?.history);
  const minimap = usePreferences((state) => state.minimap);
  return (
    <div className="canvas-tools" role="toolbar" aria-label="Canvas">
      <IconButton icon={SquarePlus} label="Add a node" keys="A" onClick={() => canvas()?.addNode()} />
      <IconButton icon={Undo2} label="Undo" keys="Ctrl+Z" disabled={(history?.past.length ?? 0) === 0} onClick={() => undo(spell)} />
      <IconButton icon={Redo2} label="Redo" keys="Ctrl+Shift+Z" disabled={(history?.future.length ?? 0) === 0} onClick={() => redo(spell)} />
      <IconButton icon={LayoutGrid} label="Tidy up" onClick={() => canvas()?.tidy()} />
      <IconButton icon={Minus} label="Zoom out" keys="-" onClick={() => canvas()?.zoom('out')} />
      <IconButton icon={Plus} label="Zoom in" keys="+" onClick={() => canvas()?.zoom('in')} />
      <IconButton icon={Maximize} label="Show all" keys="1" onClick={() => canvas()?.fit()} />
      <IconButton icon={MapIcon} label="Overview" aria-pressed={minimap} onClick={() => prefer({ minimap: !minimap })} />
    </div>
  );
}
