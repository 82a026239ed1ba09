import { parseArgs } from 'node:util';
import { CHECKLIST } from './checklist-table';
import { parseAskProject } from './project';
import { readAskProject } from './read-project';
import { findFindings, type Finding, type Rule } from './rule';
import { RULES } from './rules';

const USAGE = `npm run certify -- [--live] [--json] [--profile NAME]

  --live          also what only a submission has to keep: sandbox off, no placeholders
  --json          findings and checklist for a program
  --profile NAME  judge the settings of this block of ask-resources.json; else of "default"`;

interface Wish {
  readonly isLive: boolean;
  readonly isJson: boolean;
  readonly profileName: string;
}

/** Where the project lies, what it would run with, and how to tell. */
export interface CertifyPlace {
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
}

/**
 * Tells everything certification would refuse, at once. The exit code: 0 no error (warnings are for a person to weigh),
 * 1 errors, 2 wrong use.
 */
export function runCertify(argv: readonly string[], { root, environment, print }: CertifyPlace): number {
  const wish = readWish(argv);
  if (wish === undefined) {
    print(USAGE);
    return 2;
  }
  const rules = RULES.filter(({ when }) => when === 'always' || wish.isLive);
  const { profileName } = wish;
  const findings = findFindings(rules, parseAskProject(readAskProject({ root, profileName, environment })));
  const lines = wish.isJson
    ? [JSON.stringify({ rules: rules.length, findings, checklist: CHECKLIST }, null, 2)]
    : report(rules, findings);
  for (const line of lines) print(line);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function readWish(argv: readonly string[]): Wish | undefined {
  try {
    const options = {
      live: { type: 'boolean' },
      json: { type: 'boolean' },
      profile: { type: 'string' },
    } as const;
    const { values } = parseArgs({ args: [...argv], options });
    return {
      isLive: values.live === true,
      isJson: values.json === true,
      profileName: values.profile ?? 'default',
    };
  } catch {
    return undefined;
  }
}

function report(rules: readonly Rule[], findings: readonly Finding[]): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const left = RULES.length - rules.length;
  return [
    ...findings.map(tell),
    `${rules.length} rules checked: ${errors} errors, ${findings.length - errors} warnings.${left === 0 ? '' : ` ${left} more before a submission: npm run certify -- --live`}`,
    ...(errors === 0 ? checklistLines() : []),
  ];
}

function tell({ rule, severity, file, fix, source }: Finding): string {
  return `${severity === 'error' ? '✗' : '!'} ${rule}: ${file}: ${fix}\n    source: ${source}`;
}

function checklistLines(): readonly string[] {
  return [
    'Not covered, because Amazon, the law or your ear decides:',
    ...CHECKLIST.map(({ what, source, shown }) => {
      const where = shown.length === 0 ? '' : ` [see ${shown.join(', ')}]`;
      return `  - ${what} (${source})${where}`;
    }),
  ];
}
