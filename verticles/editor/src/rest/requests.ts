import type { RequestsRequestPage } from '../wire';
import { query } from './query';
import { rest } from './rest';

/** What each question to a model took; what was asked and answered is not kept. */
export const requests = {
  list: (after?: string) => rest<RequestsRequestPage>('GET', `/api/requests${query({ limit: 100, after })}`),
};
