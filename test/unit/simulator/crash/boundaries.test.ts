import { createBoundaries } from '../../../simulator/crash/boundaries';

const NEVER = Symbol('never');
const atOnce = (passing: Promise<void>): Promise<unknown> =>
  Promise.race([passing.then(() => 'passed'), new Promise((resolve) => setImmediate(resolve, NEVER))]);

describe('the boundaries of a process', () => {
  it('are named by what the buyer does and by the I/O on both sides', async () => {
    const boundaries = createBoundaries({ buyerKeys: ['taro'], die: () => undefined });
    boundaries.begin('taro', 'yes');
    await boundaries.comesTo('taro', 'readOrder');
    await boundaries.comesTo('taro', 'replaceOrder CONSENTED');
    boundaries.begin('taro', 'Charge answer');
    await boundaries.comesTo('taro', 'readOrder');

    expect(boundaries.passed()).toEqual([
      [
        'yes: before readOrder',
        'yes: after readOrder, before replaceOrder CONSENTED',
        'Charge answer: before readOrder',
      ],
    ]);
  });

  it('end the process once when the last of the buyers stands at the deadly one, and let nobody pass it', async () => {
    let deaths = 0;
    const boundaries = createBoundaries({
      buyerKeys: ['taro', 'hanako'],
      killAt: 2,
      die: () => {
        deaths += 1;
      },
    });

    await expect(atOnce(boundaries.comesTo('taro', 'readOrder'))).resolves.toBe('passed');
    await expect(atOnce(boundaries.comesTo('taro', 'replaceOrder'))).resolves.toBe(NEVER);
    await expect(atOnce(boundaries.comesTo('hanako', 'readOrder'))).resolves.toBe('passed');
    expect(deaths).toBe(0);
    await expect(atOnce(boundaries.comesTo('hanako', 'replaceOrder'))).resolves.toBe(NEVER);
    expect(deaths).toBe(1);
  });

  it('count nothing and stop nobody for buyers who are not of the crowd', async () => {
    const boundaries = createBoundaries({
      buyerKeys: ['taro'],
      killAt: 1,
      die: () => {
        throw new Error('died');
      },
    });

    await expect(atOnce(boundaries.comesTo('jiro', 'readOrder'))).resolves.toBe('passed');
    await expect(atOnce(boundaries.comesTo(undefined, 'dueOrderIds'))).resolves.toBe('passed');
    expect(boundaries.passed()).toEqual([[]]);
  });
});
