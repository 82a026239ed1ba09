import { type Request, type RequestHandler, type Response } from 'express';
import { type VNode } from 'preact';
import { type Shop } from '../shop/shop';
import { FaultPage, PlainPage, TooManyTriesPage, UnreadablePage } from './pages/plain-pages';
import { type PageFrame, renderPage } from './pages/layout';
import { createSay } from './page-text';

/** The answers that are the same for everybody, made once. Calls of a page's script get them as JSON. */
export interface FixedAnswers {
  /** 404: the code opens nothing. */
  readonly plain: (request: Request, response: Response) => void;
  /** 429: too many wrong codes from this address. */
  readonly tooMany: RequestHandler;
  /** 400: what was sent is not of the form of the page. */
  readonly unreadable: (request: Request, response: Response) => void;
  /** 503: something of ours broke. */
  readonly fault: (request: Request, response: Response) => void;
}

const RETRY_AFTER_SEC = '60';

/** Renders the fixed pages of a shop. */
export function createFixedAnswers(shop: Shop): FixedAnswers {
  const frame: PageFrame = { say: createSay(shop), shop };
  const plain = renderPage(PlainPage(frame));
  const tooMany = renderPage(TooManyTriesPage(frame));
  const unreadable = renderPage(UnreadablePage(frame));
  const fault = renderPage(FaultPage(frame));
  return {
    plain(request, response) {
      answer(request, response.status(404), { html: plain, error: 'not_found' });
    },
    tooMany(request, response) {
      response.status(429).set('Retry-After', RETRY_AFTER_SEC);
      answer(request, response, { html: tooMany, error: 'too_many_tries' });
    },
    unreadable(request, response) {
      answer(request, response.status(400), { html: unreadable, error: 'bad_request' });
    },
    fault(request, response) {
      answer(request, response.status(503), { html: fault, error: 'unavailable' });
    },
  };
}

/** Sends a page. */
export function sendPage(response: Response, page: VNode): void {
  response.type('html').send(renderPage(page));
}

interface BothForms {
  readonly html: string;
  readonly error: string;
}

function answer(request: Request, response: Response, { html, error }: BothForms): void {
  if (isCall(request)) response.json({ error });
  else response.type('html').send(html);
}

/** The address of the one form that a person sends: the code's. Every other thing that is sent is the script's. */
const FORM_ADDRESS = /^\/checkout\/?$/i;

/** Whether the page's script asks, not a person. */
function isCall({ method, path, baseUrl }: Request): boolean {
  const address = `${baseUrl}${path}`;
  if (method === 'GET' || method === 'HEAD') return address.endsWith('/status');
  return !FORM_ADDRESS.test(address);
}
