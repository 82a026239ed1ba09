/** Scenarios: answers of Amazon Pay that can be ordered by name. */
import type { ConnectionName } from '../contract';
import type { ForcedAuthorization } from './forced-authorization';
import type { Garble } from './garble';
import type { Refusal } from './refusal';
import { SCENARIOS } from './scenarios-table';
import type { ForcedAgreement } from './setup';

/** Where the rule behind a scenario is written: a seed document, or the wire contract and its fault model. */
export interface ScenarioSource {
  readonly document: '000' | '003' | 'alexa-amazon-pay' | 'money-safety';
  readonly table: { readonly ja: string; readonly en: string };
}

/**
 * What a scenario does to one directive: how it is processed, what spoils the answer, how it is delivered.
 * `refused`, `validation`: nothing is processed or recorded. `agreement` and `authorization` need a directive that
 * is in order otherwise; if it is not, its own refusal is the answer.
 */
export interface ScenarioEffect {
  readonly process:
    | { readonly as: 'normal' }
    | { readonly as: 'refused'; readonly refusal: Refusal }
    | { readonly as: 'validation'; readonly fieldPaths: readonly string[] }
    | { readonly as: 'agreement'; readonly forced: ForcedAgreement }
    | { readonly as: 'authorization'; readonly forced: ForcedAuthorization };
  /** The error that arrives in place of the true answer, although the directive was processed. */
  readonly answerLostIn?: Refusal;
  readonly garble?: Garble;
  readonly deliver?: 'lost' | 'late' | 'twice' | 'nowAndLate';
  /** Consecutive directives that are answered this way; 1 when absent. */
  readonly times?: number;
}

/** One scenario. `rows` are rows of the outcome table (`a23`, `d04`), none for what the table does not list. */
export interface Scenario extends ScenarioSource {
  readonly name: string;
  readonly operation: ConnectionName;
  readonly rows: readonly string[];
  readonly description: string;
  readonly effect: ScenarioEffect;
}

/** A scenario name that does not exist, with the nearest that do. */
export class UnknownScenarioError extends Error {
  readonly code = 'UNKNOWN_SCENARIO';

  constructor(
    readonly scenarioName: string,
    readonly nearest: readonly string[],
  ) {
    super(`There is no scenario "${scenarioName}". Did you mean ${nearest.join(', ')}?`);
    this.name = 'UnknownScenarioError';
  }
}

const BY_NAME: ReadonlyMap<string, Scenario> = new Map(
  SCENARIOS.map((scenario) => [scenario.name, scenario]),
);

/** Every scenario, in the order of the outcome table. */
export function listScenarios(): readonly Scenario[] {
  return SCENARIOS;
}

/**
 * Finds a scenario by its exact name, such as `Charge/Declined.InvalidPaymentMethod.soft`.
 * @throws UnknownScenarioError naming the three nearest names.
 */
export function findScenario(name: string): Scenario {
  const scenario = BY_NAME.get(name);
  if (scenario === undefined) throw new UnknownScenarioError(name, nearestNames(name));
  return scenario;
}

function nearestNames(name: string): readonly string[] {
  const wanted = name.toLowerCase().slice(0, 100);
  return [...BY_NAME.keys()]
    .map((candidate) => ({ candidate, steps: distance(wanted, candidate.toLowerCase()) }))
    .sort((one, other) => one.steps - other.steps)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Edit distance; a missing beginning such as `Charge/` costs little, because people leave it out. */
function distance(wanted: string, candidate: string): number {
  const afterSlash = candidate.slice(candidate.indexOf('/') + 1);
  return wanted.includes('/') ? edits(wanted, candidate) : edits(wanted, afterSlash);
}

function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (other[column - 1] === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
