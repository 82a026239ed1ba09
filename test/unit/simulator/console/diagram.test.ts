import { DIAGRAM_SIZE, EDGES, NODES, NODE_SIZE } from '../../../simulator/console/client/diagram';

describe('the diagram of an authorization', () => {
  it('draws each arrow of seed 003 once', () => {
    expect(EDGES.map(({ from, to }) => `${from} → ${to}`).sort()).toEqual([
      'Declined → Closed',
      'New → Closed',
      'New → Declined',
      'New → Open',
      'New → Pending',
      'Open → Closed',
      'Pending → Closed',
      'Pending → Declined',
      'Pending → Open',
    ]);
  });

  it('keeps every state inside the picture', () => {
    for (const { x, y } of Object.values(NODES).slice(1)) {
      expect(x - NODE_SIZE.width / 2).toBeGreaterThanOrEqual(0);
      expect(x + NODE_SIZE.width / 2).toBeLessThanOrEqual(DIAGRAM_SIZE.width);
      expect(y - NODE_SIZE.height / 2).toBeGreaterThanOrEqual(0);
      expect(y + NODE_SIZE.height / 2).toBeLessThanOrEqual(DIAGRAM_SIZE.height);
    }
  });

  it('draws arrows from border to border, not from middle to middle', () => {
    const edge = EDGES.find(({ from, to }) => from === 'Pending' && to === 'Closed');

    expect(edge?.path).toBe('M153,98 L255,98');
  });
});
