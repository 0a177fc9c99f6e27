import { useReactFlow } from '@xyflow/react';
import { useCallback, useRef, type Dispatch, type SetStateAction } from 'react';
import { moveNodes, type Point } from '../spell/edit';
import { edit } from '../stores/documents';
import type { CanvasEdge, CanvasNode } from './elements';

/** What happens as nodes are dragged: what lies in a group goes along, and all of it is one step. */
export function useDragging(spell: string, setNodes: Dispatch<SetStateAction<CanvasNode[]>>) {
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const carried = useRef<Map<string, Point>>(new Map());

  const onNodeDragStart = useCallback((_: unknown, __: unknown, dragged: CanvasNode[]) => {
    carried.current = membersOf(dragged, flow.getNodes());
  }, [flow]);

  const onNodeDrag = useCallback((_: unknown, __: unknown, dragged: CanvasNode[]) => {
    const group = dragged.find((node) => node.type === 'group');
    if (group && carried.current.size > 0) {
      const { x, y } = group.position;
      const [fromX, fromY] = group.data.node.position;
      setNodes((before) => before.map((node) => {
        const start = carried.current.get(node.id);
        return start ? { ...node, position: { x: start[0] + x - fromX, y: start[1] + y - fromY } } : node;
      }));
    }
  }, [setNodes]);

  const onNodeDragStop = useCallback((_: unknown, __: unknown, dragged: CanvasNode[]) => {
    const moved = new Map<string, Point>();
    const group = dragged.find((node) => node.type === 'group');
    dragged.forEach(({ id, position }) => moved.set(id, [Math.round(position.x), Math.round(position.y)]));
    carried.current.forEach((start, id) => {
      if (group) {
        const [fromX, fromY] = group.data.node.position;
        moved.set(id, [Math.round(start[0] + group.position.x - fromX), Math.round(start[1] + group.position.y - fromY)]);
      }
    });
    edit(spell, (before) => moveNodes(before, moved));
  }, [spell]);

  return { onNodeDragStart, onNodeDrag, onNodeDragStop };
}

/** The nodes that go along with a group: those it names, and those that lie in it. */
function membersOf(dragged: readonly CanvasNode[], all: readonly CanvasNode[]): Map<string, Point> {
  const moved = new Set(dragged.map(({ id }) => id));
  const members = new Map<string, Point>();
  for (const group of dragged) {
    if (group.type === 'group') {
      const named = new Set((Array.isArray(group.data.node.data['nodes']) ? group.data.node.data['nodes'] : []).map(String));
      const { x, y } = group.position;
      for (const node of all) {
        const isInside = node.position.x >= x && node.position.y >= y && node.position.x < x + (group.width ?? 0) && node.position.y < y + (group.height ?? 0);
        if (!moved.has(node.id) && (named.has(node.id) || isInside)) {
          members.set(node.id, [node.position.x, node.position.y]);
        }
      }
    }
  }
  return members;
}
