import { createServer as createHttpServer } from 'node:http';
import { join } from 'node:path';
import { readConfig } from './config';
import { createCv2, createIpn, createMws } from './amazon-pay-access';
import { createDependencies } from './dependencies';
import { createServer } from './server';
import { createSkill } from './skill';
import { errorFields } from './telemetry/error-fields';
import { readAssets } from './web/read-assets';
import { createWeb } from './web-access';
import { createWorkerDeps } from './worker/create-worker';
import { createMwsChargeReader } from './worker/mws-charge-reader';
import { startWorkerTimer } from './worker/worker-timer';

/**
 * Slow clients are let go before Alexa would be. All of it is about receiving: an answer may take as long as a payment on
 * the web does, half a minute and more. @see endpoint-security.md, section 4 (11)
 */
const SERVER_LIMITS = {
  headersTimeout: 5000,
  requestTimeout: 8000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 8192,
} as const;

/**
 * `npm run serve`: the production server, the shop's pages among it, with the background beside it. Signature, timestamp and skill ID are always
 * checked; there is no switch. SIGTERM stops accepting and lets requests in flight finish.
 * @throws ConfigError naming every missing setting; Error of the file system when the pages' assets were not built
 */
function serve(): void {
  const config = readConfig(process.env);
  const deps = createDependencies(config);
  const mws = createMws(deps);
  const app = createServer({
    skill: createSkill(deps),
    skillId: config.skillId,
    verifySignature: true,
    ipn: createIpn({ ...deps, mws, cv2: createCv2(deps, 'page') }),
    web: config.web && createWeb({ ...deps, assets: readAssets(join(__dirname, 'public')) }),
    log: deps.log,
  });
  const server = createHttpServer(SERVER_LIMITS, app);
  server.once('error', (error) => {
    const action = `Port ${config.port} cannot be used: free it or set PORT.`;
    deps.log.alert({ step: 'notListening', port: config.port, action, ...errorFields(error) });
    process.exitCode = 1;
  });
  server.listen(config.port, () => {
    const worker = startWorkerTimer(
      createWorkerDeps({
        ...deps,
        chargeReader: mws && createMwsChargeReader(mws),
        checkoutCalls: createCv2(deps, 'background'),
      }),
    );
    deps.log.info({ step: 'listening', port: config.port });
    process.once('SIGTERM', () => {
      server.close();
      void worker.stop();
    });
  });
}

try {
  serve();
} catch (error) {
  // The message names the settings; a stack would only hide it.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
