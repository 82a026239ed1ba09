import { readConfig } from './config';
import { createDependencies } from './dependencies';
import { createServer } from './server';
import { createSkill } from './skill';
import { createWorkerDeps } from './worker/create-worker';
import { startWorkerTimer } from './worker/worker-timer';

/**
 * `npm run serve`: the production server with the background beside it. Signature, timestamp and skill ID are always
 * checked; there is no switch. SIGTERM stops accepting and lets requests in flight finish.
 */
function serve(): void {
  const config = readConfig(process.env);
  const deps = createDependencies(config);
  const app = createServer({
    skill: createSkill(deps),
    skillId: config.skillId,
    verifySignature: true,
    log: deps.log,
  });
  const server = app.listen(config.port, () => {
    deps.log.info({ step: 'listening', port: config.port });
  });
  const worker = startWorkerTimer(createWorkerDeps(deps));
  process.once('SIGTERM', () => {
    server.close();
    void worker.stop();
  });
}

serve();
