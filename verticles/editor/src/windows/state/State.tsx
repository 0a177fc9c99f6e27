import { Plus, RotateCw, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import '../windows.css';
import './state.css';
import { size } from '../../design/amounts';
import { IconButton } from '../../design/IconButton';
import type { Json } from '../../json';
import { state } from '../../rest/state';
import { addInView } from '../../screens/commands';
import { nameOf, useDrawn } from '../../stores/inside';
import { complain } from '../../stores/notices';
import { useRuns } from '../../stores/runs';
import type { StatesState } from '../../wire';
import { Confirm } from '../listing/Confirm';
import { Listing } from '../listing/Listing';
import { usePages } from '../listing/usePages';
import type { WindowProps } from '../registry';
import { NewValue } from './NewValue';
import { StateRow } from './StateRow';

/** What the spell that is drawn remembers of the person from run to run; a sub-spell has its own. */
export default function State({ spell }: WindowProps) {
  const drawn = useDrawn(spell).spell;
  const settled = useRuns(({ runs, bySpell }) => (bySpell[spell] ?? []).map((id) => runs[id]?.status).join());
  const remembered = usePages<StatesState>(useCallback(() => state.get(drawn), [drawn]));
  const { again } = remembered;
  const [isAdding, setAdding] = useState(false);
  const [isClearing, setClearing] = useState(false);
  // A run that has ended may have changed it.
  useEffect(() => again(), [again, settled]);
  const now = remembered.pages[0];
  const entries = Object.entries(now?.values ?? {}).flatMap(([name, value]) => value === undefined ? [] : [[name, value] as const]);
  const put = async (name: string, value: Json) => {
    await state.put(drawn, name, value);
    again();
  };
  return (
    <div className="wide-window">
      <div className="window-tools-line">
        <p className="state-about muted">
          {drawn === spell ? 'Kept for you from run to run' : <>Kept for you by <strong>{nameOf(drawn)}</strong>, the sub-spell that is drawn</>}
          {now && entries.length > 0 && <span className="numbers">{size(now.bytes)} of {size(now.mostBytes)}</span>}
        </p>
        <button type="button" className="button small" disabled={isAdding} onClick={() => setAdding(true)}><Plus size={14} aria-hidden />Add a value</button>
        <button type="button" className="button small" disabled={entries.length === 0} onClick={() => setClearing(true)}><Trash2 size={13} aria-hidden />Clear all</button>
        <IconButton icon={RotateCw} label="Look again" className="plain small" onClick={again} />
      </div>
      <div className="wide-rows">
        {isAdding && <NewValue taken={entries.map(([name]) => name)} onSave={put} onClose={() => setAdding(false)} />}
        <Listing of={remembered} isEmpty={entries.length === 0} empty={isAdding ? null : <Nothing spell={drawn} />}>
          <table className="window-table" aria-label="State">
            <thead><tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead>
            <tbody>
              {entries.map(([name, value]) => (
                <StateRow key={`${drawn} ${name}`} name={name} value={value} onSave={(changed) => put(name, changed)} onForget={() => void state.forget(drawn, name).then(again).catch(complain)} />
              ))}
            </tbody>
          </table>
        </Listing>
      </div>
      {isClearing && (
        <Confirm
          title="Clear all of the state?" verb="Clear all" onClose={() => setClearing(false)} onYes={() => void state.forgetAll(drawn).then(again).catch(complain)}
          about="The spell begins again as if it had never run for you, with the values its file came with, if any. This cannot be undone."
        />
      )}
    </div>
  );
}

function Nothing({ spell }: WindowProps) {
  return (
    <>
      <strong>Nothing is remembered yet</strong>
      What State Write puts away, and what code returns as its state, is kept here for you, and is there in the next run.
      <button type="button" className="button small" onClick={() => addInView(spell, 'state-write')}><Plus size={14} aria-hidden />Add State Write to the spell</button>
    </>
  );
}
