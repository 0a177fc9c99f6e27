/** Spells that are to run as soon as they are open; a wish is granted once. */
const wished = new Set<string>();

export function wishRun(spell: string): void {
  wished.add(spell);
}

export function takeWish(spell: string): boolean {
  return wished.delete(spell);
}
