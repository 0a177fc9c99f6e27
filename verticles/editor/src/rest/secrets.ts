import { rest } from './rest';

/** A key of the person's own for a vendor of models; the key itself never comes back. */
export interface Secret {
  readonly name: string;
  /** Its last four characters. */
  readonly hint: string;
  readonly kept: string;
}

const path = (name: string) => `/api/secrets/${encodeURIComponent(name)}`;

export const secrets = {
  list: () => rest<{ readonly items: readonly Secret[] }>('GET', '/api/secrets'),
  keep: (name: string, value: string) => rest<Secret>('PUT', path(name), { value }),
  forget: (name: string) => rest<void>('DELETE', path(name)),
};
