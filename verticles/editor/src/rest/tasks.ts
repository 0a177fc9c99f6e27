import type { TasksStatus, TasksTask, TasksTaskPage } from '../wire';
import { query } from './query';
import { rest } from './rest';

const one = (task: string) => `/api/tasks/${encodeURIComponent(task)}`;

/** What agents are to reach; in lists without its steps. */
export const tasks = {
  list: (status?: TasksStatus, after?: string) => rest<TasksTaskPage>('GET', `/api/tasks${query({ status, after, limit: 50 })}`),
  get: (task: string) => rest<TasksTask>('GET', one(task)),
  begin: (objective: string) => rest<TasksTask>('POST', '/api/tasks', { objective }),
  end: (task: string, status: Exclude<TasksStatus, 'active'>) => rest<TasksTask>('POST', `${one(task)}/end`, { status }),
  delete: (task: string) => rest<void>('DELETE', one(task)),
};
