import { type Request, type Response, Router, urlencoded } from 'express';
import { failureMessage } from '../checkout/failure-message';
import { parseCheckoutCode } from '../orders/checkout-code';
import { type Order, type Quote } from '../orders/order';
import { type WidgetMessage } from '../payment/codes/widget-codes';
import { createFixedAnswers, sendPage } from './answers';
import { CODE_FORM } from './api-bodies';
import { csrfToken, setCookie, withLink } from './browser-cookie';
import { type Gate } from './gate';
import { CheckoutPage } from './pages/checkout-page';
import { CodeEntryPage } from './pages/code-entry-page';
import { NO_CODE } from './no-code';
import { type PageFrame } from './pages/layout';
import { LegalPage } from './pages/legal-page';
import { CheckingPage, ResultPage } from './pages/result-pages';
import { createSay } from './page-text';
import { comesFromOwnPage } from './same-origin';
import { type Visit } from './visit';
import { type WebDeps } from './web-deps';
import { noticeAfter } from './widgets/notice-after';
import { writeCheckoutData } from './write-checkout-data';
import * as z from 'zod/mini';

/**
 * The pages a person opens: `/checkout` asks for a code, `/checkout/:code` is the final confirmation or the result,
 * `/legal` holds the facts the law wants. Whoever opens a good code gets the cookie that shows the result later.
 */
export function createPageRoutes(deps: WebDeps, gate: Gate): Router {
  const { config, shop, web, log } = deps;
  const ways = { paymentChannel: config.paymentChannel, paymentIntent: web.paymentIntent };
  const frame: PageFrame = { say: createSay(shop), shop };
  const { unreadable } = createFixedAnswers(shop);
  const router = Router();
  router.get('/legal', (_request, response) => {
    sendPage(response, LegalPage({ ...frame, ways }));
  });
  router.get('/checkout', (_request, response) => {
    sendPage(response, CodeEntryPage(frame));
  });
  router.post('/checkout', urlencoded({ extended: false, limit: '16kb' }), (request, response) => {
    const form = z.safeParse(CODE_FORM, request.body);
    if (!form.success) {
      log.warn({ step: 'requestRefused', reason: 'unreadableBody' });
      unreadable(request, response);
      return;
    }
    response.redirect(303, `/checkout/${parseCheckoutCode(form.data.code) ?? NO_CODE}`);
  });
  router.get('/checkout/:code', gate.open, (request, response) => {
    const visit = gate.visitOf(request);
    const { order, view } = visit;
    log.info({ step: 'checkoutPage', orderId: order.orderId, state: order.state, reason: view.kind });
    const token = rememberBrowser(deps, visit, response);
    const path = `/checkout/${visit.code}`;
    switch (view.kind) {
      case 'payable':
        sendPage(
          response,
          CheckoutPage({
            ...frame,
            web,
            ...payable(deps, visit, token),
            failure: ledHere(request, web.shopUrl) ?? failureMessage(order),
          }),
        );
        return;
      case 'checking':
        sendPage(response, CheckingPage({ ...frame, order, path }));
        return;
      case 'done':
        sendPage(response, ResultPage({ ...frame, order, result: view.result }));
        return;
    }
  });
  return router;
}

/** Why the widget page led here; only where it did, and not a link that somebody kept or made. */
function ledHere(request: Request, shopUrl: string): WidgetMessage | undefined {
  return comesFromOwnPage(request, shopUrl) ? noticeAfter('checkout', request.query['after']) : undefined;
}

/** Sets the cookie; gives the token that this browser's calls have to carry. */
export function rememberBrowser(
  { random, web }: WebDeps,
  { browser, link }: Visit,
  response: Response,
): string {
  const remembered = withLink(browser, link, random);
  // A list, even of one: the Lambda adapter takes only lists for cookies.
  response.append('Set-Cookie', [setCookie(remembered, web.shopUrl)]);
  return csrfToken(remembered, link);
}

type Payable = Omit<Parameters<typeof CheckoutPage>[0], keyof PageFrame | 'web'>;

function payable(deps: WebDeps, { order, code }: Visit, token: string): Omit<Payable, 'failure'> {
  const quote = quoteOf(order);
  const data = writeCheckoutData(deps, { order, quote, code, csrfToken: token });
  return { order, quote, data };
}

/**
 * The quote of an order with an open link, which always has the one it was made with.
 * @throws Error when it has none: the stored order was not written by this program
 */
export function quoteOf({ quote }: Order): Quote {
  if (quote === undefined) throw new Error('an order with an open link has no quote');
  return quote;
}
