import { BaseEdge, getBezierPath, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useStage } from '../stores/stage';
import { useCloseness } from './closeness';
import type { CanvasEdge } from './elements';
import { endsOf, passed } from './passed';
import { usePlacePrefix } from './prefix';

/** A wire in the colour of its source; one that the run took is lit, and bright where it was taken just now. */
export const Wire = memo(function Wire(props: EdgeProps<CanvasEdge>) {
  const { id, source, target, sourceHandleId, data, selected, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  const prefix = usePlacePrefix();
  const taken = useStage((state) => data
    ? passed(endsOf(data, sourceHandleId), state.nodes[prefix + source], state.nodes[prefix + target])?.times ?? 0 : 0);
  const closeness = useCloseness();
  const [path, x, y] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
  return (
    <>
      <BaseEdge
        id={id} path={path} interactionWidth={18}
        className={`wire ${data?.isTrigger ? 'trigger' : ''} ${data?.isStruck ? 'struck' : ''} ${selected ? 'selected' : ''} ${taken > 0 ? 'taken' : ''}`}
        style={{ '--wire': data?.colour ?? 'var(--t-any)' } as React.CSSProperties}
      />
      {data?.isStruck && <path d={`M${x - 5} ${y + 7}L${x + 5} ${y - 7}`} className="wire-strike" />}
      {taken > 0 && closeness === 'near' && <path key={taken} d={path} className="wire-flash" style={{ '--wire': data?.colour ?? 'var(--t-any)' } as React.CSSProperties} />}
    </>
  );
});
