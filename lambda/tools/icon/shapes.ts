/** A shape on the unit square (0,0 top left, 1,1 bottom right): is this point inside it? */
export type Shape = (x: number, y: number) => boolean;

/** A box given by its edges, with corners rounded by `radius` (all in parts of the icon's width). */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly radius: number;
}

/** A ring given by its centre, the radius of its middle line and its thickness. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly thickness: number;
}

/** The rounded box as a shape. `radius` 0 gives sharp corners. */
export function box({ left, top, right, bottom, radius }: Box): Shape {
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) {
      return false;
    }
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return Math.hypot(dx, dy) <= radius;
  };
}

/** The full ring as a shape. */
export function ring({ x: centreX, y: centreY, radius, thickness }: Ring): Shape {
  return (x, y) => Math.abs(Math.hypot(x - centreX, y - centreY) - radius) <= thickness / 2;
}

/** The part of the ring that opens upwards: at most `halfAngleDeg` (0 to 180) degrees either side of straight up. */
export function arcUp(of: Ring, halfAngleDeg: number): Shape {
  const whole = ring(of);
  const halfAngle = (halfAngleDeg * Math.PI) / 180;
  return (x, y) => whole(x, y) && Math.abs(Math.atan2(x - of.x, of.y - y)) <= halfAngle;
}

/** What is in all of the shapes. */
export function both(...shapes: readonly Shape[]): Shape {
  return (x, y) => shapes.every((shape) => shape(x, y));
}
