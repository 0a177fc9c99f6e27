import { Plus, RotateCw } from 'lucide-react';
import { useEffect } from 'react';
import '../windows.css';
import './requests.css';
import { IconButton } from '../../design/IconButton';
import { cost, count, dollars } from '../../design/amounts';
import { clock, duration } from '../../design/duration';
import { requests } from '../../rest/requests';
import { addInView } from '../../screens/commands';
import { useRuns } from '../../stores/runs';
import type { RequestsRequest, RequestsSums } from '../../wire';
import { Listing } from '../listing/Listing';
import { usePages } from '../listing/usePages';
import type { WindowProps } from '../registry';

/** What every question to a model took, of all the person's spells; the newest first. */
export default function Requests({ spell }: WindowProps) {
  const listed = usePages(requests.list);
  const items = listed.pages.flatMap((page) => page.items);
  const sums = listed.pages[0]?.sums;
  const { again } = listed;
  const settled = useRuns((state) => (state.bySpell[spell] ?? []).map((id) => state.runs[id]?.status).join());
  // A run that begins or ends here has probably asked a model.
  useEffect(() => {
    if (settled !== '') {
      again();
    }
  }, [settled, again]);
  return (
    <div className="wide-window">
      <div className="window-tools-line">
        {sums && sums.requests > 0 ? <Sums of={sums} /> : <span className="space" />}
        <IconButton icon={RotateCw} label="Look again" className="plain small" onClick={again} />
      </div>
      <div className="wide-rows">
        <Listing of={listed} service="completion" isEmpty={items.length === 0} empty={<Nothing spell={spell} />}>
          <table className="window-table" aria-label="Requests">
            <thead>
              <tr>
                <th scope="col">When</th><th scope="col">Kind</th><th scope="col">Model</th><th scope="col" className="number">Tokens in</th>
                <th scope="col" className="number">Tokens out</th><th scope="col" className="number">Cost</th><th scope="col" className="number">Took</th><th scope="col">Outcome</th>
              </tr>
            </thead>
            <tbody>{items.map((one) => <Row key={one.id} one={one} />)}</tbody>
          </table>
        </Listing>
      </div>
    </div>
  );
}

function Row({ one }: { one: RequestsRequest }) {
  const tone = one.status === 'completed' ? 'done' : one.status === 'cancelled' ? 'muted' : 'failed';
  return (
    <tr>
      <td className="narrow"><time className="numbers muted" dateTime={one.at} title={one.at}>{clock(one.at)}</time></td>
      <td className="narrow">{one.kind}</td>
      <td>{one.model} <span className="muted">{one.provider}</span></td>
      <td className="number">{count(one.promptTokens)}</td>
      <td className="number">{count(one.answerTokens)}</td>
      <td className="number">{dollars(one.cost)}</td>
      <td className="number">{duration(one.ms)}</td>
      <td className="narrow"><span className={`status ${tone}`}>{tone === 'failed' ? one.status.toLowerCase().replaceAll('_', ' ') : one.status}</span></td>
    </tr>
  );
}

function Sums({ of }: { of: RequestsSums }) {
  return (
    <dl className="request-sums numbers">
      <div><dt>Requests</dt><dd>{count(of.requests)}</dd></div>
      <div><dt>Tokens in</dt><dd>{count(of.promptTokens)}</dd></div>
      <div><dt>Tokens out</dt><dd>{count(of.answerTokens)}</dd></div>
      <div><dt>Cost</dt><dd>{cost(of.cost, of.ofUnknownCost)}</dd></div>
    </dl>
  );
}

function Nothing({ spell }: WindowProps) {
  return (
    <>
      <strong>No requests yet</strong>
      Each question to a model is listed here with its tokens, its cost and how long it took. What was asked and answered is not kept.
      <button type="button" className="button small" onClick={() => addInView(spell, 'generate-text')}><Plus size={14} aria-hidden />Add Generate Text to the spell</button>
    </>
  );
}
