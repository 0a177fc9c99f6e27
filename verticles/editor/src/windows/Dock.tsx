import { prefer, usePreferences } from '../stores/preferences';
import { Splitter } from '../design/Splitter';
import { useLayout } from '../stores/windows';
import { useDragged } from './dragged';
import { DropZone } from './DropZone';
import { other, whereIs, type Side } from './layout';
import type { WindowProps } from './registry';
import { StackView } from './StackView';

/** One side of the canvas: stacks of windows, as wide or as high as somebody pulled it. */
export function Dock({ side, spell }: WindowProps & { side: Side }) {
  const layout = useLayout();
  const size = usePreferences((state) => side === 'right' ? state.rightWidth : state.bottomHeight);
  const dragged = useDragged((state) => state.id);
  const { stacks, isFolded } = layout[side];
  if (stacks.length === 0 || isFolded) {
    return dragged !== undefined && whereIs(layout, dragged)?.side === other(side)
      ? <div className={`dock-edge ${side}`}><DropZone text={side === 'right' ? 'Move to the side' : 'Move below'} goal={{ to: side }} /></div> : null;
  }
  const resize = (to: number) => prefer(side === 'right' ? { rightWidth: to } : { bottomHeight: to });
  return (
    <div className={`dock ${side}`} style={side === 'right' ? { width: size } : { height: size }}>
      <Splitter side={side === 'right' ? 'left' : 'top'} size={size} least={side === 'right' ? 280 : 120} most={side === 'right' ? 760 : 620} onSize={resize} />
      {stacks.map((stack, at) => <StackView key={at} spot={{ side, stack: at }} of={layout[side]} stack={stack} spell={spell} dragged={dragged} />)}
    </div>
  );
}
