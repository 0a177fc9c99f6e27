interface Props {
  readonly side: 'left' | 'right' | 'top';
  readonly size: number;
  readonly least: number;
  readonly most: number;
  readonly onSize: (size: number) => void;
}

const STEP = 24;

/** An edge that can be pulled, by mouse or by arrow keys. */
export function Splitter({ side, size, least, most, onSize }: Props) {
  const clamp = (to: number) => Math.round(Math.min(most, Math.max(least, to)));
  const isAcross = side === 'top';
  const grows = side === 'right' ? 1 : -1;
  return (
    <div
      role="separator" tabIndex={0} className={`splitter ${side}`} aria-label="Size"
      aria-orientation={isAcross ? 'horizontal' : 'vertical'} aria-valuenow={size} aria-valuemin={least} aria-valuemax={most}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) {
          onSize(clamp(size + grows * (isAcross ? event.movementY : event.movementX)));
        }
      }}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (by !== undefined) {
          event.preventDefault();
          onSize(clamp(size + grows * by * STEP));
        }
      }}
    />
  );
}
