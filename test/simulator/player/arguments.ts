import { parseArgs } from 'node:util';
import { findScenario, UnknownScenarioError } from '../amazon-pay/scenario';

/** What the player was asked to do. */
export interface PlayerArguments {
  readonly files: readonly string[];
  readonly scenarioNames: readonly string[];
  readonly list: boolean;
  /** Writes the sidecars anew from what happened. */
  readonly write: boolean;
  /** The device has a screen, and what it shows is printed. */
  readonly hasScreen: boolean;
  readonly help: boolean;
  /** False: never, whatever the terminal can do. */
  readonly colours: boolean;
}

/** An option that does not exist, or a scenario that nobody knows. */
export class UsageError extends Error {
  readonly code = 'USAGE';
}

export const USAGE = `npm run dialog -- [FILE…] [--scenario NAME…] [--screen] [--list] [--no-colour]

  FILE             a replay file of ask dialog; without one the purchase dialog is played
  --scenario NAME  lets Amazon Pay answer as the scenario says, one after the other; without
                   FILE a purchase is played up to the point where it happens, and what follows
  --screen         the device has a screen: prints what it shows as well
  --list           lists every scenario
  --write          writes each FILE's sidecar (NAME.expect.yaml) anew from what happened;
                   read it before you commit it
  --no-colour      plain text`;

/** Reads the command line. @throws UsageError */
export function parseArguments(argv: readonly string[]): PlayerArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        scenario: { type: 'string', multiple: true },
        screen: { type: 'boolean' },
        list: { type: 'boolean' },
        write: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        'no-colour': { type: 'boolean' },
        'no-color': { type: 'boolean' },
      },
    });
    const scenarioNames = values.scenario ?? [];
    scenarioNames.forEach(findScenario);
    return {
      files: positionals,
      scenarioNames,
      list: values.list === true,
      hasScreen: values.screen === true,
      write: values.write === true,
      help: values.help === true,
      colours: values['no-colour'] !== true && values['no-color'] !== true,
    };
  } catch (error) {
    if (error instanceof UnknownScenarioError || error instanceof TypeError)
      throw new UsageError(error.message);
    throw error;
  }
}
