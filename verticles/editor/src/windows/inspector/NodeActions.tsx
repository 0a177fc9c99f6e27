import { Ban, CornerDownRight, FastForward, History, SkipForward, StepForward } from 'lucide-react';
import { toggleDisabled, togglePinAt } from '../../screens/commands';
import { isDisabled, type StoredNode } from '../../spell/graph';
import { stepInto } from '../../stores/inside';
import { complain } from '../../stores/notices';
import { usePins } from '../../stores/pins';
import { run as start, type Part } from '../../stores/running';
import { useRuns } from '../../stores/runs';
import { useStage } from '../../stores/stage';

interface Props {
  readonly root: string;
  /** The one on the canvas that the node is of. */
  readonly spell: string;
  readonly place: string;
  readonly node: StoredNode;
  readonly isSpell: boolean;
}

/** What can be done with one node and the run that is shown. */
export function NodeActions({ root, spell, place, node, isSpell }: Props) {
  const isPinned = usePins((state) => state.pins[root]?.[place] !== undefined);
  const isOff = isDisabled(node);
  const hasRun = useStage((state) => state.nodes[place]?.status === 'done');
  const shown = useStage((state) => state.run);
  const status = useRuns((state) => shown === undefined ? undefined : state.runs[shown]?.status);
  const hasEnded = status === 'completed' || status === 'failed' || status === 'cancelled';
  const play = (part: Part) => void start(root, {}, part).catch(complain);
  return (
    <div className="node-actions">
      {isSpell && (
        <button type="button" className="button small" onClick={() => void stepInto(root, node).catch(complain)}>
          <CornerDownRight size={14} aria-hidden />Step in
        </button>
      )}
      <button type="button" className="button small" aria-pressed={isOff} onClick={() => toggleDisabled(spell, [String(node.id)])}>
        <Ban size={14} aria-hidden />{isOff ? 'Enable' : 'Disable'}
      </button>
      {(hasRun || isPinned) && (
        <button type="button" className="button small" aria-pressed={isPinned} onClick={() => togglePinAt(root, place)}>
          <History size={14} aria-hidden />{isPinned ? 'Unpin' : 'Pin what it gave'}
        </button>
      )}
      {shown !== undefined && hasEnded && (
        <button type="button" className="button small" onClick={() => play({ from: { run: shown, node: place } })}>
          <FastForward size={14} aria-hidden />Run from here
        </button>
      )}
      {!isOff && (
        <button type="button" className="button small" onClick={() => play({ to: place })}>
          <SkipForward size={14} aria-hidden />Run to here
        </button>
      )}
      {!isOff && shown !== undefined && hasEnded && (
        <button type="button" className="button small" onClick={() => play({ from: { run: shown, node: place }, to: place })}>
          <StepForward size={14} aria-hidden />Run this node alone
        </button>
      )}
    </div>
  );
}
