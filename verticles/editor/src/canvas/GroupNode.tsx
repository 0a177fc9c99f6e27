import { NodeResizer, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { setData } from '../spell/edit';
import { edit } from '../stores/documents';
import { useStage } from '../stores/stage';
import type { CanvasNode } from './elements';

/** A frame around nodes that belong together. */
export const GroupNode = memo(function GroupNode({ id, data, selected }: NodeProps<CanvasNode>) {
  const spell = useStage((state) => state.spell);
  return (
    <div className={`group ${selected ? 'selected' : ''}`} data-node={id}>
      <NodeResizer
        isVisible={selected} minWidth={160} minHeight={100}
        onResizeEnd={(_, { width, height }) => {
          if (spell !== undefined) {
            edit(spell, (graph) => setData(graph, id, { width: Math.round(width), height: Math.round(height) }));
          }
        }}
      />
      <span className="group-name">{String(data.node.data['name'] ?? '') || 'Group'}</span>
    </div>
  );
});
