import { AUTHORIZATION_TRANSITIONS } from '../../amazon-pay/authorization-transitions-table';
import type { AuthorizationStateName } from '../wire';

/** A place in the diagram's own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type DiagramState = 'New' | AuthorizationStateName;

/** One arrow; `path` is the `d` of an SVG path from border to border. */
export interface DiagramEdge {
  readonly from: DiagramState;
  readonly to: AuthorizationStateName;
  readonly path: string;
}

export const DIAGRAM_SIZE = { width: 340, height: 196 } as const;
export const NODE_SIZE = { width: 76, height: 30 } as const;

/** Where each state stands: money flows from left to right, refusals below. */
export const NODES: Readonly<Record<DiagramState, Point>> = {
  New: { x: 18, y: 98 },
  Pending: { x: 112, y: 98 },
  Open: { x: 206, y: 46 },
  Declined: { x: 206, y: 150 },
  Closed: { x: 296, y: 98 },
};

const NEW_RADIUS = 8;
const GAP = 3;

/** The arrows of the state machine, one for each pair of states, however many reasons lead along it. */
export const EDGES: readonly DiagramEdge[] = AUTHORIZATION_TRANSITIONS.filter(
  ({ from, to }, index, all) => all.findIndex((other) => other.from === from && other.to === to) === index,
).map(({ from, to }) => ({ from, to, path: pathBetween(from, to) }));

function pathBetween(from: DiagramState, to: DiagramState): string {
  const start = NODES[from];
  const end = NODES[to];
  // The straight way from New to Closed leads through Pending: over everything instead.
  if (from === 'New' && to === 'Closed')
    return `M${start.x},${start.y - NEW_RADIUS - 2} C 40,-22 270,-22 ${end.x},${end.y - NODE_SIZE.height / 2 - GAP}`;
  const a = borderPoint(start, end, from === 'New');
  const b = borderPoint(end, start, false);
  return `M${round(a.x)},${round(a.y)} L${round(b.x)},${round(b.y)}`;
}

/** Where the line from a node's middle towards `other` leaves the node. */
function borderPoint(node: Point, other: Point, isCircle: boolean): Point {
  const dx = other.x - node.x;
  const dy = other.y - node.y;
  const length = Math.hypot(dx, dy);
  const toBorder = isCircle
    ? NEW_RADIUS / length
    : Math.min(NODE_SIZE.width / 2 / Math.abs(dx), NODE_SIZE.height / 2 / Math.abs(dy));
  const share = toBorder + GAP / length;
  return { x: node.x + dx * share, y: node.y + dy * share };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
