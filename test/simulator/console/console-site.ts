import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { COMMANDS } from './commands-table';
import type { Console } from './console-types';
import { HttpError, readError } from './http-error';
import { isForLoopback } from './loopback-only';
import { PAGE_FILES } from './page-files';
import { readJsonBody } from './read-body';
import { openEventStream, sendContent, sendJson } from './respond';
import type { DialogSaver } from './save-dialog';
import { viewScenarios } from './scenario-view';

/** What the console's pages need. `report` hears of defects. */
export interface ConsoleSiteOptions {
  readonly console: Console;
  readonly saveDialog: DialogSaver;
  readonly clientScript: () => Promise<string>;
  readonly report: (error: unknown) => void;
}

const API = '/console/api/';

/**
 * Puts the console's page (`/`), files and API (`/console/…`) before the skill's server, and refuses requests that
 * were not meant for this machine, the skill's included. Every other path is the skill's.
 */
export function putConsoleInFront(options: ConsoleSiteOptions, skillApp: RequestListener): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const isOurs = url.pathname.startsWith('/console/') || Object.hasOwn(PAGE_FILES, url.pathname);
    if (isForLoopback(request.headers.host, request.headers.origin) && !isOurs) {
      skillApp(request, response);
      return;
    }
    void answer(options, { request, response, url }).catch((thrown: unknown) => {
      const { httpStatus, error } = readError(thrown);
      if (httpStatus === 500) options.report(thrown);
      if (response.headersSent) response.destroy();
      else sendJson(response, { error }, httpStatus);
    });
  };
}

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

async function answer(options: ConsoleSiteOptions, visit: Visit): Promise<void> {
  const { request, response, url } = visit;
  if (!isForLoopback(request.headers.host, request.headers.origin))
    throw new HttpError(403, 'foreignOrigin', 'Only pages of this machine may ask.');
  if (url.pathname.startsWith(API)) await answerApi(options, visit);
  else if (request.method !== 'GET') throw notAllowed('GET');
  else if (url.pathname === '/console/app.js') {
    sendContent(response, { type: 'text/javascript; charset=utf-8', text: await options.clientScript() });
  } else if (Object.hasOwn(PAGE_FILES, url.pathname)) {
    const content = await PAGE_FILES[url.pathname]?.();
    if (content !== undefined) sendContent(response, content);
  } else throw notFound(url);
}

async function answerApi(options: ConsoleSiteOptions, { request, response, url }: Visit): Promise<void> {
  const { console } = options;
  const name = url.pathname.slice(API.length);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) {
    if (request.method !== 'POST') throw notAllowed('POST');
    sendJson(response, (await command(options, await readJsonBody(request))) ?? {});
    return;
  }
  if (!['state', 'scenarios', 'changes'].includes(name)) throw notFound(url);
  if (request.method !== 'GET') throw notAllowed('GET');
  if (name === 'state') sendJson(response, await console.state(entryNumber(url)));
  else if (name === 'scenarios') sendJson(response, { scenarios: viewScenarios() });
  else request.on('close', console.onChange(openEventStream(response)));
}

function entryNumber(url: URL): number {
  const after = Number(url.searchParams.get('after') ?? '0');
  if (!Number.isSafeInteger(after) || after < 0)
    throw new HttpError(400, 'badRequest', '"after" is no entry number.');
  return after;
}

const notFound = ({ pathname }: URL): HttpError => new HttpError(404, 'notFound', `There is no ${pathname}.`);
const notAllowed = (method: string): HttpError =>
  new HttpError(405, 'methodNotAllowed', `Only ${method} is answered here.`);
