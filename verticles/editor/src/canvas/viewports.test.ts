import { describe, expect, it } from 'vitest';
import { firstViewport, type Margins } from './viewports';

const MARGINS: Margins = { top: 24, right: 24, bottom: 64, left: 24 };
const SIZE = { width: 688, height: 700 };
const NODE = { width: 220, height: 120 };

describe('how a spell is first looked at', () => {
  it('a small one stands in the middle of the free room', () => {
    const bounds = { x: 100, y: 50, width: 400, height: 300 };
    const { zoom, x, y } = firstViewport(bounds, { ...NODE, x: 100, y: 50 }, SIZE, MARGINS);
    expect(zoom).toBe(1.1);
    expect(x + (bounds.x + bounds.width / 2) * zoom).toBeCloseTo(24 + 640 / 2);
    expect(y + (bounds.y + bounds.height / 2) * zoom).toBeCloseTo(24 + 612 / 2);
  });

  it('on a large screen a small one is larger', () => {
    const { zoom } = firstViewport({ x: 0, y: 0, width: 400, height: 300 }, { ...NODE, x: 0, y: 0 }, { width: 1_968, height: 1_392 }, MARGINS);
    expect(zoom).toBe(1.5);
  });

  it('a wide one is legible, and begins at the left', () => {
    const { zoom, x } = firstViewport({ x: -80, y: 0, width: 4_000, height: 300 }, { ...NODE, x: -80, y: 0 }, SIZE, MARGINS);
    expect(zoom).toBe(0.8);
    expect(x + -80 * zoom).toBeCloseTo(24);
  });

  it('where the run begins far down, that is what is seen', () => {
    const begin = { ...NODE, x: 0, y: 2_000 };
    const { zoom, y } = firstViewport({ x: 0, y: 0, width: 4_000, height: 4_000 }, begin, SIZE, MARGINS);
    expect(y + (begin.y + begin.height / 2) * zoom).toBeCloseTo(24 + 612 / 2);
  });

  it('where the run begins at the far end, no room is left empty after it', () => {
    const bounds = { x: 0, y: 0, width: 4_000, height: 4_000 };
    const { zoom, x, y } = firstViewport(bounds, { ...NODE, x: 3_780, y: 3_880 }, SIZE, MARGINS);
    expect(x + bounds.width * zoom).toBeCloseTo(688 - 24);
    expect(y + bounds.height * zoom).toBeCloseTo(700 - 64);
  });
});
