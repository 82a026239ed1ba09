import { join } from 'node:path';
import express, { Router, type RequestHandler } from 'express';
import { answerErrors, notFound, RequestRefusedError } from './api-error';
import { COMMANDS } from './commands-table';
import type { Console } from './console';
import type { DialogSaver } from './save-dialog';
import { viewScenarios } from './scenario-view';
import { securityHeaders } from './security-headers';
import { streamChanges } from './stream-changes';

/** What the console's pages need. `report` hears of defects. */
export interface ConsoleAppOptions {
  readonly console: Console;
  readonly saveDialog: DialogSaver;
  readonly clientScript: () => Promise<string>;
  readonly report: (error: unknown) => void;
}

const PAGE = join(__dirname, 'page');
const BODY_LIMIT = '16kb';

/** The routes of the page (`/`), its files and its API (`/console/…`). */
export function createConsoleApp(options: ConsoleAppOptions): Router {
  const { console, saveDialog, clientScript } = options;
  const router = Router();
  router.use('/console', securityHeaders);
  router.get('/', securityHeaders, sendPageFile('index.html'));
  router.get('/favicon.ico', sendPageFile('icon.svg'));
  router.get('/console/style.css', sendPageFile('style.css'));
  router.get('/console/icon.svg', sendPageFile('icon.svg'));
  router.get('/console/app.js', async (_request, response) => {
    response.type('text/javascript').send(await clientScript());
  });

  router.get('/console/api/state', async (request, response) => {
    const after = Number(request.query['after'] ?? 0);
    if (!Number.isSafeInteger(after) || after < 0)
      throw new RequestRefusedError(400, 'badRequest', '"after" is no entry number.');
    response.json(await console.state(after));
  });
  router.get('/console/api/scenarios', (_request, response) => {
    response.json({ scenarios: viewScenarios() });
  });
  router.get('/console/api/changes', streamChanges(console));

  router.post('/console/api/*command', requireJson, express.json({ limit: BODY_LIMIT }));
  for (const [name, run] of Object.entries(COMMANDS)) {
    router.post(`/console/api/${name}`, async (request, response) => {
      const result = await run({ console, saveDialog }, request.body);
      response.json(result ?? {});
    });
  }
  router.use('/console', notFound);
  router.use('/console', answerErrors(options.report));
  return router;
}

function sendPageFile(name: string): RequestHandler {
  return (_request, response) => {
    response.sendFile(join(PAGE, name));
  };
}

const requireJson: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') === false)
    throw new RequestRefusedError(415, 'notJson', 'Send the body as application/json.');
  next();
};
