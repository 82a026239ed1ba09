import { generateKeyPairSync } from 'node:crypto';
import { createCv2 } from '../../lambda/src/amazon-pay-access';
import { LOCAL_DEFAULTS, readConfig } from '../../lambda/src/config';
import { createLog, type Log } from '../../lambda/src/telemetry/log';
import { countFollowUps } from '../../lambda/src/worker/scheduled-handler';
import { workOnOrder } from '../../lambda/src/worker/work-on-order';
import { readStack } from '../../lambda/tools/deploy/stack-template';
import { fixedEffects, type FixedEffects } from '../support/fixed-effects';
import { memoryStore } from '../support/memory-store';
import { WEB_SETTINGS } from '../support/web-settings';
import { aFullOrder, anOrder } from '../unit/orders/an-order';
import { aWorker } from '../unit/worker/a-worker';

const FILTERS = Object.values(readStack().Resources)
  .filter(({ Type }) => Type === 'AWS::Logs::MetricFilter')
  .map(({ Properties }) => Properties);

/** Whether a line of the log is one that a pattern of CloudWatch Logs counts: `A && (B || C)`, of `=` and `IS TRUE`. */
function counts(pattern: string, line: Readonly<Record<string, unknown>>): boolean {
  const holds = (condition: string): boolean => {
    const [, field = '', wanted] = /^\$\.(\w+) (?:= "([^"]*)"|IS TRUE)$/.exec(condition) ?? [];
    if (field === '') throw new Error(`not understood: ${condition}`);
    return line[field] === (wanted ?? true);
  };
  const terms = pattern.replace(/^\{ (.*) \}$/, '$1').split(' && ');
  return terms.every((term) =>
    term
      .replace(/^\((.*)\)$/, '$1')
      .split(' || ')
      .some(holds),
  );
}

/** The metrics that a line of a function's log counts for. */
function metricsOf(group: 'WebLogs' | 'WorkerLogs', line: object): readonly string[] {
  return FILTERS.filter(
    ({ LogGroupName, FilterPattern }) =>
      (LogGroupName as { '!Ref': string })['!Ref'] === group && counts(FilterPattern as string, { ...line }),
  ).map(({ MetricTransformations }) => (MetricTransformations as [{ MetricName: string }])[0].MetricName);
}

/** The log as it goes to CloudWatch, line by line. */
function writtenLog(now: () => number): { readonly log: Log; readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const log = createLog(now, {
    write: (line: string) => {
      lines.push(JSON.parse(line) as Record<string, unknown>);
    },
  });
  return { log, lines };
}

/** Amazon Pay takes this long to say nothing. */
function silent(effects: FixedEffects, elapsedMs: number): typeof fetch {
  return () => {
    effects.advance(elapsedMs);
    return Promise.reject(new Error('nobody answers'));
  };
}

function cv2Of(waiting: 'page' | 'background', elapsedMs: number) {
  const effects = fixedEffects();
  const { log, lines } = writtenLog(effects.now);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const config = readConfig({
    ...LOCAL_DEFAULTS,
    ...WEB_SETTINGS,
    AMAZON_PAY_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  });
  const fetchSilently = silent(effects, elapsedMs);
  const cv2 = createCv2({ ...effects, config, log, store: memoryStore(), fetch: fetchSilently }, waiting);
  return { cv2: cv2!, lines };
}

const SESSION = '11111111-1111-4111-8111-111111111111';

describe('what the alarms of the stack count in the log', () => {
  it('is a call of the page that nobody answered while a buyer could wait', async () => {
    const { cv2, lines } = cv2Of('page', 7500);

    await cv2.getCheckoutSession(SESSION);

    expect(lines.map((line) => metricsOf('WebLogs', line))).toEqual([['LaddersExhausted']]);
  });

  it("is no single question of the background: its ladder is the order's own", async () => {
    const { cv2, lines } = cv2Of('background', 10_000);

    await cv2.getCheckoutSession(SESSION);

    expect(lines).toHaveLength(1);
    expect(lines.map((line) => metricsOf('WorkerLogs', line))).toEqual([[]]);
  });

  it('is the last question of that ladder, which brings the order to a person', async () => {
    const noAnswer = () => Promise.resolve({ type: 'noAnswer', reason: 'timeout' } as const);
    const { log, lines } = writtenLog(Date.now);
    const worker = aWorker({ log, chargeReader: { readAuthorization: noAnswer, repeatCharge: noAnswer } });
    const full = aFullOrder();
    const [attempt] = full.attempts;
    const held = { ...attempt!.result!, effect: 'hold' as const, amazonAuthorizationId: 'S03-1-A1' };
    const order = anOrder({ ...full, state: 'UNKNOWN', attempts: [{ ...attempt!, result: held }] });
    worker.store.put(order);

    for (let questions = 0; questions < 6; questions += 1) {
      await workOnOrder(worker.deps, order.orderId);
      worker.clock.advance(31_000);
    }

    const counted = lines.map((line) => metricsOf('WorkerLogs', line));
    expect((await worker.store.readOrder(order.orderId))?.state).toBe('NEEDS_HUMAN');
    expect(counted).toEqual([[], [], [], [], [], ['MerchantAlerts'], ['LaddersExhausted']]);
  });

  it('is how much waits for a person', async () => {
    const { log, lines } = writtenLog(Date.now);
    const store = {
      ...memoryStore(),
      openFollowUps: () => Promise.resolve({ orderIds: ['1', '2'], alerts: [] }),
    };

    await countFollowUps({ store, log });

    expect(lines.map((line) => metricsOf('WorkerLogs', line))).toEqual([['OpenFollowUps']]);
    expect(lines[0]).toMatchObject({ count: 2 });
  });

  it('is every line that a merchant has to read', () => {
    const { log, lines } = writtenLog(Date.now);

    log.alert({ step: 'linkNotIssued', action: 'See the runbook.' });
    log.warn({ step: 'turnFailed' });

    expect(lines.map((line) => metricsOf('WebLogs', line))).toEqual([['MerchantAlerts'], []]);
  });
});
