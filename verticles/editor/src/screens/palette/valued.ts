import { defaultFilter } from 'cmdk';

/** Between what is searched in and what only tells choices of one name apart. */
const APART = ' \u2016';

/** What a choice goes by. Its id is not searched in: letters and digits of every kind are in there. */
export function valued(words: string, id: string): string {
  return words.replaceAll(APART, ' ') + APART + id;
}

/** How well a choice fits what is typed, from 0 to 1. */
export function fits(value: string, search: string, keywords?: string[]): number {
  return defaultFilter(value.split(APART)[0] ?? '', search, keywords);
}
