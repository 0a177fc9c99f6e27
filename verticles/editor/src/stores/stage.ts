import { create } from 'zustand';
import type { RunLog } from '../run/log';
import { Console, type Line } from '../run/plugins/console';
import { Overlay, type NodeRun } from '../run/plugins/overlay';
import { Recording } from '../run/plugins/recording';
import { Timings, type Timing } from '../run/plugins/timings';
import { Replay } from '../run/replay';
import { documentOf } from './documents';
import { hearNewRuns, hearRuns, isLive, logOf, lookAt } from './runs';

/** Lists are told anew so often while a run goes on, which is as fast as they are read; nodes in every frame. */
const READING_MS = 200;
/** Who looks at all nodes at once draws all of them anew. */
const OVERVIEW_MS = 1_000;

/** The run that is shown on the canvas and in the windows, and up to where. */
interface StageState {
  readonly spell: string | undefined;
  readonly run: string | undefined;
  /** The last event shown; absent where all of it is, as it comes. */
  readonly upTo: number | undefined;
  /** Whether somebody looks at this very run, so that no newer one takes its place. */
  readonly isHeld: boolean;
  readonly nodes: { readonly [place: string]: NodeRun };
  /** How many events of it there are; this and what follows is told to be read. */
  readonly tail: number;
  /** The same as `nodes`, for who looks at all of them. */
  readonly overview: { readonly [place: string]: NodeRun };
  readonly lines: readonly Line[];
  readonly timings: readonly Timing[];
}

const EMPTY = { run: undefined, upTo: undefined, isHeld: false, nodes: {}, tail: 0, overview: {}, lines: [], timings: [] };

export const useStage = create<StageState>(() => ({ spell: undefined, ...EMPTY }));

const overlay = new Overlay();
const console = new Console();
const timings = new Timings();
const recording = new Recording();
let replay = new Replay([]);
let reading: ReturnType<typeof setTimeout> | undefined;
let overviewAt = 0;

/** Shows a run; undefined for none. */
export function show(spell: string, run: string | undefined, isHeld = false): void {
  const graph = documentOf(spell)?.history.present.graph;
  replay = new Replay([overlay, console, timings, recording], graph);
  replay.reset();
  useStage.setState({ ...EMPTY, spell, run, isHeld });
  const log = run === undefined ? undefined : logOf(run);
  if (log) {
    advance(log);
    tellReaders();
  }
}

/** Goes to where the run was after its nth event; undefined for its newest. */
export function scrubTo(upTo: number | undefined): void {
  const { run } = useStage.getState();
  const log = run === undefined ? undefined : logOf(run);
  useStage.setState({ upTo });
  if (log) {
    advance(log);
    tellReaders();
  }
}

/** What is known of the shown run, as a file to keep. */
export function recordingOfShown(): Recording {
  return recording;
}

lookAt(() => useStage.getState().run);

hearRuns((run, log, rewound) => {
  if (run === useStage.getState().run) {
    if (rewound) {
      replay.reset();
    }
    advance(log);
    if (log.hasEnded) {
      tellReaders();
    } else {
      reading ??= setTimeout(() => tellReaders(performance.now() - overviewAt > OVERVIEW_MS), READING_MS);
    }
  }
});

// What begins elsewhere, in another tab, over REST or by a source, is seen here too.
hearNewRuns((spell, run) => {
  const { spell: onStage, run: shown, upTo, isHeld } = useStage.getState();
  if (onStage === spell && !isHeld && upTo === undefined && (shown === undefined || !isLive(shown))) {
    show(spell, run);
  }
});

function advance(log: RunLog): void {
  const { upTo, nodes } = useStage.getState();
  replay.tell(log.events, Math.min(upTo ?? log.last, log.last));
  if (upTo === undefined) {
    log.texts.forEach((text) => replay.tellText(text));
  }
  const { all, changed } = overlay.take();
  if (all || changed.size > 0) {
    useStage.setState({ nodes: all ? Object.fromEntries(changed) : { ...nodes, ...Object.fromEntries(changed) } });
  }
}

function tellReaders(withOverview = true): void {
  clearTimeout(reading);
  reading = undefined;
  const { run, nodes, overview, lines } = useStage.getState();
  const isSame = console.lines.length === lines.length && console.lines.at(-1) === lines.at(-1);
  if (withOverview) {
    overviewAt = performance.now();
  }
  useStage.setState({
    tail: (run === undefined ? undefined : logOf(run)?.last) ?? 0, overview: withOverview ? nodes : overview,
    lines: isSame ? lines : [...console.lines], timings: timings.list(),
  });
}
