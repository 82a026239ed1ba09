import { main } from '../simulator/faults/main';
import { runSeed } from '../simulator/faults/run';
import { VISITS_PER_WORLD } from '../simulator/faults/run';
import { FAULT_RATES } from '../simulator/faults/fault-rates-table';
import { replay } from '../simulator/faults/replay';
import { findVariant, VARIANTS } from '../simulator/faults/variants-table';

const NO_FIGURE = [
  ['doubleCharged', 0],
  ['falselyConfirmed', 0],
  ['paidButLost', 0],
  ['nobodyFollows', 0],
  ['otherRules', 0],
];

const DEFECTS = [
  ['random-reference', 'doubleCharge'],
  ['new-reference-on-500', 'doubleCharge'],
  ['new-attempt-on-time-out', 'doubleCharge'],
  ['state-at-wrong-path', 'saidPaidWithoutCapture'],
  ['not-declined-means-paid', 'saidPaidWithoutCapture'],
  ['closed-means-paid', 'saidPaidWithoutCapture'],
  ['open-means-paid', 'saidPaidWithoutCapture'],
  ['token-check-removed', 'capturedOrderNotPaid'],
  ['token-of-another-order', 'capturedOrderNotPaid'],
  ['unconditional-write', 'paidOrderForgotten'],
  ['worker-off', 'chargeNobodyFollows'],
  ['retry-cap-removed', 'sentTooOften'],
  ['amount-of-today', 'chargeOfAnotherAmount'],
  ['consent-stored-afterwards', 'chargeWithoutRecord'],
  ['follow-ups-forgotten', 'chargeNobodyFollows'],
] as const;

describe('purchases under faults, judged against the ledger of the simulated Amazon Pay', () => {
  it('keeps every promise in 2,000 visits, with every kind of fault striking', async () => {
    const totals = await runSeed({ seed: 1, orders: 2000 });

    expect(totals.findings).toEqual([]);
    expect([...totals.figures]).toEqual(NO_FIGURE);
    expect(totals.capturedOrders).toBeGreaterThan(1000);
    const drawn = Object.keys(FAULT_RATES).filter((kind) => kind !== 'crash');
    expect(drawn.filter((kind) => (totals.faults.get(kind) ?? 0) === 0)).toEqual([]);
    const boundaries = [...totals.faults.keys()].filter((kind) => kind.startsWith('crash '));
    expect(boundaries.length).toBeGreaterThanOrEqual(15);
  });

  it('sells to everybody who says yes where nothing goes wrong', async () => {
    const totals = await runSeed({ seed: 2, orders: 100, allFaults: 0 });

    expect(totals.findings).toEqual([]);
    expect(totals.capturedOrders).toBe(100);
    expect([...totals.states]).toEqual([['CONFIRMED', 100]]);
  });

  it('plays the same story again for the same seed, and another one for another', async () => {
    const one = await runSeed({ seed: 7, orders: 200 });
    const same = await runSeed({ seed: 7, orders: 200 });
    const other = await runSeed({ seed: 8, orders: 200 });

    expect(same).toEqual(one);
    expect(other.digest).not.toBe(one.digest);
  });

  it.each(DEFECTS)('catches the defect %s by %s, and nothing without it', async (name, rule) => {
    const variant = findVariant(name);
    const { withinVisits, factors } = variant;

    const broken = await runSeed({ seed: 1, orders: withinVisits, variant, stopsAt: variant.caughtBy });
    const whole = await runSeed({ seed: 1, orders: broken.visits, factors });

    expect(variant.caughtBy).toContain(rule);
    expect(broken.findings.map((finding) => finding.rule)).toContain(rule);
    expect(whole.findings).toEqual([]);
  });

  it('knows no defect that is not tried here', () => {
    expect(VARIANTS.map(({ name }) => name)).toEqual(DEFECTS.map(([name]) => name));
  });
});

describe('a finding', () => {
  it('comes with a line that finds it again at the same step, with its whole story', async () => {
    const variant = findVariant('worker-off');
    const totals = await runSeed({ seed: 5, orders: 100, variant });
    const [finding] = totals.findings;
    if (finding === undefined) throw new Error('the defect was not caught');
    const printed: string[] = [];

    const exitCode = await main(
      ['--seed', '5', '--world', String(finding.world), '--order', finding.orderId, '--defect', 'worker-off'],
      (line) => printed.push(line),
    );

    expect(exitCode).toBe(1);
    expect(printed).toContain(
      `BROKEN ${finding.rule}: step ${finding.step}, order ${finding.orderId}: ${finding.detail}`,
    );
    expect(printed.some((line) => line.includes('amazon-pay') || line.includes('sends Charge'))).toBe(true);
  });

  it('is not found in the replay of the product as it is', async () => {
    const printed: string[] = [];

    expect(
      await main(['--seed', '5', '--world', '0', '--from-step', '9'], (line) => printed.push(line)),
    ).toBe(0);
    expect(printed.length).toBeGreaterThan(100);
    expect(printed[0]).toMatch(/^ +(9|\d{2,}) /);
  });

  it('changes nothing of a world by being told', async () => {
    const plain = await runSeed({ seed: 9, orders: VISITS_PER_WORLD });
    const { result } = await replay({ seed: 9, world: 0, visits: VISITS_PER_WORLD }, {});

    expect(Math.imul(0, 31) + result.digest).toBe(plain.digest);
  });
});

describe('the command', () => {
  it('names the defects', async () => {
    const printed: string[] = [];

    expect(await main(['--defect', 'list'], (line) => printed.push(line))).toBe(0);
    expect(printed).toHaveLength(15);
    expect(printed[0]).toBe('random-reference           Each Charge goes out under a random reference.');
  });

  it.each([
    [['--seed', 'one'], '--seed takes a whole number, not "one"'],
    [['--defect', 'none', '--world', '1'], /^There is no defect "none". There are: random-reference, /],
    [['--colour'], /Unknown option '--colour'/],
  ])('refuses %j with one sentence', async (args, sentence) => {
    await expect(main(args, () => undefined)).rejects.toThrow(sentence);
  });

  it('prints figures and exit code of a threaded run, with a line to replay each finding', async () => {
    const printed: string[] = [];

    const exitCode = await main(
      ['--seed', '1', '--orders', '40', '--threads', '1', '--defect', 'worker-off'],
      (line) => printed.push(line),
    );

    expect(exitCode).toBe(1);
    expect(printed.join('\n')).toMatch(/^40 visits, \d+ orders, \d+ captured at Amazon Pay/);
    expect(printed.find((line) => line.includes('npm run simulate'))).toMatch(
      /npm run simulate -- --seed 1 --world \d+ --order 261122-\d+ --defect worker-off$/,
    );
  });
});
