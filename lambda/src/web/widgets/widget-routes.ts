import { Router } from 'express';
import * as z from 'zod/mini';
import { isId } from '../../amazon-pay/object-id';
import { type AgreementDeps, type AgreementRefusal } from '../../checkout/agreement-deps';
import { failureMessage } from '../../checkout/failure-message';
import { payByAgreement } from '../../checkout/pay-by-agreement';
import { priceAgreement } from '../../checkout/prepare-agreement';
import { type Order } from '../../orders/order';
import { sendPage } from '../answers';
import { cartDetails } from '../cart-details';
import { type Gate } from '../gate';
import { createOwnCalls } from '../own-call';
import { quoteOf, rememberBrowser } from '../page-routes';
import { createSay } from '../page-text';
import { comesFromOwnPage } from '../same-origin';
import { isPaidAtOnce } from '../payment-time';
import { type WebDeps } from '../web-deps';
import { noticeAfter } from './notice-after';
import { REFUSALS } from './refusals';
import { WidgetsPage } from './widgets-page';
import { writeWidgetsData } from './write-widgets-data';

const agreementId = z.string().check(z.refine((text) => isId('billingAgreement', text)));

/**
 * Bodies of the widget page's own calls. The amount in it is what the page showed: it is only compared, never charged.
 */
const BODIES = {
  total: z.strictObject({ billingAgreementId: agreementId }),
  pay: z.strictObject({
    billingAgreementId: agreementId,
    shownTotalYen: z.number().check(z.gte(1), z.lte(10_000_000), z.refine(Number.isSafeInteger)),
  }),
} as const;

/**
 * The page with Amazon's address book, wallet and consent, and its two calls: the total for the chosen address, and
 * paying. They stand behind the same gate as the checkout page. These widgets capture at once: a shop that is paid later
 * has told its buyers so, offers none, and leads whoever asks for them to the checkout page.
 * @see issue "web checkout", item 4
 */
export function createWidgetRoutes(deps: WebDeps & AgreementDeps, gate: Gate): Router {
  const { shop, config, web, log } = deps;
  const say = createSay(shop);
  const router = Router();
  const route = createOwnCalls(router, gate, log);
  const refused = (reason: AgreementRefusal): object => {
    const { message, next } = REFUSALS[reason];
    return { status: 'refused', reason, message: say(message), next };
  };

  router.get('/checkout/:code/widgets', gate.open, (request, response) => {
    const visit = gate.visitOf(request);
    const { order, code, view } = visit;
    // Only an open order has widgets; where any other one is, its own page tells.
    if (view.kind !== 'payable' || !isPaidAtOnce(web)) {
      response.redirect(303, `/checkout/${code}`);
      return;
    }
    log.info({ step: 'widgetPage', orderId: order.orderId, state: order.state });
    const token = rememberBrowser(deps, visit, response);
    const before = noticeAfter('widgets', request.query['after']);
    const quote = quoteOf(order);
    const facts = { order, quote, code, csrfToken: token, reloadedOnce: before !== undefined };
    const page = WidgetsPage({
      say,
      shop,
      order,
      quote,
      data: writeWidgetsData(deps, facts),
      failure: failureMessage(order),
      // A link that somebody kept or made may stop the reloading, but says nothing.
      notice: comesFromOwnPage(request, deps.web.shopUrl) ? before : undefined,
      sandbox: config.releaseEnvironment === 'SANDBOX',
    });
    sendPage(response, page);
  });
  if (!isPaidAtOnce(web)) return router;
  const totals = async (order: Order, billingAgreementId: string): Promise<object> => {
    const priced = await priceAgreement(deps, order, billingAgreementId);
    if (!priced.ok) return refused(priced.reason);
    return cartDetails(priced.quote, say('pageDeliveryStandard'));
  };
  route('widgets/total', BODIES.total, ({ order }, { billingAgreementId }) =>
    totals(order, billingAgreementId),
  );
  route('widgets/pay', BODIES.pay, async ({ order }, pay, response) => {
    const payment = await payByAgreement(deps, order, pay);
    const { type } = payment;
    const reason = type === 'refused' ? payment.reason : undefined;
    log.info({ step: 'widgetsPaid', orderId: order.orderId, effect: type, reason });
    if (type === 'settled') return { status: type };
    if (payment.reason !== 'totalChanged') return refused(payment.reason);
    response.status(409);
    return { ...refused(payment.reason), totals: await totals(order, pay.billingAgreementId) };
  });
  return router;
}
