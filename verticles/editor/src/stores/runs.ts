import { create } from 'zustand';
import { isObject, type Json } from '../json';
import { RunLog, type Taken } from '../run/log';
import { Playtest, type Said } from '../run/plugins/playtest';
import { Replay } from '../run/replay';
import type { RunEvent, RunGroup, RunHead, RunnerEvents, RunParts, RunStatus } from '../wire';
import { Failure } from '../bridge/failures';
import { request, useConnection } from './connection';
import { complain } from './notices';

/** A run that this page follows, as windows show it. */
export interface FollowedRun {
  readonly run: string;
  readonly spell: string;
  readonly status: RunStatus;
  readonly began: string | undefined;
  readonly ms: number | undefined;
  /** Number of its last event. */
  readonly tail: number;
  /** The run as a conversation. */
  readonly said: readonly Said[];
  readonly isOwn: boolean;
}

interface RunsState {
  readonly runs: { readonly [run: string]: FollowedRun };
  /** By spell, the oldest first. */
  readonly bySpell: { readonly [spell: string]: readonly string[] };
}

interface Follower {
  readonly spell: string;
  readonly log: RunLog;
  readonly playtest: Playtest;
  readonly chat: Replay;
  readonly isOwn: boolean;
  asking: boolean;
  askAgain: boolean;
  rewound: boolean;
}

/** So many ended runs of a spell are kept here; one that is played makes ever more. The server has them all. */
export const KEPT = 50;

/** Called once a frame for what changed: windows that show the run go along. */
export type RunHearer = (run: string, log: RunLog, rewound: boolean) => void;

export const useRuns = create<RunsState>(() => ({ runs: {}, bySpell: {} }));

const ENDED: ReadonlySet<RunStatus> = new Set(['completed', 'failed', 'cancelled']);
const followers = new Map<string, Follower>();
const touched = new Set<string>();
const hearers = new Set<RunHearer>();
const looked = new Set<() => string | undefined>();
const newcomers = new Set<(spell: string, run: string) => void>();
let isDue = false;

export function isLive(run: string): boolean {
  const status = useRuns.getState().runs[run]?.status;
  return status === 'running' || status === 'waiting';
}

/** The newest that has not ended. */
export function liveRunOf(spell: string): string | undefined {
  return useRuns.getState().bySpell[spell]?.findLast(isLive);
}

export function logOf(run: string): RunLog | undefined {
  return followers.get(run)?.log;
}

/** Tells of each run that is followed from now on and has not ended. */
export function hearNewRuns(hear: (spell: string, run: string) => void): void {
  newcomers.add(hear);
}

/** What somebody looks at is not let go. */
export function lookAt(shown: () => string | undefined): void {
  looked.add(shown);
}

export function hearRuns(hear: RunHearer): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** Follows a run from now on; asks for what there is of it already. */
export function follow(spell: string, run: string, head?: RunHead, isOwn = false): void {
  const known = followers.get(run);
  if (!known) {
    forgetOldest(spell);
    const playtest = new Playtest();
    followers.set(run, {
      spell, log: new RunLog(), playtest, chat: new Replay([playtest]), isOwn, asking: false, askAgain: false, rewound: false,
    });
    useRuns.setState(({ runs, bySpell }) => ({
      runs: { ...runs, [run]: shownOf(run, head?.status ?? 'running') },
      bySpell: { ...bySpell, [spell]: [...(bySpell[spell] ?? []), run] },
    }));
    if (head === undefined || !ENDED.has(head.status)) {
      newcomers.forEach((hear) => hear(spell, run));
    }
  }
  if (head && followers.get(run)?.log.take(head).isWhole === false) {
    void catchUp(run);
  }
}

/** What came on a spell's address. */
export function hearRun(spell: string, body: Json): void {
  if (!isObject(body) || typeof body['run'] !== 'string') {
    return;
  }
  const run = body['run'];
  follow(spell, run);
  const message = body as unknown as RunGroup | RunParts | RunHead;
  heed(run, (log) => log.take(message));
}

/** Puts a run's events here that were read in another way, as those of an old run. */
export function fillRun(run: string, events: readonly RunEvent[]): void {
  heed(run, (log) => log.take({ run, epoch: log.epoch, events }));
}

