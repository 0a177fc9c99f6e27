import { create } from 'zustand';
import type { RunLog } from '../run/log';
import { Console, type Line } from '../run/plugins/console';
import { Overlay, type NodeRun } from '../run/plugins/overlay';
import { Recording } from '../run/plugins/recording';
import { Timings, type Timing } from '../run/plugins/timings';
import { Replay } from '../run/replay';
import { documentOf } from './documents';
import { hearRuns, logOf } from './runs';

/** The run that is shown on the canvas and in the windows, and up to where. */
interface StageState {
  readonly spell: string | undefined;
  readonly run: string | undefined;
  /** The last event shown; absent where all of it is, as it comes. */
  readonly upTo: number | undefined;
  /** How many events of it there are. */
  readonly tail: number;
  readonly nodes: { readonly [place: string]: NodeRun };
  readonly lines: readonly Line[];
  readonly timings: readonly Timing[];
}

const EMPTY = { run: undefined, upTo: undefined, tail: 0, nodes: {}, lines: [], timings: [] };

export const useStage = create<StageState>(() => ({ spell: undefined, ...EMPTY }));

const overlay = new Overlay();
const console = new Console();
const timings = new Timings();
const recording = new Recording();
let replay = new Replay([]);

/** Shows a run; undefined for none. */
export function show(spell: string, run: string | undefined, upTo?: number): void {
  const graph = documentOf(spell)?.history.present.graph;
  replay = new Replay([overlay, console, timings, recording], graph);
  replay.reset();
  useStage.setState({ ...EMPTY, spell, run, upTo });
  const log = run === undefined ? undefined : logOf(run);
  if (log) {
    advance(log);
  }
}

/** Goes to where the run was after its nth event; undefined for its newest. */
export function scrubTo(upTo: number | undefined): void {
  const { run } = useStage.getState();
  const log = run === undefined ? undefined : logOf(run);
  useStage.setState({ upTo });
  if (log) {
    advance(log);
  }
}

/** What is known of the shown run, as a file to keep. */
export function recordingOfShown(): Recording {
  return recording;
}

hearRuns((run, log, rewound) => {
  if (run === useStage.getState().run) {
    if (rewound) {
      replay.reset();
    }
    advance(log);
  }
});

function advance(log: RunLog): void {
  const { upTo, nodes, lines } = useStage.getState();
  replay.tell(log.events, Math.min(upTo ?? log.last, log.last));
  if (upTo === undefined) {
    log.texts.forEach((text) => replay.tellText(text));
  }
  const { all, changed } = overlay.take();
  useStage.setState({
    tail: log.last,
    nodes: all ? Object.fromEntries(changed) : changed.size > 0 ? { ...nodes, ...Object.fromEntries(changed) } : nodes,
    lines: console.lines.length === lines.length ? lines : [...console.lines],
    timings: timings.list(),
  });
}
