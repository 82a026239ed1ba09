import { createOwnTries } from '../../../lambda/src/web/own-tries';

describe('tries counted by one process', () => {
  it('keep no more addresses than there is room for; what is over goes first', () => {
    let nowMs = 0;
    const tries = createOwnTries(() => nowMs, 60_000);
    tries.increment('over');
    nowMs = 60_000;
    tries.increment('first');
    for (let no = 0; no < 9998; no += 1) tries.increment(`address-${no}`);

    expect(tries.increment('one more')).toBe(1);
    expect(tries.increment('first')).toBe(2);
    // Now every place is taken by somebody whose minute still runs: the oldest has to go.
    expect(tries.increment('yet another')).toBe(1);
    expect(tries.increment('address-0')).toBe(2);
    expect(tries.increment('first')).toBe(1);
  });
});
