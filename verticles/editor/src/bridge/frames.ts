import { FAILURE_NUMBERS } from '../wire';
import type { Json } from '../json';
import { Failure } from './failures';

/** What the bridge sends: a message or an answer, or that something was refused. */
export type Incoming =
  | { readonly kind: 'message'; readonly address: string; readonly body: Json }
  | { readonly kind: 'refusal'; readonly address: string | undefined; readonly failure: Failure };

interface RawFrame {
  readonly type: string;
  readonly address?: string;
  readonly body?: Json;
  readonly failureCode?: number;
  readonly failureType?: string;
  readonly message?: string;
}

const text = new TextDecoder();

/** The bridge's raw transport writes JSON in binary frames. */
export function readFrame(data: ArrayBuffer | string): Incoming | undefined {
  const frame = JSON.parse(typeof data === 'string' ? data : text.decode(data)) as RawFrame;
  switch (frame.type) {
    case 'rec':
      return { kind: 'message', address: frame.address ?? '', body: frame.body ?? null };
    case 'err':
      return { kind: 'refusal', address: frame.address, failure: failureOf(frame) };
    default:
      return undefined;
  }
}

function failureOf(frame: RawFrame): Failure {
  switch (frame.failureType) {
    case 'NO_HANDLERS':
      return new Failure('UNAVAILABLE', 'The server does not answer this just now.');
    case 'TIMEOUT':
      return new Failure('TIMED_OUT', 'The server did not answer in time.');
    default:
      return new Failure(FAILURE_NUMBERS[frame.failureCode ?? 0] ?? 'INTERNAL',
        frame.message ?? String(frame.body ?? 'The server refused.'));
  }
}
