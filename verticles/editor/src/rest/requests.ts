import { query } from './query';
import { rest } from './rest';

/** What one question to a model took; what was asked and answered is not kept. */
export interface ModelRequest {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly provider: string;
  readonly model: string;
  /** Absent where the vendor did not say. */
  readonly promptTokens?: number;
  readonly answerTokens?: number;
  /** In US dollars; absent where no price is known. */
  readonly cost?: number;
  readonly ms: number;
  /** `completed`, `cancelled`, or the code of the failure. */
  readonly status: string;
}

/** Of all requests that are kept. */
export interface RequestSums {
  readonly requests: number;
  readonly promptTokens: number;
  readonly answerTokens: number;
  readonly cost: number;
  readonly ofUnknownCost: number;
}

export interface RequestPage {
  readonly items: readonly ModelRequest[];
  readonly next?: string;
  readonly sums: RequestSums;
}

export const requests = {
  list: (after?: string) => rest<RequestPage>('GET', `/api/requests${query({ limit: 100, after })}`),
};
