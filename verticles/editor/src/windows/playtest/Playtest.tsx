import { ArrowUp, RotateCcw } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import '../windows.css';
import { IconButton } from '../../design/IconButton';
import { Status } from '../../design/Status';
import { sentence } from '../../design/sentence';
import { duration } from '../../design/duration';
import { shownInLine } from '../../json';
import type { Said } from '../../run/plugins/playtest';
import { isReference } from '../../run/reference';
import { entriesOf, inputsFor, playtestEntries } from '../../spell/entries';
import { useContent } from '../../stores/documents';
import { complain } from '../../stores/notices';
import { useNodeTypes } from '../../stores/nodeTypes';
import { runAgain } from '../../stores/runAgain';
import { answer, run } from '../../stores/running';
import { useRuns } from '../../stores/runs';
import { showNode } from '../../stores/selection';
import { show, useStage } from '../../stores/stage';
import type { WindowProps } from '../registry';
import { Value } from '../Value';

/** So much of what one run said is drawn until somebody wants all. */
const DRAWN = 200;

/** The spell as something to talk with: what one says goes in, what its outputs give comes back. */
export default function Playtest({ spell }: WindowProps) {
  const graph = useContent(spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const entries = useMemo(() => graph ? entriesOf(graph, types) : [], [graph, types]);
  const ids = useRuns((state) => state.bySpell[spell]);
  const runs = useRuns((state) => state.runs);
  const shownRun = useStage((state) => state.run);
  const [after, setAfter] = useState<string | undefined>();
  const [text, setText] = useState('');
  const [more, setMore] = useState<{ readonly [name: string]: string }>({});
  const chat = (ids ?? []).slice(after === undefined ? 0 : (ids?.indexOf(after) ?? -1) + 1).flatMap((id) => runs[id] ?? []);
  const talk = useRef<HTMLDivElement>(null);
  const length = chat.reduce((sum, one) => sum + one.said.length, 0);
  useEffect(() => {
    // scrollIntoView would have the next Tab go on from here.
    talk.current?.scrollTo(0, talk.current.scrollHeight);
  }, [length]);
  const mains = useMemo(() => playtestEntries(entries), [entries]);
  const [main] = mains;
  const others = entries.filter((entry) => !mains.includes(entry) && entry.takesText);
  const submit = () => {
    setText('');
    run(spell, inputsFor(mains, text, more)).catch(complain);
  };
  return (
    <div className="playtest">
      <div ref={talk} className="chat" role="log" aria-label="Conversation" tabIndex={0}>
        {chat.length === 0 && (
          <div className="empty"><strong>Try the spell</strong>What you write goes to {main ? `“${main.name}”` : 'the spell'}, and what its outputs give comes back here, as it is made.</div>
        )}
        {chat.map((one) => (
          <div key={one.run} className={`chat-run ${one.run === shownRun ? 'shown' : ''}`}>
            <Bubbles run={one.run} said={one.said} />
            <button type="button" className="chat-standing" onClick={() => show(spell, one.run)} aria-label={`Show this run: ${one.status}`}>
              <Status of={one.status} />{one.ms !== undefined && <span className="numbers">{duration(one.ms)}</span>}
            </button>
          </div>
        ))}
      </div>
      <form className="chat-form" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {others.map(({ name, defaultValue }) => (
          <label key={name} className="chat-other"><span>{name}</span>
            <input className="input" value={more[name] ?? ''} placeholder={defaultValue === undefined ? 'as in the spell' : `as in the spell: ${shownInLine(defaultValue).slice(0, 60)}`} onChange={(event) => setMore({ ...more, [name]: event.target.value })} />
          </label>
        ))}
        <div className="chat-line">
          <textarea
            className="input" rows={2} value={text} aria-label={main ? `Text for ${main.name}` : 'Message'} disabled={!main}
            placeholder={main ? `Text for ${main.name}` : others.length > 0 ? 'No input receives from the playtest; the fields above are theirs' : 'This spell takes no input; it can be run all the same'}
            onChange={(event) => setText(event.target.value)} onKeyDown={(event) => onEnter(event, submit)}
          />
          <button type="submit" className="button primary icon" aria-label={main ? 'Send' : 'Run it as it is'}><ArrowUp size={16} aria-hidden /></button>
        </div>
        <div className="chat-tools">
          <IconButton icon={RotateCcw} label="Send the last again" keys="Ctrl+Shift+Enter" className="plain small" onClick={() => void runAgain(spell).catch(complain)} />
          <button type="button" className="button plain small" disabled={chat.length === 0} onClick={() => setAfter(ids?.at(-1))}>New conversation</button>
        </div>
      </form>
    </div>
  );
}

function onEnter(event: KeyboardEvent, submit: () => void): void {
  if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
    event.preventDefault();
    submit();
  }
}

/** What is neither a text nor a number reads as JSON. */
function isJson({ value }: Said): boolean {
  return typeof value === 'object' && value !== null;
}

function Bubbles({ said, run: id }: { said: readonly Said[]; run: string }) {
  const [isWhole, setWhole] = useState(false);
  const earlier = isWhole ? 0 : Math.max(0, said.length - DRAWN);
  return (
    <>
      {earlier > 0 && <button type="button" className="button plain small" onClick={() => setWhole(true)}>{earlier} earlier</button>}
      {said.slice(earlier).map((one, at) => <Bubble key={earlier + at} said={one} run={id} />)}
    </>
  );
}

const Bubble = memo(function Bubble({ said, run: id }: { said: Said; run: string }) {
  const [given, setGiven] = useState('');
  const { step } = said;
  if (said.who === 'question' && step !== undefined) {
    return (
      <div className="bubble question">
        <p>{said.text}</p>
        {said.choices ? (
          <div className="bubble-choices">{said.choices.map((choice) => (
            <button key={choice} type="button" className="button small" onClick={() => void answer(id, step, choice)}>{choice}</button>
          ))}</div>
        ) : (
          <form className="chat-line" onSubmit={(event) => { event.preventDefault(); void answer(id, step, given); }}>
            <input className="input" aria-label="Answer" value={given} onChange={(event) => setGiven(event.target.value)} />
            <button type="submit" className="button small">Answer</button>
          </form>
        )}
      </div>
    );
  }
  return (
    <div className={`bubble ${said.who} ${said.isDraft ? 'draft' : ''}`}>
      {isReference(said.value) ? <Value value={said.value} label={said.who === 'you' ? 'What went in' : 'What came out'} run={id} />
        : <p {...(isJson(said) ? { className: 'mono' } : {})}>{said.who === 'trouble' ? sentence(said.text) : said.text}</p>}
      {said.who === 'trouble' && said.place !== undefined && (
        <button type="button" className="link" onClick={() => showNode(said.place ?? '')}>Show the node</button>
      )}
    </div>
  );
});
