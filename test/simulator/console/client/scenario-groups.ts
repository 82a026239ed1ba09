import type { ScenarioView } from '../wire';

/** Scenarios of one table of one document, in their order. */
export interface ScenarioGroup {
  readonly document: string;
  readonly table: ScenarioView['table'];
  readonly scenarios: readonly ScenarioView[];
}

/** What the person looks for. `operation` empty: both. `words`: all of them have to be found. */
export interface ScenarioWish {
  readonly operation: string;
  readonly words: string;
}

/** The scenarios that fit, grouped by document and table; groups that are empty are left out. */
export function groupScenarios(
  scenarios: readonly ScenarioView[],
  wish: ScenarioWish,
): readonly ScenarioGroup[] {
  const groups = new Map<
    string,
    { document: string; table: ScenarioView['table']; scenarios: ScenarioView[] }
  >();
  for (const scenario of scenarios.filter((one) => fits(one, wish))) {
    const { document, table } = scenario;
    const key = `${document}/${table.en}`;
    const group = groups.get(key) ?? { document, table, scenarios: [] };
    group.scenarios.push(scenario);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function fits({ name, operation, rows, description, table }: ScenarioView, wish: ScenarioWish): boolean {
  if (wish.operation !== '' && wish.operation !== operation) return false;
  const text = [name, ...rows, description.ja, description.en, table.ja, table.en]
    .join(' ')
    .normalize('NFKC')
    .toLowerCase();
  return wish.words
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
