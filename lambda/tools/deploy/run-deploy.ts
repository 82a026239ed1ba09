import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AskProjectError, parametersOf, readAskProfile, readOutputs, type AskProfile } from './ask-project';
import { keepEndpoint } from './keep-endpoint';
import { findMachineFaults } from './machine-faults';
import { findPackageFaults } from './package-faults';
import { readTemplate } from './read-template';
import { findSettingsFaults } from './settings-faults';
import { takeShopUrlOver, type Taken } from './take-shop-url-over';

/** What a deploy does outside itself. */
export interface DeployEffects {
  /** Builds the package; false: it could not, and has said why. */
  readonly build: () => Promise<boolean>;
  /** Checks the sources, and for a live stage what certification asks; false: it found something, and has said what. */
  readonly lint: (stage: string, profileName: string) => Promise<boolean>;
  /** Runs the real ask-cli in the project's folder; its exit code. */
  readonly ask: (argv: readonly string[]) => Promise<number>;
  readonly print: (line: string) => void;
}

/** Where and by whom is deployed. */
export interface DeployPlace {
  readonly root: string;
  readonly home: string;
  readonly nodeVersion: string;
  /** The stage of a server of one's own, where no stack names it; absent: live. */
  readonly ownStage?: string | undefined;
}

const USAGE = `npm run deploy -- [--dry-run] [--no-build] [--profile NAME]

  --dry-run   everything but the upload
  --no-build  deploy build/ as it is; refused when it is older than the sources`;

interface Wish {
  readonly isDry: boolean;
  readonly builds: boolean;
  readonly profileName: string;
}

/**
 * Judges machine and settings, builds, lints, judges the package, and only then lets ask-cli upload. Resolves to the
 * exit code: 0 deployed (or would be), 1 refused or failed, 2 wrong use. All faults of a step are told at once.
 * @see issue "Deployed with ASK CLI", Bad input
 */
export async function runDeploy(
  argv: readonly string[],
  place: DeployPlace,
  effects: DeployEffects,
): Promise<number> {
  const wish = readWish(argv);
  if (wish === undefined) {
    effects.print(USAGE);
    return 2;
  }
  try {
    return await deploy(wish, place, effects);
  } catch (error) {
    if (!(error instanceof AskProjectError)) throw error;
    return refuse([error.message], effects);
  }
}

function readWish(argv: readonly string[]): Wish | undefined {
  try {
    const options = {
      'dry-run': { type: 'boolean' },
      'no-build': { type: 'boolean' },
      profile: { type: 'string' },
    } as const;
    const { values } = parseArgs({ args: [...argv], options });
    return {
      isDry: values['dry-run'] === true,
      builds: values['no-build'] !== true,
      profileName: values.profile ?? 'default',
    };
  } catch {
    return undefined;
  }
}

async function deploy(wish: Wish, place: DeployPlace, effects: DeployEffects): Promise<number> {
  const { root, home, nodeVersion } = place;
  const { profileName } = wish;
  // A deploy that ended with an error may have made the stack all the same.
  const before = takeShopUrlOver(root, profileName);
  if (before !== undefined) {
    tellTaken(before, effects);
    effects.print(`The secrets belong into ${before.secretsArn} (lambda/infrastructure/README.md).`);
  }
  const profile = readAskProfile(root, profileName);
  const outputs = readOutputs(root, profileName);
  const needsAws = profile.skillInfrastructure !== undefined;
  const faults = [
    ...findMachineFaults({ nodeVersion, home, profile: profileName, needsAws }),
    ...findSettingsFaults({ profile, template: readTemplate(root, profile), outputs }),
  ];
  if (faults.length > 0) return refuse(faults, effects);
  if (wish.builds && !(await effects.build())) return refuse([], effects);
  if (!(await effects.lint(stageOf(profile, place.ownStage), profileName))) return refuse([], effects);
  const packageFaults = findPackageFaults(root, profile);
  if (packageFaults.length > 0) return refuse(packageFaults, effects);
  // A server of one's own has its endpoint in skill.json, whatever stack there was before.
  if (needsAws) keepEndpoint(join(root, profile.skillMetadata.src), outputs['SkillEndpoint']);
  const argv = ['deploy', '--profile', profileName];
  if (wish.isDry) {
    effects.print(`Nothing was uploaded (--dry-run). Next would be: ask ${argv.join(' ')}`);
    return 0;
  }
  const exitCode = await effects.ask(argv);
  tellNext(profileName, { root, isFirst: outputs['SecretsArn'] === undefined }, effects);
  return exitCode === 0 ? 0 : 1;
}

/** The stage that the functions will run as; live unless the settings say otherwise. */
function stageOf(profile: AskProfile, ownStage: string | undefined): string {
  const { skillInfrastructure } = profile;
  const stage =
    skillInfrastructure === undefined
      ? ownStage
      : skillInfrastructure.userConfig.cfn?.parameters?.['SkillStage'];
  return typeof stage === 'string' ? stage : 'live';
}

function refuse(faults: readonly string[], { print }: DeployEffects): number {
  print('Nothing was uploaded.');
  faults.forEach((fault) => {
    print(`  - ${fault}`);
  });
  return 1;
}

/** Also after a failed run: ASK CLI makes the stack before the last steps that may fail. */
function tellNext(
  profileName: string,
  { root, isFirst }: { readonly root: string; readonly isFirst: boolean },
  effects: DeployEffects,
): void {
  const taken = takeShopUrlOver(root, profileName);
  if (taken !== undefined) {
    tellTaken(taken, effects);
    effects.print(
      `Put the secrets into ${taken.secretsArn} (lambda/infrastructure/README.md), then run npm run deploy once more.`,
    );
    return;
  }
  const given = parametersOf(readAskProfile(root, profileName));
  const needsSecrets = Boolean(given['MwsAccessKeyId']) || Boolean(given['MailFrom']);
  const secretsArn = readOutputs(root, profileName)['SecretsArn'];
  if (isFirst && needsSecrets && secretsArn !== undefined)
    effects.print(`Put the secrets into ${secretsArn} (lambda/infrastructure/README.md).`);
}

function tellTaken({ shopUrl }: Taken, { print }: DeployEffects): void {
  print(
    `ShopUrl is now ${shopUrl} in ask-resources.json; replace it when the pages get a domain of your own.`,
  );
}