export function forgetRuns(spell: string): void {
  forget(spell, new Set(useRuns.getState().bySpell[spell]));
  useRuns.setState(({ bySpell }) => ({ bySpell: Object.fromEntries(Object.entries(bySpell).filter(([other]) => other !== spell)) }));
}

/** Lets the oldest go that have ended, where there are too many. */
function forgetOldest(spell: string): void {
  const shown = new Set([...looked].map((look) => look()));
  const ended = (useRuns.getState().bySpell[spell] ?? []).filter((run) => followers.get(run)?.log.hasEnded && !shown.has(run));
  if (ended.length > KEPT) {
    forget(spell, new Set(ended.slice(0, ended.length - KEPT)));
  }
}

function forget(spell: string, gone: ReadonlySet<string>): void {
  gone.forEach((run) => followers.delete(run));
  useRuns.setState(({ runs, bySpell }) => ({
    runs: Object.fromEntries(Object.entries(runs).filter(([run]) => !gone.has(run))),
    bySpell: { ...bySpell, [spell]: (bySpell[spell] ?? []).filter((run) => !gone.has(run)) },
  }));
}

function heed(run: string, take: (log: RunLog) => Taken): void {
  const follower = followers.get(run);
  if (!follower) {
    return;
  }
  const { isWhole, rewound } = take(follower.log);
  follower.rewound ||= rewound;
  touch(run);
  if (!isWhole) {
    void catchUp(run);
  }
}

/** Asks for what is missing until nothing is; one question at a time for each run. */
export async function catchUp(run: string): Promise<void> {
  const follower = followers.get(run);
  if (!follower) {
    return;
  }
  if (follower.asking) {
    follower.askAgain = true;
    return;
  }
  follower.asking = true;
  useConnection.setState(({ catchingUp }) => ({ catchingUp: catchingUp + 1 }));
  try {
    let more = true;
    while (more) {
      follower.askAgain = false;
      const { log } = follower;
      const answer: RunnerEvents = await request('spellmesh.tab.since', {
        run, after: log.last, ...(log.epoch === 0 ? {} : { epoch: log.epoch }),
      });
      const taken = log.takeAnswer(answer);
      follower.rewound ||= taken.rewound;
      touch(run);
      more = taken.more || follower.askAgain;
    }
  } catch (error) {
    // After the next connection, or by the next head, it is asked again.
    if (!(error instanceof Failure && error.isPassing)) {
      complain(error);
    }
  } finally {
    follower.asking = false;
    useConnection.setState(({ catchingUp }) => ({ catchingUp: catchingUp - 1 }));
  }
}

/** However much comes, it is shown once a frame. */
function touch(run: string): void {
  touched.add(run);
  if (!isDue) {
    isDue = true;
    // A page in the background draws no frames, and should be complete all the same when it is looked at.
    (document.visibilityState === 'visible' ? requestAnimationFrame : (show: () => void) => setTimeout(show, 250))(flush);
  }
}

function flush(): void {
  isDue = false;
  const changed: Record<string, FollowedRun> = {};
  for (const run of touched) {
    const follower = followers.get(run);
    if (follower) {
      const { log, chat, rewound } = follower;
      if (rewound) {
        chat.reset();
      }
      chat.tell(log.events);
      log.texts.forEach((text) => chat.tellText(text));
      changed[run] = shownOf(run, statusOf(log));
      follower.rewound = false;
      hearers.forEach((hear) => hear(run, log, rewound));
    }
  }
  touched.clear();
  useRuns.setState(({ runs }) => ({ runs: { ...runs, ...changed } }));
}

function shownOf(run: string, status: RunStatus): FollowedRun {
  const follower = followers.get(run);
  const last = follower?.log.events.at(-1);
  return {
    run, spell: follower?.spell ?? '', status, began: follower?.log.events[0]?.at, tail: follower?.log.last ?? 0,
    ms: last && (last.kind === 'completed' || last.kind === 'failed' || last.kind === 'cancelled') ? last.ms : undefined,
    said: follower?.playtest.list() ?? [], isOwn: follower?.isOwn ?? false,
  };
}

function statusOf(log: RunLog): RunStatus {
  const last = log.events.at(-1);
  switch (last?.kind) {
    case 'completed':
    case 'failed':
    case 'cancelled':
    case 'interrupted':
      return last.kind;
    case 'node.waiting':
      return 'waiting';
    default:
      return 'running';
  }
}
