import { pollResult } from '../../../../lambda/src/web/client/poll';
import { setStage } from './page-stage';

const viewed = (view: string) => ({ httpStatus: 200, body: { view } });

describe('the page that waits for a result', () => {
  it('asks less and less often, and is shown anew when there is one', async () => {
    const stage = setStage();
    stage.statuses = [...Array.from({ length: 6 }, () => viewed('checking')), viewed('done')];

    await pollResult(stage.effects);

    expect(stage.waits).toEqual([2000, 3000, 4500, 6750, 10_125, 15_000, 15_000]);
    expect(stage.anew).toBe(1);
  });

  it.each([
    ['the order can be paid again', viewed('payable')],
    ['the code opens nothing any more', { httpStatus: 404, body: { error: 'not_found' } }],
  ])('is shown anew when %s', async (_title, answer) => {
    const stage = setStage();
    stage.statuses = [answer];

    await pollResult(stage.effects);

    expect([stage.waits.length, stage.anew]).toEqual([1, 1]);
  });

  it('goes on asking when no answer comes, or one of a broken server', async () => {
    const stage = setStage();
    stage.statuses = [undefined, { httpStatus: 503, body: { error: 'unavailable' } }, viewed('done')];

    await pollResult(stage.effects);

    expect([stage.waits.length, stage.anew]).toEqual([3, 1]);
  });

  it('stops after a quarter of an hour and leaves the rest to the link on the page', async () => {
    const stage = setStage();
    stage.statuses = [viewed('checking')];

    await pollResult(stage.effects);

    const waitedMs = stage.waits.reduce((sum, waitMs) => sum + waitMs, 0);
    expect([stage.waits.length, stage.anew]).toEqual([60, 0]);
    expect(waitedMs).toBeGreaterThan(800_000);
    expect(waitedMs).toBeLessThan(900_000);
  });
});
