import { createWatch } from '../../../simulator/console/watch';

/** A watch on a value that a test changes; `looked` resolves when every look asked for so far is over. */
function watchValue() {
  let value: unknown = 1;
  let told = 0;
  let looks: Promise<unknown>[] = [];
  const look = (): Promise<unknown> => {
    const looked = Promise.resolve(value);
    looks.push(looked);
    return looked;
  };
  const watch = createWatch(look, () => (told += 1));
  return {
    look: async (next: unknown): Promise<number> => {
      value = next;
      const before = looks.length;
      watch();
      while (looks.length === before) await Promise.resolve();
      await Promise.all(looks);
      await Promise.resolve();
      looks = [];
      return told;
    },
    lookTwiceAtOnce: async (): Promise<number> => {
      looks = [];
      watch();
      watch();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return looks.length;
    },
  };
}

describe('the watch over what changes by itself', () => {
  it('tells of the first look, then only of differences', async () => {
    const { look } = watchValue();

    const told = [
      await look({ state: 'PAID' }),
      await look({ state: 'PAID' }),
      await look({ state: 'CONFIRMED' }),
    ];

    expect(told).toEqual([1, 1, 2]);
  });

  it('looks once for calls that come before it has begun', async () => {
    expect(await watchValue().lookTwiceAtOnce()).toBe(1);
  });
});
