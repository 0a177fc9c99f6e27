import { useEffect, useState, type RefObject } from 'react';

/** What on the canvas is looked at, and where on it. */
export type Looked = { readonly x: number; readonly y: number } & (
  | { readonly kind: 'wire'; readonly id: string }
  | { readonly kind: 'socket'; readonly node: string; readonly key: string; readonly side: 'inputs' | 'outputs' });

/** So that nothing opens on the way of the pointer across the canvas, and it gets from a wire to its card. */
const OPENS_MS = 180;
const CLOSES_MS = 260;

/** The wire or socket under the pointer, or the wire with the focus. @param card stays while the pointer is on it */
export function useLook(card: RefObject<HTMLElement | null>): Looked | undefined {
  const [looked, setLooked] = useState<Looked | undefined>();
  useEffect(() => {
    const canvas = card.current?.closest<HTMLElement>('.canvas');
    if (!canvas) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (to: Looked | undefined) => {
      clearTimeout(timer);
      // The card of a wire that has the focus stays wherever the pointer goes.
      if (to || !canvas.querySelector('.react-flow__edge:focus')) {
        timer = setTimeout(() => setLooked(to), to ? OPENS_MS : CLOSES_MS);
      }
    };
    const now = (to: Looked | undefined) => {
      clearTimeout(timer);
      setLooked(to);
    };
    const over = (event: PointerEvent) => {
      const target = event.target as Element;
      if (card.current?.contains(target)) {
        clearTimeout(timer);
      } else if (event.buttons === 0) {
        later(lookedAt(target, canvas, event.clientX, event.clientY));
      }
    };
    const focused = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches('.react-flow__edge')) {
        const { left, top, width, height } = target.getBoundingClientRect();
        now(lookedAt(target, canvas, left + width / 2, top + height / 2));
      }
    };
    const blurred = ({ relatedTarget }: FocusEvent) => card.current?.contains(relatedTarget as Node | null) || now(undefined);
    const left = () => later(undefined);
    const pressed = ({ target }: Event) => card.current?.contains(target as Node) || now(undefined);
    const escaped = ({ key }: KeyboardEvent) => key === 'Escape' && now(undefined);
    canvas.addEventListener('pointerover', over);
    canvas.addEventListener('pointerleave', left);
    canvas.addEventListener('pointerdown', pressed);
    canvas.addEventListener('wheel', pressed, { passive: true });
    canvas.addEventListener('focusin', focused);
    canvas.addEventListener('focusout', blurred);
    addEventListener('keydown', escaped);
    return () => {
      clearTimeout(timer);
      canvas.removeEventListener('pointerover', over);
      canvas.removeEventListener('pointerleave', left);
      canvas.removeEventListener('pointerdown', pressed);
      canvas.removeEventListener('wheel', pressed);
      canvas.removeEventListener('focusin', focused);
      canvas.removeEventListener('focusout', blurred);
      removeEventListener('keydown', escaped);
    };
  }, [card]);
  return looked;
}

function lookedAt(target: Element, canvas: Element, clientX: number, clientY: number): Looked | undefined {
  const box = canvas.getBoundingClientRect();
  const at = { x: clientX - box.left, y: clientY - box.top };
  const wire = target.closest<HTMLElement>('.react-flow__edge')?.dataset['id'];
  if (wire !== undefined) {
    return { ...at, kind: 'wire', id: wire };
  }
  const { nodeid: node, handleid: key } = target.closest('.socket')?.querySelector<HTMLElement>('.react-flow__handle')?.dataset ?? {};
  const side = target.closest('.sockets.in') ? 'inputs' : 'outputs';
  return node !== undefined && key !== undefined ? { ...at, kind: 'socket', node, key, side } : undefined;
}
