import { create } from 'zustand';
import { Failure } from '../bridge/failures';
import { api } from '../rest/api';
import { patiently } from '../rest/patiently';
import { openly, signWith } from '../rest/rest';
import type { UsersAccount, UsersSignedIn } from '../wire';

const KEPT = 'spellmesh.refresh';
/** So long before its end a token counts as ended: a socket lives on it until it is renewed. */
const MARGIN_MS = 8 * 60_000;

interface SessionState {
  readonly state: 'unknown' | 'out' | 'in';
  readonly user: UsersAccount | undefined;
}

export const useSession = create<SessionState>(() => ({ state: 'unknown', user: undefined }));

let accessToken: string | undefined;
let endsAt = 0;
let renewal: Promise<void> | undefined;

function entered(signedIn: UsersSignedIn): void {
  accessToken = signedIn.accessToken;
  endsAt = Date.now() + signedIn.expiresIn * 1000 - MARGIN_MS;
  localStorage.setItem(KEPT, signedIn.refreshToken);
  useSession.setState({ state: 'in', user: signedIn.user });
}

function left(): void {
  accessToken = undefined;
  localStorage.removeItem(KEPT);
  useSession.setState({ state: 'out', user: undefined });
}

/** One at a time over all tabs: a refresh token that is spent twice ends the session. */
function renew(): Promise<void> {
  renewal ??= locked(async () => {
    const refreshToken = localStorage.getItem(KEPT);
    if (refreshToken === null) {
      left();
      throw new Failure('UNAUTHENTICATED', 'You are signed out.');
    }
    try {
      entered(await openly<UsersSignedIn>('/api/auth/refresh', { refreshToken }));
    } catch (error) {
      if (error instanceof Failure && !error.isPassing) {
        left();
      }
      throw error;
    }
  }).finally(() => {
    renewal = undefined;
  });
  return renewal;
}

function locked(work: () => Promise<void>): Promise<void> {
  return 'locks' in navigator ? navigator.locks.request(KEPT, work).then(() => undefined) : work();
}

signWith({ token: () => accessToken, renew });

/** A token that will hold for a while. */
export async function freshToken(): Promise<string> {
  if (accessToken === undefined || Date.now() > endsAt) {
    await renew();
  }
  return accessToken ?? '';
}

/** Signs in by the code of the printed link, else by what this browser kept. */
export async function begin(linkCode: string | undefined): Promise<void> {
  if (linkCode !== undefined) {
    entered(await openly<UsersSignedIn>('/api/auth/link', { code: linkCode }));
  } else if (localStorage.getItem(KEPT) === null) {
    left();
  } else {
    await patiently(renew).catch((error: unknown) => {
      if (error instanceof Failure && error.isPassing) {
        throw error;
      }
    });
  }
}

export async function login(email: string, password: string): Promise<void> {
  entered(await openly<UsersSignedIn>('/api/auth/login', { email, password }));
}

export async function register(email: string, password: string, name: string): Promise<void> {
  entered(await openly<UsersSignedIn>('/api/auth/register', { email, password, ...(name ? { name } : {}) }));
}

export async function logout(): Promise<void> {
  await api.logout().catch(() => undefined);
  left();
}
