import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { CanvasNode } from './elements';

/** A text beside the nodes. */
export const NoteNode = memo(function NoteNode({ data, selected }: NodeProps<CanvasNode>) {
  const text = String(data.node.data['text'] ?? '');
  return (
    <div className={`note ${selected ? 'selected' : ''}`} data-node={String(data.node.id)}>
      {text === '' ? <span className="muted">Empty note. Select it and write in the inspector.</span> : text}
    </div>
  );
});
