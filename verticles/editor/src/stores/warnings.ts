import { create } from 'zustand';
import type { Mistake } from '../wire';

/** What an import repaired, or could not. */
interface Warnings {
  readonly file: string;
  readonly warnings: readonly Mistake[];
}

export const useWarnings = create<{ readonly shown: Warnings | undefined }>(() => ({ shown: undefined }));

export function showWarnings(file: string, warnings: readonly Mistake[]): void {
  useWarnings.setState({ shown: { file, warnings } });
}
