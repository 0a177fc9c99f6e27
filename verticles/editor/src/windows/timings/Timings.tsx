import { useState } from 'react';
import '../windows.css';
import { placeTitle } from '../../canvas/elements';
import { cost, count } from '../../design/amounts';
import { duration } from '../../design/duration';
import { usedBy, type Used } from '../../run/plugins/timings';
import { useContent } from '../../stores/documents';
import { useNodeTypes } from '../../stores/nodeTypes';
import { showNode } from '../../stores/selection';
import { useStage } from '../../stores/stage';
import type { WindowProps } from '../registry';

/** So many are drawn until somebody wants all. */
const DRAWN = 100;

/** How long each node of the shown run took, and what those that asked language models used. */
export default function Timings({ spell }: WindowProps) {
  const timings = useStage((state) => state.timings);
  const graph = useContent(spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const [isWhole, setWhole] = useState(false);
  const inAll = usedBy(timings);
  const most = Math.max(1, timings[0]?.ms ?? 1);
  if (timings.length === 0) {
    return <div className="empty"><strong>No times yet</strong>How long each node takes is shown here after a run.</div>;
  }
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Times by node"><table className="table numbers">
      <thead><tr><th scope="col">Node</th><th scope="col">Times</th><th scope="col">Together</th><th scope="col">Longest</th>{inAll && <><th scope="col">Tokens in</th><th scope="col">Tokens out</th><th scope="col">Cost</th></>}<th scope="col"><span className="hidden">Share</span></th></tr></thead>
      <tbody>
        {(isWhole ? timings : timings.slice(0, DRAWN)).map(({ place, times, ms, longestMs, used }) => (
          <tr key={place}>
            <td><button type="button" className="link" onClick={() => showNode(place)}>{placeTitle(graph, types, place)}</button></td>
            <td>{times}</td><td>{duration(ms)}</td><td>{duration(longestMs)}</td>
            {inAll && <Amounts of={used} />}
            <td className="share"><span style={{ width: `${(100 * ms) / most}%` }} /></td>
          </tr>
        ))}
      </tbody>
      {inAll && <tfoot><tr><th scope="row" colSpan={4}>In all</th><Amounts of={inAll} /><td /></tr></tfoot>}
    </table>
    {!isWhole && timings.length > DRAWN && <button type="button" className="button plain small" onClick={() => setWhole(true)}>{timings.length - DRAWN} faster ones</button>}
    </div>
  );
}

function Amounts({ of }: { of: Used | undefined }) {
  return of ? <><td>{count(of.promptTokens)}</td><td>{count(of.answerTokens)}</td><td>{cost(of.cost, of.ofUnknownCost)}</td></> : <td colSpan={3} />;
}
