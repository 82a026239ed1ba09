import type { AmazonPay } from '../amazon-pay/amazon-pay';
import type { Scenario } from '../amazon-pay/scenario';

/** A scenario that waits for its Setup or Charge. `left`: how many directives it still answers, 1 or more. */
interface ArmedScenario {
  readonly id: number;
  readonly scenario: Scenario;
  readonly left: number;
}

/** The line of scenarios that wait, in the order in which they were armed. */
export interface ArmedScenarios {
  list(): readonly ArmedScenario[];
  arm(scenario: Scenario): ArmedScenario;
  /** Takes one out of the line; undefined: it is not (or no longer) there. */
  disarm(id: number): Scenario | undefined;
  /** Amazon Pay has answered one directive with the scenario of this name. */
  used(name: string): void;
  clear(): void;
}

/** Keeps the line beside Amazon Pay's own, which can only grow and be forgotten as a whole. */
export function createArmedScenarios(amazonPay: Pick<AmazonPay, 'force' | 'clearForced'>): ArmedScenarios {
  let line: readonly ArmedScenario[] = [];
  let lastId = 0;

  const forceAgain = (): void => {
    amazonPay.clearForced();
    for (const { scenario, left } of line) {
      amazonPay.force({ ...scenario, effect: { ...scenario.effect, times: left } });
    }
  };

  return {
    list: () => line,
    arm: (scenario) => {
      lastId += 1;
      const armed = { id: lastId, scenario, left: scenario.effect.times ?? 1 };
      line = [...line, armed];
      amazonPay.force(scenario);
      return armed;
    },
    disarm: (id) => {
      const found = line.find((armed) => armed.id === id);
      line = line.filter((armed) => armed !== found);
      if (found !== undefined) forceAgain();
      return found?.scenario;
    },
    used: (name) => {
      const first = line.find(({ scenario }) => scenario.name === name);
      line = line.flatMap((armed) => {
        if (armed !== first) return [armed];
        return armed.left > 1 ? [{ ...armed, left: armed.left - 1 }] : [];
      });
    },
    clear: () => {
      line = [];
      amazonPay.clearForced();
    },
  };
}
