import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** The machine that deploys. */
export interface Machine {
  /** As in process.versions.node. */
  readonly nodeVersion: string;
  readonly home: string;
  readonly profile: string;
  /** Whether AWS is needed, too. */
  readonly needsAws: boolean;
}

/** Lowest Node that the tools run on: [major, minor]. */
const LOWEST_NODE = [20, 19] as const;
const CONFIG = z.looseObject({
  profiles: z.record(
    z.string(),
    z.looseObject({ vendor_id: z.string().nullish(), aws_profile: z.string().nullish() }),
  ),
});

/** What keeps this machine from deploying, one sentence each with the fix; empty when it may. */
export function findMachineFaults({ nodeVersion, ...machine }: Machine): readonly string[] {
  return [...nodeFaults(nodeVersion), ...askFaults(machine)];
}

function nodeFaults(nodeVersion: string): readonly string[] {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const [lowestMajor, lowestMinor] = LOWEST_NODE;
  if (major > lowestMajor || (major === lowestMajor && minor >= lowestMinor)) return [];
  return [`Node ${nodeVersion}: too old; install Node ${LOWEST_NODE.join('.')} or later`];
}

/** @see ask-cli.md, section 2 (least cli_config) */
function askFaults({ home, profile, needsAws }: Omit<Machine, 'nodeVersion'>): readonly string[] {
  const file = join(home, '.ask/cli_config');
  const fix = `run npm run ask -- configure --profile ${profile}`;
  if (!existsSync(file)) return [`ASK CLI: is not configured on this machine; ${fix}`];
  const found = CONFIG.safeParse(parseJson(readFileSync(file, 'utf8'))).data?.profiles[profile];
  if (found === undefined) return [`ASK CLI: has no profile ${profile}; ${fix}`];
  return [
    ...((found.vendor_id ?? '') === '' ? [`ASK CLI: profile ${profile} has no vendor ID; ${fix}`] : []),
    ...(needsAws && (found.aws_profile ?? '') === ''
      ? [`ASK CLI: profile ${profile} has no AWS profile linked; ${fix} and link your AWS account`]
      : []),
  ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
