import { NodeResizer, type NodeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { setData } from '../spell/edit';
import { edit } from '../stores/documents';
import type { CanvasNode } from './elements';
import { Drawn } from './prefix';

/** A frame around nodes that belong together. */
export const GroupNode = memo(function GroupNode({ id, data, selected }: NodeProps<CanvasNode>) {
  const { spell } = useContext(Drawn);
  return (
    <div className={`group ${selected ? 'selected' : ''}`} data-node={id}>
      <NodeResizer
        isVisible={selected} minWidth={160} minHeight={100}
        onResizeEnd={(_, { width, height }) => {
          edit(spell, (graph) => setData(graph, id, { width: Math.round(width), height: Math.round(height) }));
        }}
      />
      <span className="group-name">{String(data.node.data['name'] ?? '') || 'Group'}</span>
    </div>
  );
});
