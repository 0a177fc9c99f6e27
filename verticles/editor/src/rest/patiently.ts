import { backoff } from '../bridge/backoff';
import { Failure } from '../bridge/failures';

/** While a process of the mesh goes and another takes its place, some seconds pass. */
const ATTEMPTS = 6;

/** Asks again, each time a little later, while a later answer is likely. Only for what may be asked twice. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof Failure && error.isPassing)) {
        throw error;
      }
      await new Promise((resume) => setTimeout(resume, backoff(attempt - 1)));
    }
  }
}
