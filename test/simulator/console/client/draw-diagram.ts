/// <reference lib="dom" />
import type { AuthorizationView } from '../wire';
import { DIAGRAM_SIZE, EDGES, NODES, NODE_SIZE, type DiagramState } from './diagram';
import { svg } from './dom';
import { t } from './words';

/** Draws the states of an authorization with the present one marked and its reason below. */
export function drawDiagram(
  now: Pick<AuthorizationView, 'state' | 'reasonCode' | 'amazonAuthorizationId'>,
): SVGElement {
  const reason = now.reasonCode ?? t('noReason');
  const tip = `tip-${now.amazonAuthorizationId}`;
  const { width, height } = DIAGRAM_SIZE;
  return svg(
    'svg',
    {
      class: 'diagram',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': t('diagram', { state: now.state, reason }),
      'data-state': now.state,
    },
    svg(
      'defs',
      {},
      svg(
        'marker',
        { id: tip, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
        svg('path', { d: 'M0,0 L8,4 L0,8 z', class: 'diagram-tip' }),
      ),
    ),
    ...EDGES.map(({ path }) => svg('path', { class: 'diagram-edge', d: path, 'marker-end': `url(#${tip})` })),
    drawStart(),
    ...STATES.map((state) => drawState(state, state === now.state)),
    svg('text', { class: 'diagram-reason', x: width / 2, y: height - 6 }, reason),
  );
}

const STATES = ['Pending', 'Open', 'Declined', 'Closed'] as const satisfies readonly DiagramState[];

function drawStart(): SVGElement {
  const { x, y } = NODES.New;
  return svg('circle', { class: 'diagram-start', cx: x, cy: y, r: 7 }, svg('title', {}, t('diagramNew')));
}

function drawState(state: (typeof STATES)[number], isNow: boolean): SVGElement {
  const { x, y } = NODES[state];
  const { width, height } = NODE_SIZE;
  return svg(
    'g',
    { class: isNow ? `diagram-state now ${state.toLowerCase()}` : 'diagram-state' },
    svg('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: 15 }),
    svg('text', { x, y: y + 4 }, state),
  );
}
