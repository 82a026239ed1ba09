import * as fc from 'fast-check';
import { listScenarios } from '../../../simulator/amazon-pay/scenario';
import { chargeDirective, openCounter, setupDirective } from './counter';

/** A directive with one value, somewhere inside, replaced by any JSON. */
function spoil(directive: unknown, path: readonly number[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof directive !== 'object' || directive === null) return value;
  const keys = Object.keys(directive);
  const key = keys[step % keys.length];
  return Object.fromEntries(
    Object.entries(directive).map(([name, inner]) => [
      name,
      name === key ? spoil(inner, rest, value) : inner,
    ]),
  );
}

const anyPath = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 });
const anyScenario = fc.option(fc.constantFrom(...listScenarios()), { nil: undefined });

describe('whatever a skill sends', () => {
  it('is answered, never throws and never captures, when it is any JSON', async () => {
    const counter = openCounter();

    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (directive) => {
        const deliveries = await counter.pay.connect(directive, counter.context);

        expect(deliveries).toHaveLength(1);
        expect(deliveries[0]?.answer.status?.code).toBe('400');
      }),
      { numRuns: 500, seed: 20_261_122 },
    );
    expect(counter.pay.ledger.judge.captures()).toEqual([]);
    expect(counter.defects).toEqual([]);
  });

  it('captures only what a valid Charge asked for, when one value of a directive is any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), anyPath, fc.jsonValue(), async (isSetup, path, value) => {
        const counter = openCounter();
        const billingAgreementId = await counter.setUp();
        const directive = spoil(
          isSetup ? setupDirective() : chargeDirective({ billingAgreementId }),
          path,
          value,
        );

        const [delivery] = await counter.pay.connect(directive, counter.context);

        const status = delivery?.answer.status?.code;
        expect(['200', '400', '403']).toContain(status);
        expect(counter.pay.ledger.judge.captures().length).toBe(
          status === '200' && !isSetup ? capturesOf(delivery?.answer.payload) : 0,
        );
        expect(counter.defects).toEqual([]);
      }),
      { numRuns: 1_000, seed: 20_261_122 },
    );
  });

  it('is captured at most once for one reference, under any scenarios and repetitions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyScenario, { minLength: 1, maxLength: 6 }), async (scenarios) => {
        const counter = openCounter();
        const billingAgreementId = await counter.setUp();

        for (const scenario of scenarios) {
          if (scenario !== undefined) counter.pay.force(scenario);
          await counter.pay.connect(setupDirective(), counter.context);
          await counter.pay.connect(chargeDirective({ billingAgreementId }), counter.context);
          counter.clock.nowMs += 60_000;
        }
        counter.pay.passTime();

        expect(counter.pay.ledger.judge.captures().length).toBeLessThanOrEqual(1);
        expect(counter.defects).toEqual([]);
      }),
      { numRuns: 500, seed: 20_261_122 },
    );
  });
});

/** Captures that a Charge answer speaks of. */
function capturesOf(payload: unknown): number {
  return JSON.stringify(payload).includes('"MaxCapturesProcessed"') ? 1 : 0;
}
