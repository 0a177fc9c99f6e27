/** As people read a time that something took. */
export function duration(ms: number): string {
  if (ms < 1_000) {
    return `${Math.round(ms)} ms`;
  }
  return ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
}

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago something was, roughly. */
export function ago(at: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(at) - now) / 1_000);
  const minutes = Math.round(seconds / 60);
  const hours = Math.round(minutes / 60);
  if (Math.abs(seconds) < 45) {
    return 'just now';
  }
  return Math.abs(minutes) < 60 ? RELATIVE.format(minutes, 'minute')
    : Math.abs(hours) < 24 ? RELATIVE.format(hours, 'hour') : RELATIVE.format(Math.round(hours / 24), 'day');
}
