const WHOLE = new Intl.NumberFormat('en');

export function count(number: number | undefined): string {
  return number === undefined ? '–' : WHOLE.format(number);
}

/** US dollars; of small amounts the first two figures, for most requests cost less than a cent. */
export function dollars(amount: number | undefined): string {
  if (amount === undefined) {
    return '–';
  }
  return amount === 0 || amount >= 0.01 ? `$${amount.toFixed(2)}` : `$${Number(amount.toPrecision(2)).toFixed(Math.min(12, 1 - Math.floor(Math.log10(amount))))}`;
}
