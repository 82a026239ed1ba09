import { listScenarios } from '../amazon-pay/scenario';
import { SCENARIO_DESCRIPTIONS_JA } from './scenario-descriptions-ja-table';
import type { ScenarioView } from './wire';

/** Every scenario in the order of the outcome table, with its description in both languages. */
export function viewScenarios(): readonly ScenarioView[] {
  return listScenarios().map(({ name, operation, rows, document, table, description }) => ({
    name,
    operation,
    rows,
    document,
    table,
    description: { ja: SCENARIO_DESCRIPTIONS_JA[description] ?? description, en: description },
  }));
}
