import { BaseEdge, getBezierPath, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { NodeRun } from '../run/plugins/overlay';
import { useStage } from '../stores/stage';
import { useCloseness } from './closeness';
import type { CanvasEdge } from './elements';
import { usePlacePrefix } from './prefix';

/** A wire in the colour of its source; one that the run took is lit, and bright where it was taken just now. */
export const Wire = memo(function Wire(props: EdgeProps<CanvasEdge>) {
  const { id, source, target, data, selected, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  const prefix = usePlacePrefix();
  const taken = useStage((state) => takenAt(state.nodes[prefix + source], state.nodes[prefix + target], data));
  const closeness = useCloseness();
  if (closeness === 'tiny') {
    return null;
  }
  const [path] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
  return (
    <>
      <BaseEdge
        id={id} path={path} interactionWidth={18}
        className={`wire ${data?.isTrigger ? 'trigger' : ''} ${selected ? 'selected' : ''} ${taken > 0 ? 'taken' : ''}`}
        style={{ '--wire': data?.colour ?? 'var(--t-any)' } as React.CSSProperties}
      />
      {taken > 0 && closeness === 'near' && <path key={taken} d={path} className="wire-flash" style={{ '--wire': data?.colour ?? 'var(--t-any)' } as React.CSSProperties} />}
    </>
  );
});

/** How often it was taken, as far as can be told: by what its source gave, once its target was reached. */
function takenAt(source: NodeRun | undefined, target: NodeRun | undefined, data: CanvasEdge['data']): number {
  if (!source || !target || !data) {
    return 0;
  }
  const { output } = data.edge;
  const gave = data.isTrigger ? source.fired.includes(output) : source.outputs[output] !== undefined;
  return gave ? Math.max(1, Math.min(source.times, target.times)) : 0;
}
