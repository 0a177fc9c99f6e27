import type { Json } from '../json';
import { query } from './query';
import { rest } from './rest';

export type TaskStatus = 'active' | 'completed' | 'cancelled';

export interface TaskStep {
  readonly reasoning?: string;
  readonly skill?: string;
  readonly result?: string;
  readonly success?: string;
  readonly reflection?: string;
  readonly date: string;
}

/** What an agent is to reach; in lists without its steps. */
export interface Task {
  readonly id: string;
  readonly type?: string;
  readonly objective: string;
  readonly agentId?: string;
  readonly status: TaskStatus;
  readonly eventData?: Json;
  readonly steps: readonly TaskStep[];
  readonly created: string;
  readonly updated: string;
}

export interface TaskPage {
  readonly items: readonly Task[];
  readonly next?: string;
}

const one = (task: string) => `/api/tasks/${encodeURIComponent(task)}`;

export const tasks = {
  list: (status?: TaskStatus, after?: string) => rest<TaskPage>('GET', `/api/tasks${query({ status, after, limit: 50 })}`),
  get: (task: string) => rest<Task>('GET', one(task)),
  begin: (objective: string) => rest<Task>('POST', '/api/tasks', { objective }),
  end: (task: string, status: 'completed' | 'cancelled') => rest<Task>('POST', `${one(task)}/end`, { status }),
  delete: (task: string) => rest<void>('DELETE', one(task)),
};
