import { wordOf } from '../design/Status';
import { duration } from '../design/duration';
import { useRuns } from '../stores/runs';
import { useStage } from '../stores/stage';

/** Says to those who listen when the shown run begins, waits and ends; never each token. */
export function Announcer() {
  const shown = useStage((state) => state.run);
  const status = useRuns((state) => shown === undefined ? undefined : state.runs[shown]?.status);
  const ms = useRuns((state) => shown === undefined ? undefined : state.runs[shown]?.ms);
  return (
    <p className="hidden" role="status">
      {status === undefined ? '' : `Run ${wordOf(status)}${ms === undefined ? '' : ` in ${duration(ms)}`}`}
    </p>
  );
}
