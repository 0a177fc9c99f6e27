import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import type { Point } from '../spell/edit';
import { useAsCanvas } from '../stores/canvasCommands';
import { complain } from '../stores/notices';
import { useSelection } from '../stores/selection';
import type { CanvasEdge, CanvasNode } from './elements';
import { tidy } from './tidy';
import { paddingOf } from './viewports';
import { reached, walked } from './walk';

/** Lets keys, menus and windows tell this canvas what to do. */
export function useCommands(spell: string, select: (ids: ReadonlySet<string>) => void, addAt: (at: Point) => void) {
  const flow = useReactFlow<CanvasNode, CanvasEdge>();

  const middle = useCallback((): Point => {
    const box = document.querySelector('.canvas')?.getBoundingClientRect();
    const { x, y } = flow.screenToFlowPosition({ x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 });
    return [Math.round(x - 110), Math.round(y - 60)];
  }, [flow]);

  useEffect(() => {
    useAsCanvas({
      fit: () => void flow.fitView({ duration: 120, maxZoom: 1.2, padding: paddingOf(document.querySelector('.canvas')) }),
      zoom: (by) => void (by === 'in' ? flow.zoomIn({ duration: 120 }) : by === 'out' ? flow.zoomOut({ duration: 120 }) : flow.zoomTo(1, { duration: 120 })),
      tidy: () => void tidy(spell, flow.getNodes(), flow.getEdges()).catch(complain),
      middle, select,
      addNode: () => addAt(middle()),
      walk: (way, extend) => {
        const ids = extend && (way === 'left' || way === 'right')
          ? reached(flow.getEdges(), useSelection.getState().nodes, way) : walked(flow.getNodes(), flow.getEdges(), way);
        if (ids.size > 0) {
          select(ids);
        }
      },
    });
    return () => useAsCanvas(undefined);
  }, [flow, spell, middle, select, addAt]);

  const bring = useCallback((node: string) => {
    if (flow.getNode(node)) {
      useSelection.setState({ wanted: undefined });
      select(new Set([node]));
      void flow.fitView({ nodes: [{ id: node }], duration: 120, maxZoom: Math.max(flow.getZoom(), 0.9), minZoom: 0.6 });
    }
  }, [flow, select]);
  useEffect(() => useSelection.subscribe((state, before) => {
    if (state.wanted !== undefined && state.wanted !== before.wanted) {
      bring(state.wanted.node);
    }
  }), [bring]);

  return { bring, middle };
}
