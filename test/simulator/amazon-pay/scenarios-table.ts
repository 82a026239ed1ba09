/**
 * Every answer of Setup and Charge that can be ordered by name: rows a01–a51 and d01–d14 of the outcome table,
 * what the table lists beside the seeds, and the faults of the wire.
 */
import type { Scenario } from './scenario';
import { AUTHORIZATION_SCENARIOS } from './scenarios-authorizations-table';
import { CHARGE_ERROR_SCENARIOS, SETUP_ERROR_SCENARIOS } from './scenarios-errors-table';
import { CHARGE_WIRE_SCENARIOS, SETUP_WIRE_SCENARIOS } from './scenarios-wire-table';

/** All scenarios: Setup first, then Charge, each in the order of the outcome table. */
export const SCENARIOS: readonly Scenario[] = [
  ...SETUP_ERROR_SCENARIOS,
  ...SETUP_WIRE_SCENARIOS,
  ...CHARGE_ERROR_SCENARIOS,
  ...AUTHORIZATION_SCENARIOS,
  ...CHARGE_WIRE_SCENARIOS,
];
