import { createContext, useContext } from 'react';

/** How places of the graph that is drawn begin: empty for the spell itself, `7/` for the sub-spell of node 7. */
export const PlacePrefix = createContext('');

export const usePlacePrefix = (): string => useContext(PlacePrefix);
