import { listScenarios, type Scenario } from '../amazon-pay/scenario';
import type { Paint } from './paint';

/** Every scenario by document and table, with its rows of the outcome table and what happens. */
export function printScenarios(paint: Paint): readonly string[] {
  const tables = new Map<string, Scenario[]>();
  for (const scenario of listScenarios()) {
    const heading = `${scenario.document}  ${scenario.table.ja} / ${scenario.table.en}`;
    tables.set(heading, [...(tables.get(heading) ?? []), scenario]);
  }
  const width = Math.max(...listScenarios().map(({ name }) => name.length));
  return [...tables].flatMap(([heading, scenarios]) => [
    '',
    paint('bold', heading),
    ...scenarios.map(
      ({ name, rows, description }) =>
        `  ${paint('cyan', name.padEnd(width))}  ${rows.join(' ').padEnd(8)}  ${description}`,
    ),
  ]);
}
