const MOST_DECIMALS = 12;
const WHOLE = new Intl.NumberFormat('en');

/** Bytes, as people say them. */
export function size(bytes: number): string {
  return bytes < 1_000 ? `${bytes} B` : bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function count(number: number | undefined): string {
  return number === undefined ? '–' : WHOLE.format(number);
}

/** What is known of a cost, and of how many it is not. */
export function cost(known: number | undefined, ofUnknown: number): string {
  return known === undefined || ofUnknown === 0 ? dollars(known) : `${dollars(known)} and ${count(ofUnknown)} of unknown cost`;
}

/** US dollars; of small amounts the first two figures, for most requests cost less than a cent. */
export function dollars(amount: number | undefined): string {
  if (amount === undefined) {
    return '–';
  }
  if (amount === 0 || amount >= 0.01) {
    return `$${amount.toFixed(2)}`;
  }
  const rounded = Number(amount.toPrecision(2));
  return `$${rounded.toFixed(Math.min(MOST_DECIMALS, 1 - Math.floor(Math.log10(rounded))))}`;
}
