import { openFollowUps, resolveFollowUps, withFollowUp } from '../../../lambda/src/orders/follow-up';
import { type FollowUp } from '../../../lambda/src/orders/order';

const NOON_MS = Date.parse('2026-11-22T03:00:00Z');
const OPEN: FollowUp = { no: 1, kind: 'chargeFailed', openedAtMs: NOON_MS, row: 'd02', reason: 'code' };
const BY_PERSON = { atMs: NOON_MS + 1, by: 'person', note: '電話で確認' } as const;
const CLOSED: FollowUp = { ...OPEN, resolved: BY_PERSON };

describe('an entry on the follow-up list', () => {
  it('is numbered, dated and open', () => {
    const entries = withFollowUp(
      { followUps: [OPEN] },
      { kind: 'refundRequest', reason: 'askedByVoice', nowMs: NOON_MS + 5 },
    );

    expect(entries).toEqual([
      OPEN,
      { no: 2, kind: 'refundRequest', row: undefined, reason: 'askedByVoice', openedAtMs: NOON_MS + 5 },
    ]);
  });

  it('is not made twice while one of its kind is open: the first date counts', () => {
    const again = { kind: 'chargeFailed', row: 'd05', reason: 'code', nowMs: NOON_MS + 5 } as const;

    expect(withFollowUp({ followUps: [OPEN] }, again)).toEqual([OPEN]);
  });

  it('is made again when the earlier one was resolved', () => {
    const again = { kind: 'chargeFailed', row: 'd05', reason: 'code', nowMs: NOON_MS + 5 } as const;

    expect(withFollowUp({ followUps: [CLOSED] }, again)).toHaveLength(2);
  });

  it('is closed by its kind alone, and a closed one keeps its first note', () => {
    const refund: FollowUp = { no: 3, kind: 'refundRequest', openedAtMs: NOON_MS, reason: 'askedByVoice' };
    const paidLater = { atMs: NOON_MS + 9, by: 'program', note: 'paid later' } as const;

    expect(
      resolveFollowUps({ followUps: [CLOSED, { ...OPEN, no: 2 }, refund] }, ['chargeFailed'], paidLater),
    ).toEqual([CLOSED, { ...OPEN, no: 2, resolved: paidLater }, refund]);
  });

  it('waits for a person until it is resolved', () => {
    expect(openFollowUps({ followUps: [CLOSED, OPEN] })).toEqual([OPEN]);
    expect(openFollowUps({ followUps: [CLOSED] })).toEqual([]);
  });
});
