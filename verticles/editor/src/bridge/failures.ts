import type { FailureCode } from '../wire';

/** Why a question to the server has no answer. The message is for the person at the editor. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode | 'OFFLINE',
    message: string,
    readonly mistakes: readonly { node?: string; socket?: string; message: string }[] = [],
  ) {
    super(message);
    this.name = 'Failure';
  }

  /** Whether the same question may have an answer a little later. */
  get isPassing(): boolean {
    return this.code === 'OFFLINE' || this.code === 'UNAVAILABLE' || this.code === 'TIMED_OUT' || this.code === 'TOO_MANY';
  }
}

/** What to tell the person of any error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
