/** Short forms in which the scenario tables are written, and how they become scenarios. */
import type { ConnectionName } from '../contract';
import { ERRORS, type ErrorCode } from './error-codes-table';
import type { ForcedAuthorization } from './forced-authorization';
import { refuse } from './refusal';
import type { Scenario, ScenarioEffect, ScenarioSource } from './scenario';

/** Rows of the outcome table as `'a46 d03'`; an empty text for none. */
type Rows = string;

/** An error of the documents: rows, code, description, and for a variant its own name and message. */
export type ErrorLine = readonly [
  Rows,
  ErrorCode,
  string,
  variant?: { readonly name?: string; readonly message: string },
];

/** A Charge that is in order, with a dictated result: name, rows, what is forced, description. */
export type AuthorizationLine = readonly [string, Rows, ForcedAuthorization, string];

/** Any other effect: name, rows, effect, description. */
export type EffectLine = readonly [string, Rows, ScenarioEffect, string];

/** Scenarios of one table of errors. */
export function errorScenarios(
  operation: ConnectionName,
  source: ScenarioSource,
  lines: readonly ErrorLine[],
): readonly Scenario[] {
  return effectScenarios(
    operation,
    source,
    lines.map(([rows, code, description, variant]) => {
      const refusal = refuse(code, variant?.message ?? ERRORS[code].message);
      return [variant?.name ?? code, rows, { process: { as: 'refused', refusal } }, description];
    }),
  );
}

/** Scenarios of one table of forced authorizations. */
export function authorizationScenarios(
  source: ScenarioSource,
  lines: readonly AuthorizationLine[],
): readonly Scenario[] {
  return effectScenarios(
    'Charge',
    source,
    lines.map(([name, rows, forced, description]) => [
      name,
      rows,
      { process: { as: 'authorization', forced } },
      description,
    ]),
  );
}

/** Scenarios of one table of effects. */
export function effectScenarios(
  operation: ConnectionName,
  source: ScenarioSource,
  lines: readonly EffectLine[],
): readonly Scenario[] {
  return lines.map(([name, rows, effect, description]) => ({
    name: `${operation}/${name}`,
    operation,
    rows: rows.split(' ').filter((row) => row !== ''),
    ...source,
    description,
    effect,
  }));
}
