import { Failure } from '../bridge/failures';
import type { Json } from '../json';
import type { FailureCode, Mistake } from '../wire';
import { patiently } from './patiently';

/** Who signs requests, and what to do when a token has ended. */
export interface Signing {
  token(): string | undefined;
  /** Gets a new token; fails where the person has to sign in again. */
  renew(): Promise<void>;
}

interface Problem {
  readonly code?: FailureCode;
  readonly detail?: string;
  readonly title?: string;
  readonly errors?: readonly Mistake[];
}

let signing: Signing = { token: () => undefined, renew: () => Promise.reject(new Failure('UNAUTHENTICATED', 'Not signed in.')) };

export function signWith(how: Signing): void {
  signing = how;
}

/** Asks the server over REST; signs in anew once if the token has ended. What only reads is asked again if it fails in passing. */
export function rest<T>(method: string, path: string, body?: Json | object): Promise<T> {
  const ask = () => signed<T>(method, path, body);
  return method === 'GET' ? patiently(ask) : ask();
}

async function signed<T>(method: string, path: string, body: Json | object | undefined): Promise<T> {
  try {
    return await once<T>(method, path, body);
  } catch (error) {
    if (error instanceof Failure && error.code === 'UNAUTHENTICATED' && signing.token() !== undefined) {
      await signing.renew();
      return once<T>(method, path, body);
    }
    throw error;
  }
}

/** A request that nobody signs. */
export function openly<T>(path: string, body: object): Promise<T> {
  return answered<T>(send('POST', path, body, undefined));
}

function once<T>(method: string, path: string, body: Json | object | undefined): Promise<T> {
  return answered<T>(send(method, path, body, signing.token()));
}

function send(method: string, path: string, body: unknown, token: string | undefined): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (token !== undefined) {
    headers['Authorization'] = `Bearer ${token}`;
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  return fetch(`.${path}`, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
}

async function answered<T>(sent: Promise<Response>): Promise<T> {
  const response = await sent.catch(() => {
    throw new Failure('OFFLINE', 'The server cannot be reached.');
  });
  if (response.ok) {
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
  const problem = await response.json().catch(() => ({})) as Problem;
  throw new Failure(problem.code ?? (response.status === 401 ? 'UNAUTHENTICATED' : 'INTERNAL'),
    problem.detail ?? problem.title ?? `The server answered ${response.status}.`, problem.errors ?? []);
}
