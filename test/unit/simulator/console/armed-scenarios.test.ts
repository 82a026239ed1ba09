import { findScenario, type Scenario } from '../../../simulator/amazon-pay/scenario';
import { createArmedScenarios } from '../../../simulator/console/armed-scenarios';

function openLine() {
  let forced: { name: string; times: number }[] = [];
  const armed = createArmedScenarios({
    force: ({ name, effect }: Scenario) => void forced.push({ name, times: effect.times ?? 1 }),
    clearForced: () => {
      forced = [];
    },
  });
  return { armed, forced: () => forced, names: () => armed.list().map(({ scenario }) => scenario.name) };
}

describe('scenarios that wait for their directive', () => {
  it('wait in the order in which they were armed, the same one twice', () => {
    const { armed, names } = openLine();

    ['Charge/Pending', 'Setup/Open', 'Charge/Pending'].forEach((name) => armed.arm(findScenario(name)));

    expect(names()).toEqual(['Charge/Pending', 'Setup/Open', 'Charge/Pending']);
  });

  it('leave the line when Amazon Pay answered with them', () => {
    const { armed, names } = openLine();
    armed.arm(findScenario('Charge/Pending'));
    armed.arm(findScenario('Charge/Open'));

    armed.used('Charge/Pending');

    expect(names()).toEqual(['Charge/Open']);
  });

  it('stay for the second directive when they answer two', () => {
    const { armed } = openLine();
    armed.arm(findScenario('Charge/lost.twice'));

    armed.used('Charge/lost.twice');
    const [left] = armed.list();
    armed.used('Charge/lost.twice');

    expect(left?.left).toBe(1);
    expect(armed.list()).toEqual([]);
  });

  it('can be taken out again, and the others wait on with what is left of them', () => {
    const { armed, forced } = openLine();
    armed.arm(findScenario('Charge/lost.twice'));
    const { id } = armed.arm(findScenario('Charge/Pending'));
    armed.arm(findScenario('Setup/Open'));
    armed.used('Charge/lost.twice');

    const taken = armed.disarm(id);

    expect(taken?.name).toBe('Charge/Pending');
    expect(forced()).toEqual([
      { name: 'Charge/lost.twice', times: 1 },
      { name: 'Setup/Open', times: 1 },
    ]);
  });

  it('tells when one is not there any more, and leaves the line alone', () => {
    const { armed, names } = openLine();
    armed.arm(findScenario('Charge/Pending'));

    expect(armed.disarm(99)).toBeUndefined();
    expect(names()).toEqual(['Charge/Pending']);
  });
});
