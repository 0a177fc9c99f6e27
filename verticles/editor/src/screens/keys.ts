const ARROWS: { readonly [key: string]: string } = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

/** A key as it is printed on keyboards. */
export function spokenKey(key: string): string {
  return key.split('+').map((part) => ARROWS[part] ?? part).join('+');
}
