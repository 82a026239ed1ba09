import { Router } from 'express';
import { errorFields } from '../../telemetry/error-fields';
import { type Log } from '../../telemetry/log';
import { exchange } from '../exchange';
import { type CertificateSource } from './certificates';
import { type AmazonPayNotification, readNotification } from './read-notification';
import { type SnsVerdict, verifySnsMessage } from './verify-sns-message';

/**
 * What the endpoint needs. `onNotification` stores that the object has to be fetched, and settles only then; a
 * rejection makes the notification come again. The same notification may come several times and in any order.
 * `sellerId`: notifications of another seller are ignored.
 */
export interface IpnDeps {
  readonly topicArns: readonly string[];
  readonly sellerId: string;
  readonly certificateOf: CertificateSource;
  readonly onNotification: (notification: AmazonPayNotification) => Promise<'stored' | 'ignored'>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly log: Log;
}

const MAX_BODY_BYTES = 65_536;
const LIMITS = { timeoutMs: 5000, maxBytes: 65_536 } as const;

/** What is answered: 200 taken, 400 forged, 503 come again. */
type Answer = 'ok' | 'forged' | 'comeAgain';
const STATUS = { ok: 200, forged: 400, comeAgain: 503 } as const satisfies Record<Answer, number>;

/**
 * Makes the router of `POST /ipn`: 200 once the notification is stored, 400 for a forgery (which ends its deliveries),
 * 503 for everything that may be better next time.
 * @see amazon-pay-server-apis.md, section 10; money-safety.md, P18
 */
export function createIpnRouter(deps: IpnDeps): Router {
  const router = Router();
  router.post('/ipn', (request, response) => {
    void readBody(request)
      .then((body) => take(body, deps))
      .catch((fault: unknown): Answer => {
        deps.log.warn({ step: 'ipnNotStored', ...errorFields(fault) });
        return 'comeAgain';
      })
      .then((answer) => {
        response.status(STATUS[answer]).json({ status: answer });
      });
  });
  router.all('/ipn', (_request, response) => {
    response.status(405).set('Allow', 'POST').json({ error: 'method_not_allowed' });
  });
  return router;
}

/** The body as text; empty when it is larger than any notification. The rest is read and dropped, so that 400 arrives. */
async function readBody(request: AsyncIterable<unknown>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.byteLength;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks).toString('utf8') : '';
}

async function take(text: string, deps: IpnDeps): Promise<Answer> {
  const { topicArns, certificateOf } = deps;
  const verdict = await verifySnsMessage(text, { topicArns, certificateOf, nowMs: deps.now() });
  if (!verdict.ok) {
    deps.log.warn({ step: 'ipnRefused', reason: verdict.reason });
    return verdict.isForged ? 'forged' : 'comeAgain';
  }
  switch (verdict.message.Type) {
    case 'Notification':
      return store(verdict.message.Message, deps);
    case 'SubscriptionConfirmation':
      return confirm(verdict, deps);
    case 'UnsubscribeConfirmation':
      deps.log.alert({
        step: 'ipnUnsubscribed',
        action: 'The IPN endpoint was unsubscribed: check the integration settings in Seller Central.',
      });
      return 'ok';
  }
}

async function store(message: string, deps: IpnDeps): Promise<Answer> {
  const notification = readNotification(message);
  if (notification === undefined || notification.sellerId !== deps.sellerId) {
    const reason = notification === undefined ? 'notUnderstood' : 'foreignSeller';
    const action =
      'A genuine notification could not be used: check AMAZON_PAY_SELLER_ID and the IPN settings.';
    deps.log.alert({ step: 'ipnIgnored', reason, action });
    return 'ok';
  }
  const reason = await deps.onNotification(notification);
  deps.log.info({ step: 'ipnTaken', operation: notification.object, reason });
  return 'ok';
}

async function confirm(verdict: Extract<SnsVerdict, { ok: true }>, deps: IpnDeps): Promise<Answer> {
  const url = verdict.subscribeUrl?.href ?? '';
  const sent = await exchange({ url, method: 'GET', headers: { accept: '*/*' } }, LIMITS, deps.fetch);
  const isConfirmed = sent.kind === 'answered' && sent.answer.httpStatus === 200;
  deps.log.info({ step: 'ipnSubscription', reason: isConfirmed ? 'confirmed' : 'notConfirmed' });
  return isConfirmed ? 'ok' : 'comeAgain';
}
