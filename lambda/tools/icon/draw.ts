import { arcUp, both, box, ring, type Shape } from './shapes';

/** Red, green, blue, each 0 to 255. */
type Colour = readonly [number, number, number];

/** One layer of the picture; later layers cover earlier ones. */
interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

const BROWN: Colour = [92, 58, 38];
const CREAM: Colour = [250, 240, 222];
const AMBER: Colour = [232, 168, 88];
const COFFEE: Colour = [58, 34, 22];

/** Samples per pixel edge: 4 × 4 points are averaged, so edges come out smooth. */
const SAMPLES = 4;

/** The cup sends out sound instead of steam: a voice shop. */
const LAYERS: readonly Layer[] = [
  { shape: box({ left: 0, top: 0, right: 1, bottom: 1, radius: 0.2 }), colour: BROWN },
  { shape: arcUp({ x: 0.46, y: 0.45, radius: 0.11, thickness: 0.042 }, 50), colour: AMBER },
  { shape: arcUp({ x: 0.46, y: 0.45, radius: 0.195, thickness: 0.042 }, 50), colour: AMBER },
  { shape: arcUp({ x: 0.46, y: 0.45, radius: 0.28, thickness: 0.042 }, 50), colour: AMBER },
  { shape: ring({ x: 0.675, y: 0.575, radius: 0.088, thickness: 0.045 }), colour: CREAM },
  {
    shape: both(
      box({ left: 0.24, top: 0.3, right: 0.68, bottom: 0.75, radius: 0.17 }),
      box({ left: 0, top: 0.46, right: 1, bottom: 1, radius: 0 }),
    ),
    colour: CREAM,
  },
  { shape: box({ left: 0.275, top: 0.485, right: 0.645, bottom: 0.525, radius: 0.02 }), colour: COFFEE },
  { shape: box({ left: 0.2, top: 0.785, right: 0.72, bottom: 0.83, radius: 0.0225 }), colour: CREAM },
];

const TOP_LAYER_FIRST = [...LAYERS].reverse();

/** The shop's icon as RGBA bytes, row by row; `sizePx` is its width and height. Outside the rounded ground it is clear. */
export function drawIcon(sizePx: number): Buffer {
  const pixels = Buffer.alloc(sizePx * sizePx * 4);
  for (let row = 0; row < sizePx; row += 1) {
    for (let column = 0; column < sizePx; column += 1) {
      pixels.set(pixel({ row, column, sizePx }), (row * sizePx + column) * 4);
    }
  }
  return pixels;
}

/** One pixel: the mean of its covered samples, as opaque as the share of samples covered. */
function pixel(at: { row: number; column: number; sizePx: number }): readonly number[] {
  const sum = { red: 0, green: 0, blue: 0, covered: 0 };
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = (at.column + ((sample % SAMPLES) + 0.5) / SAMPLES) / at.sizePx;
    const y = (at.row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / at.sizePx;
    const top = TOP_LAYER_FIRST.find(({ shape }) => shape(x, y));
    if (top !== undefined) {
      sum.red += top.colour[0];
      sum.green += top.colour[1];
      sum.blue += top.colour[2];
      sum.covered += 1;
    }
  }
  const count = Math.max(sum.covered, 1);
  const alpha = Math.round((255 * sum.covered) / (SAMPLES * SAMPLES));
  return [...[sum.red, sum.green, sum.blue].map((part) => Math.round(part / count)), alpha];
}
