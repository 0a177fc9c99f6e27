const LONGEST = 200;

/** The name, or that with a number behind it where others have it already. */
export function freeName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` ${number}`;
    const tried = name.slice(0, LONGEST - end.length) + end;
    if (!taken.includes(tried)) {
      return tried;
    }
  }
}
