import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SkillPackage } from './deploy-routes';
import { judgeCalls, judgeExit } from './judge-run';
import { runAsk } from './run-ask';
import { startSmapi, type Smapi } from './smapi';

const ROOT = join(__dirname, '../../..');
const BUILT = join(ROOT, 'build/skill-package');
const NEW_SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-0000000000de';
const LIMIT_MS = 60_000;
/** What a skill package of this repository cannot be without. */
const NEEDED = ['skill.json', 'interactionModels/custom/ja-JP.json'] as const;

/**
 * Lets the real `ask deploy --target skill-metadata` deploy `build/skill-package` from a throw-away copy, twice: the
 * second time nothing has changed, so nothing may be uploaded. Resolves to what went wrong, one sentence each.
 * @see ask-cli.md, section 4
 */
export async function deployWithAsk(program: string): Promise<readonly string[]> {
  if (!existsSync(BUILT)) return ['build/skill-package is missing: npm run build'];
  const copy = mkdtempSync(join(tmpdir(), 'koemise-ask-deploy-'));
  cpSync(join(ROOT, 'ask-resources.json'), join(copy, 'ask-resources.json'));
  cpSync(BUILT, join(copy, 'build/skill-package'), { recursive: true });
  const smapi = await startSmapi({
    skillId: NEW_SKILL_ID,
    manifest: {},
    say: () => Promise.reject(new Error('nobody talks during a deployment')),
  });
  try {
    const first = await deploy(program, copy, smapi);
    if (first.length > 0) return first;
    const states = join(copy, '.ask/ask-states.json');
    const isNoted = existsSync(states) && readFileSync(states, 'utf8').includes(NEW_SKILL_ID);
    const second = await deploy(program, copy, smapi);
    return [
      ...second,
      ...judgeCalls(smapi.journal),
      ...(isNoted ? [] : ['.ask/ask-states.json does not hold the new skill ID']),
      ...judgePackages(smapi.packages),
    ];
  } finally {
    await smapi.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

async function deploy(program: string, cwd: string, { url }: Smapi): Promise<readonly string[]> {
  const argv = ['deploy', '--target', 'skill-metadata'];
  return judgeExit(await runAsk({ program, argv, smapiUrl: url, cwd, limitMs: LIMIT_MS }));
}

function judgePackages(packages: readonly SkillPackage[]): readonly string[] {
  const [first] = packages;
  if (first === undefined) return ['nothing was uploaded'];
  const different = NEEDED.filter(
    (path) => first.get(path)?.equals(readFileSync(join(BUILT, path))) !== true,
  );
  return [
    ...different.map((path) => `${path} was not uploaded as it was built`),
    ...(packages.length > 1 ? ['the second deployment uploaded again although nothing had changed'] : []),
  ];
}
