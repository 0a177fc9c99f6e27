import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import '../windows.css';
import { placeTitle } from '../../canvas/elements';
import { isObject, type Json } from '../../json';
import type { Level, Line } from '../../run/plugins/console';
import { isReference } from '../../run/reference';
import { useContent } from '../../stores/documents';
import { useNodeTypes } from '../../stores/nodeTypes';
import { showNode, useSelection } from '../../stores/selection';
import { useStage } from '../../stores/stage';
import type { WindowProps } from '../registry';
import { Value } from '../Value';

const LEVELS: readonly (readonly [string, readonly Level[]])[] = [
  ['All', ['info', 'warn', 'error', 'result', 'run']], ['Messages', ['info', 'warn', 'error', 'run']], ['Trouble', ['warn', 'error']],
];
/** So many lines are drawn; who scrolls to the top gets more. */
const DRAWN = 400;
/** Who is no farther from the end, in px, goes along with it. */
const NEAR = 24;

/** What happened in the run that is shown, line by line. */
export default function Console({ spell }: WindowProps) {
  const lines = useStage((state) => state.lines);
  const run = useStage((state) => state.run);
  const [level, setLevel] = useState('All');
  const [onlySelected, setOnlySelected] = useState(false);
  const [drawn, setDrawn] = useState(DRAWN);
  const selected = useSelection((state) => state.nodes);
  const shown = useMemo(() => {
    const levels = LEVELS.find(([name]) => name === level)?.[1] ?? [];
    return lines.filter((line) => levels.includes(line.level)
      && (!onlySelected || (line.place !== undefined && selected.includes(line.place.split('/')[0] ?? ''))));
  }, [lines, level, onlySelected, selected]);
  const graph = useContent(spell)?.graph;
  const types = useNodeTypes((state) => state.types);
  const list = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);
  useLayoutEffect(() => {
    if (list.current && isFollowing.current) {
      list.current.scrollTop = list.current.scrollHeight;
    }
  }, [shown.length]);
  if (run === undefined) {
    return <div className="empty"><strong>Nothing has run yet</strong>What happens in a run is told here, line by line. Run the spell with Ctrl+Enter.</div>;
  }
  return (
    <div className="console">
      <div className="console-tools" role="toolbar" aria-label="Filter">
        {LEVELS.map(([name]) => (
          <button key={name} type="button" className="button plain small" aria-pressed={level === name} onClick={() => setLevel(name)}>{name}</button>
        ))}
        <label className="check"><input type="checkbox" checked={onlySelected} onChange={(event) => setOnlySelected(event.target.checked)} /> selected nodes only</label>
      </div>
      <div
        ref={list} className="console-lines" role="log" aria-live="off" tabIndex={0} aria-label="Lines"
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          isFollowing.current = scrollHeight - scrollTop - clientHeight <= NEAR;
        }}
      >
        {shown.length > drawn && <button type="button" className="button plain small" onClick={() => setDrawn(drawn * 4)}>{shown.length - drawn} earlier lines</button>}
        {shown.slice(-drawn).map((line) => (
          <ConsoleLine key={line.seq} line={line} name={line.place === undefined ? 'run' : placeTitle(graph, types, line.place)} />
        ))}
      </div>
    </div>
  );
}

const ConsoleLine = memo(function ConsoleLine({ line, name }: { line: Line; name: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={`line ${line.level}`}>
      <time className="numbers" dateTime={line.at}>{line.at.slice(11, 23)}</time>
      {line.place === undefined ? <span className="line-place">{name}</span>
        : <button type="button" className="line-place link" onClick={() => showNode(line.place ?? '')}>{name}</button>}
      <div className="line-text">
        {line.value === undefined ? <Told line={line} />
          : <button type="button" className="line-value" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{line.text}</button>}
        {isOpen && line.value !== undefined && <Given value={line.value} />}
      </div>
    </div>
  );
});

/** What went wrong leads to where it did. */
function Told({ line: { level, place, text } }: { line: Line }) {
  return level === 'error' && place !== undefined
    ? <button type="button" className="line-value" onClick={() => showNode(place)}>{text}</button> : text;
}

/** What a node gave; by output where some of it has to be loaded first. */
function Given({ value }: { value: Json }) {
  return isObject(value) && Object.values(value).some(isReference)
    ? Object.entries(value).map(([key, output]) => output !== undefined && <Value key={key} label={key} value={output} />)
    : <Value value={value} />;
}
