import { Copy, Download, FastForward, Link2, Repeat, RotateCcw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import '../windows.css';
import { IconButton } from '../../design/IconButton';
import { Status } from '../../design/Status';
import { ago, duration } from '../../design/duration';
import { sentence } from '../../design/sentence';
import { placeOfError } from '../../run/steps';
import { api } from '../../rest/api';
import { copyLink } from '../../screens/copyLink';
import { savedFile } from '../../screens/files';
import { complain, tell } from '../../stores/notices';
import { openRun } from '../../stores/oldRuns';
import { runAgain } from '../../stores/runAgain';
import { replayShown, useReplaying } from '../../stores/replaying';
import { useRuns } from '../../stores/runs';
import { showNode } from '../../stores/selection';
import { recordingOfShown, scrubTo, useStage } from '../../stores/stage';
import type { RunError, RunView } from '../../wire';
import type { WindowProps } from '../registry';

/** Every run of the spell, and the way back to any moment of the one that is shown. */
export default function Runs({ spell }: WindowProps) {
  // Nothing until the server has said which there are.
  const [known, setKnown] = useState<readonly RunView[] | undefined>();
  const items = known ?? [];
  const [next, setNext] = useState<string | undefined>();
  const shown = useStage((state) => state.run);
  const settled = useRuns((state) => (state.bySpell[spell] ?? []).map((id) => state.runs[id]?.status).join());
  const load = useCallback((after?: string) => {
    api.runs(spell, after).then((page) => {
      setKnown((before = []) => after === undefined ? page.items : [...before, ...page.items]);
      setNext(page.next);
    }).catch(complain);
  }, [spell]);
  // The list is the server's; it is read anew when a run that is followed here begins or ends.
  useEffect(() => load(), [load, settled]);
  return (
    <div className="runs">
      {shown !== undefined && <Scrubber spell={spell} error={items.find(({ id }) => id === shown)?.error} />}
      {known?.length === 0 && <div className="empty"><strong>No runs yet</strong>Each run is kept with everything that happened in it, and can be looked at again step by step.</div>}
      <ul className="run-list">
        {items.map((one) => (
          <li key={one.id} className={one.id === shown ? 'run-item shown' : 'run-item'}>
            <button type="button" aria-current={one.id === shown} onClick={() => void openRun(spell, one.id).catch(complain)}>
              <Status of={one.status} />
              <span className="muted numbers">{ago(one.started)}</span>
              <span className="run-ms numbers">{one.ms === undefined ? '' : duration(one.ms)}</span>
              {one.error && <span className="run-error">{one.error.message}</span>}
            </button>
          </li>
        ))}
      </ul>
      {next !== undefined && <button type="button" className="button small" onClick={() => load(next)}>More</button>}
    </div>
  );
}

function Scrubber({ spell, error }: WindowProps & { error: RunError | undefined }) {
  const place = error && placeOfError(error);
  const run = useStage((state) => state.run);
  const tail = useStage((state) => state.tail);
  const upTo = useStage((state) => state.upTo);
  const line = useStage((state) => state.lines.at(-1));
  const isReplaying = useReplaying((state) => state.isReplaying);
  const at = upTo ?? tail;
  return (
    <div className="scrubber">
      <label className="field-label" htmlFor="scrub">Go through the run</label>
      <div className="scrub-line">
        <input id="scrub" type="range" min={0} max={tail} value={at} aria-valuetext={`event ${at} of ${tail}`}
          onChange={(event) => scrubTo(Number(event.target.value))} />
        <span className="numbers">{at}/{tail}</span>
        <IconButton icon={RotateCcw} label="Replay" className="plain small" disabled={isReplaying || tail === 0} onClick={replayShown} />
        <IconButton icon={FastForward} label="To its end" className="plain small" disabled={upTo === undefined} onClick={() => scrubTo(undefined)} />
      </div>
      {error && (place === undefined ? <p className="trouble">{sentence(error.message)}</p>
        : <button type="button" className="link trouble" onClick={() => showNode(place)}>{sentence(error.message)}</button>)}
      <p className="muted scrub-text">{line?.text ?? 'Before it began'}</p>
      <div className="chat-tools">
        {run !== undefined && <IconButton icon={Repeat} label="Run again with what this run was given" className="plain small" onClick={() => void runAgain(spell, run).catch(complain)} />}
        <IconButton icon={Link2} label="Copy a link to this run" className="plain small" onClick={() => copyLink(spell, run, undefined)} />
        <IconButton icon={Copy} label="Copy the run's id" className="plain small" onClick={() => void navigator.clipboard.writeText(run ?? '').then(() => tell('Copied.')).catch(complain)} />
        <IconButton icon={Download} label="Keep a recording" className="plain small" onClick={() => savedFile(`run-${run ?? ''}.json`, recordingOfShown().file())} />
      </div>
    </div>
  );
}
