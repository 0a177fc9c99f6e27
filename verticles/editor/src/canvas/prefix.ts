import { createContext, useContext } from 'react';
import type { Inside } from '../stores/inside';

/** What this canvas draws: which spell, and how the places of its nodes begin in the run that is shown. */
export const Drawn = createContext<Inside & { readonly root: string }>({ root: '', spell: '', prefix: '' });

export const usePlacePrefix = (): string => useContext(Drawn).prefix;
