import type { SecretsSecret, SecretsSecretList } from '../wire';
import { rest } from './rest';

const path = (name: string) => `/api/secrets/${encodeURIComponent(name)}`;

/** The person's own keys for vendors of models; a key itself never comes back. */
export const secrets = {
  list: () => rest<SecretsSecretList>('GET', '/api/secrets'),
  keep: (name: string, value: string) => rest<SecretsSecret>('PUT', path(name), { value }),
  forget: (name: string) => rest<void>('DELETE', path(name)),
};
