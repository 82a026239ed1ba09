/// <reference lib="dom" />
import * as z from 'zod/mini';
import { API_ERROR, SAVED_DIALOG, SCENARIO_LIST, STATE } from '../wire';
import type { ConsoleState, SavedDialog, ScenarioView } from '../wire';

/** The console's server refused; the message is meant to be read. */
class RefusedError extends Error {}

/** The console's server cannot be reached. */
export class OfflineError extends Error {}

async function ask<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  body?: Readonly<Record<string, unknown>>,
): Promise<z.infer<Schema>> {
  const init =
    body &&
    ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    } as const);
  const response = await fetch(`/console/api/${path}`, init).catch(() => {
    throw new OfflineError();
  });
  const answer: unknown = await response.json();
  if (response.ok) return schema.parse(answer);
  const refused = API_ERROR.safeParse(answer).data?.error;
  throw new RefusedError([refused?.message ?? response.statusText, ...(refused?.fields ?? [])].join(' '));
}

const ANYTHING = z.unknown();

/** Everything the page shows; entries of the conversation up to `afterNo` are left out. */
export const fetchState = (afterNo: number): Promise<ConsoleState> => ask(`state?after=${afterNo}`, STATE);

/** Every scenario there is. */
export const fetchScenarios = async (): Promise<readonly ScenarioView[]> =>
  (await ask('scenarios', SCENARIO_LIST)).scenarios;

/** Carries out a command of the server; rejects with RefusedError or OfflineError. */
export async function command(name: string, body: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await ask(name, ANYTHING, body);
}

/** Saves the conversation under a name. */
export const saveDialog = (name: string): Promise<SavedDialog> => ask('save', SAVED_DIALOG, { name });
