import type { RunEvent, RunGroup, RunHead, RunnerEvents, RunParts, RunPartsPart, RunPartsSnapshot } from '../wire';

/** What a run message changed. */
export interface Taken {
  /** Whether nothing is missing, as far as can be told; if not, it is time to ask since. */
  readonly isWhole: boolean;
  /** Whether events that were there are there no longer: whoever counted along begins anew. */
  readonly rewound: boolean;
}

export interface Text {
  readonly step: string;
  readonly node: string;
  readonly socket: string;
  readonly n: number;
  readonly text: string;
}

/** In place of an attempt: nothing more is to come of the step, unless it is tried again. */
const OVER = 0;

const WHOLE: Taken = { isWhole: true, rewound: false };
const MISSING: Taken = { isWhole: false, rewound: false };

/** Everything known of one run: its events in order, each once, and the texts that are still being made. */
export class RunLog {
  readonly events: RunEvent[] = [];
  readonly texts = new Map<string, Text>();
  epoch = 0;
  private readonly attempts = new Map<string, number>();

  get last(): number {
    return this.events.length;
  }

  get hasEnded(): boolean {
    const kind = this.events.at(-1)?.kind;
    return kind === 'completed' || kind === 'failed' || kind === 'cancelled';
  }

  take(message: RunGroup | RunParts | RunHead): Taken {
    if ('events' in message) {
      return this.takeGroup(message);
    }
    return 'parts' in message ? this.takeParts(message) : this.takeHead(message);
  }

  /** The answer to since: what was missed, and what steps under way have given so far. */
  takeAnswer(answer: RunnerEvents): Taken & { readonly more: boolean } {
    let rewound = answer.reset && this.last > 0;
    if (answer.reset) {
      this.cut(0);
      this.epoch = 0;
    }
    for (const group of answer.groups) {
      rewound = this.takeGroup(group).rewound || rewound;
    }
    for (const text of answer.texts ?? []) {
      this.takeSnapshot(text);
    }
    return { isWhole: true, rewound, more: answer.more || answer.reset };
  }

  private takeGroup(group: RunGroup): Taken {
    if (group.epoch < this.epoch) {
      return WHOLE;
    }
    let rewound = false;
    for (const event of group.events) {
      if (event.seq > this.last + 1) {
        return { isWhole: false, rewound };
      }
      if (group.epoch > this.epoch && (event.kind === 'resumed' || event.kind === 'interrupted')) {
        // What an owner that was taken over still wrote from here on does not count.
        rewound = this.cut(event.seq - 1) || rewound;
      }
      this.epoch = Math.max(this.epoch, group.epoch);
      if (event.seq === this.last + 1) {
        this.add(event);
      }
    }
    return { isWhole: true, rewound };
  }

  private add(event: RunEvent): void {
    this.events.push(event);
    this.count(event);
  }

  private count(event: RunEvent): void {
    if (event.kind === 'node.started') {
      this.attempts.set(event.step, event.attempt ?? 1);
    } else if (event.kind === 'node.completed' || event.kind === 'node.failed') {
      this.forget(event.step);
    }
  }

  private cut(length: number): boolean {
    if (this.last <= length) {
      return false;
    }
    this.events.length = length;
    this.texts.clear();
    this.attempts.clear();
    this.events.forEach((event) => this.count(event));
    return true;
  }

  private takeHead(head: RunHead): Taken {
    return head.epoch > this.epoch || (head.epoch === this.epoch && head.tail > this.last) ? MISSING : WHOLE;
  }

  private takeParts(message: RunParts): Taken {
    if (message.epoch < this.epoch) {
      return WHOLE;
    }
    return message.epoch > this.epoch || !message.parts.every((part) => this.takePart(part)) ? MISSING : WHOLE;
  }

  /** Whether it fits behind what is there, or was there already. */
  private takePart(part: RunPartsPart): boolean {
    const attempt = part.attempt ?? 1;
    const started = this.attempts.get(part.step);
    if (this.isOver(part.step)) {
      return true;
    }
    if (started === undefined || attempt > started) {
      return false;
    }
    const key = textKey(part.step, part.socket);
    const before = this.texts.get(key);
    const n = before?.n ?? 0;
    if (attempt < started || part.n <= n) {
      return true;
    }
    if (part.n > n + 1) {
      return false;
    }
    this.texts.set(key, { step: part.step, node: part.node, socket: part.socket, n: part.n, text: (before?.text ?? '') + part.text });
    return true;
  }

  private takeSnapshot(text: RunPartsSnapshot): void {
    const key = textKey(text.step, text.socket);
    if (this.attempts.get(text.step) === (text.attempt ?? 1) && text.n > (this.texts.get(key)?.n ?? 0)) {
      this.texts.set(key, { step: text.step, node: text.node, socket: text.socket, n: text.n, text: text.text });
    }
  }

  private isOver(step: string): boolean {
    return this.attempts.get(step) === OVER;
  }

  private forget(step: string): void {
    this.attempts.set(step, OVER);
    for (const [key, text] of this.texts) {
      if (text.step === step) {
        this.texts.delete(key);
      }
    }
  }
}

function textKey(step: string, socket: string): string {
  return `${step} ${socket}`;
}
