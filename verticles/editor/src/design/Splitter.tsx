import { useRef } from 'react';

interface Props {
  readonly side: 'left' | 'right' | 'top';
  readonly size: number;
  readonly least: number;
  readonly most: number;
  /** How many pixels one of the size is; 1 unless said. */
  readonly pixels?: () => number;
  readonly onSize: (size: number) => void;
}

/** In pixels. */
const STEP = 24;

/** An edge that can be pulled, by mouse or by arrow keys. */
export function Splitter({ side, size, least, most, pixels = () => 1, onSize }: Props) {
  const from = useRef({ at: 0, size });
  const clamp = (to: number) => Math.round(Math.min(most, Math.max(least, to)));
  const isAcross = side === 'top';
  const grows = side === 'right' ? 1 : -1;
  const placeOf = (event: React.PointerEvent) => isAcross ? event.clientY : event.clientX;
  return (
    <div
      role="separator" tabIndex={0} className={`splitter ${side}`} aria-label="Size"
      aria-orientation={isAcross ? 'horizontal' : 'vertical'} aria-valuenow={size} aria-valuemin={least} aria-valuemax={most}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { at: placeOf(event), size };
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) {
          onSize(clamp(from.current.size + grows * (placeOf(event) - from.current.at) / pixels()));
        }
      }}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (by !== undefined) {
          event.preventDefault();
          onSize(clamp(size + grows * by * Math.max(1, STEP / pixels())));
        }
      }}
    />
  );
}
