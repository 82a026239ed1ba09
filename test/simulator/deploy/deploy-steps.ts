import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runDeploy } from '../../../lambda/tools/deploy/run-deploy';
import { writeParameter } from '../../../lambda/tools/deploy/ask-project';
import { startAws, type Aws } from '../aws/aws';
import { judgeExit, judgeCalls } from '../smapi/judge-run';
import { makeAskHome, runAsk } from '../smapi/run-ask';
import { startSmapi, type Smapi } from '../smapi/smapi';
import { copyProject, MERCHANT_SETTINGS } from './copy-project';

const SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-0000000000de';
const LIMIT_MS = 120_000;

/** A merchant's machine: a copy of the project, a home, a simulated Amazon and AWS. */
export interface Desk {
  readonly root: string;
  readonly smapi: Smapi;
  readonly aws: Aws;
  /** Everything that the deploy printed so far. */
  readonly printed: readonly string[];
  /** Runs `npm run deploy` with the build as it is; resolves to what ask-cli and the tool were unhappy about. */
  deploy(
    ...argv: readonly string[]
  ): Promise<{ readonly exitCode: number; readonly problems: readonly string[] }>;
  fillSettings(): void;
  read(file: string): string;
  close(): Promise<void>;
}

/** Opens a desk. `program`: the installed ask-cli. The package must be built. */
export async function openDesk(program: string): Promise<Desk> {
  const root = copyProject();
  const home = makeAskHome();
  const printed: string[] = [];
  const aws = await startAws();
  const smapi = await startSmapi({
    skillId: SKILL_ID,
    manifest: {},
    say: () => Promise.reject(new Error('nobody talks during a deployment')),
  });
  return {
    root,
    smapi,
    aws,
    printed,
    deploy: async (...argv) => {
      const problems: string[] = [];
      const exitCode = await runDeploy(
        ['--no-build', ...argv],
        { root, home, nodeVersion: process.versions.node },
        {
          build: () => Promise.resolve(true),
          lint: () => Promise.resolve(true),
          print: (line) => printed.push(line),
          ask: async (askArgv) => {
            const job = { program, argv: askArgv, smapiUrl: smapi.url, awsUrl: aws.url, cwd: root };
            const run = await runAsk({ ...job, limitMs: LIMIT_MS });
            problems.push(...judgeExit(run), ...judgeCalls(smapi.journal));
            return run.exitCode ?? 1;
          },
        },
      );
      return { exitCode, problems };
    },
    fillSettings: () => {
      for (const setting of Object.entries(MERCHANT_SETTINGS)) writeParameter(root, 'default', setting);
    },
    read: (file) => readFileSync(join(root, file), 'utf8'),
    close: async () => {
      await Promise.all([smapi.close(), aws.close()]);
      for (const folder of [root, home]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
