/** The program's own sign. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="mark">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M9 21.5c3.2 0 4.4-1.9 5.6-5.5S17.400 10.500 23 10.500" fill="none" stroke="var(--on-accent)" strokeWidth="2.400" strokeLinecap="round" />
      <circle cx="9" cy="21.500" r="3" fill="var(--on-accent)" />
      <circle cx="23" cy="10.500" r="3" fill="var(--on-accent)" />
    </svg>
  );
}
