import express from 'express';
import { createServer } from 'node:http';
import { createCertificateSource } from '../../../lambda/src/amazon-pay/ipn/certificates';
import { createIpnRouter } from '../../../lambda/src/amazon-pay/ipn/ipn-router';
import { type AmazonPayNotification } from '../../../lambda/src/amazon-pay/ipn/read-notification';
import {
  createSnsSender,
  cv2Notification,
  mwsNotification,
  type SnsSender,
  TOPIC_ARN,
} from '../../simulator/amazon-pay-server/sns-sender';
import { closeServer, listenOnLoopback } from '../../simulator/local-dynamo';
import { recordingLog, type RecordingLog } from '../../support/recording-log';
import { ipnMessages } from '../../simulator/amazon-pay-server/ipn-messages';
import { NOON_MS, startBench } from './server-bench';

const CHARGE_ID = 'S03-1234567-1234567-C123456';
const NEWS = cv2Notification('CHARGE', CHARGE_ID, 'news-1');
const sender = createSnsSender({ nowMs: NOON_MS });

interface Endpoint {
  readonly url: string;
  readonly stored: AmazonPayNotification[];
  readonly log: RecordingLog;
  close(): Promise<void>;
}
let endpoint: Endpoint;
let isStoreDown: boolean;
beforeEach(async () => {
  isStoreDown = false;
  sender.fetched.length = 0;
  sender.breakHost(undefined);
  endpoint = await startEndpoint(sender);
});
afterEach(() => endpoint.close());

describe('a genuine notification', () => {
  it.each(['1', '2'])('with signature version %s is stored and answered 200', async (version) => {
    const status = await deliver(sender.envelope({ Message: NEWS, SignatureVersion: version }));

    expect(status).toBe(200);
    expect(endpoint.stored).toEqual([
      {
        api: 'cv2',
        notificationId: 'news-1',
        object: 'charge',
        objectId: CHARGE_ID,
        permissionId: 'S03-1234567-1234567',
        reference: undefined,
        sellerId: 'A1KOEMISE',
      },
    ]);
  });

  it('with a subject is signed with it', async () => {
    expect(await deliver(sender.envelope({ Message: NEWS, Subject: 'IPN' }))).toBe(200);
  });

  it('comes again with 503 while it cannot be stored, and is stored then', async () => {
    isStoreDown = true;
    const first = await deliver(sender.envelope({ Message: NEWS }));
    isStoreDown = false;
    const second = await deliver(sender.envelope({ Message: NEWS }));

    expect([first, second]).toEqual([503, 200]);
    expect(endpoint.stored).toHaveLength(1);
  });

  it('comes again with 503 while the certificate cannot be had: that is no forgery', async () => {
    sender.breakHost('down');

    expect(await deliver(sender.envelope({ Message: NEWS }))).toBe(503);
  });

  it('delivered twice has one id, and its certificate is fetched once', async () => {
    await deliver(sender.envelope({ Message: NEWS }));
    await deliver(sender.envelope({ Message: NEWS }));

    expect(new Set(endpoint.stored.map((one) => one.notificationId)).size).toBe(1);
    expect(sender.fetched).toHaveLength(1);
  });

  it('of another seller or of an unknown form is taken, told to the merchant and not stored', async () => {
    const foreign = NEWS.replace('A1KOEMISE', 'A1SOMEONEELSE');

    expect(await deliver(sender.envelope({ Message: foreign }))).toBe(200);
    expect(await deliver(sender.envelope({ Message: 'not json' }))).toBe(200);
    expect(endpoint.stored).toEqual([]);
    expect(endpoint.log.alerts.map((one) => one.reason)).toEqual(['foreignSeller', 'notUnderstood']);
  });

  it.each([
    ['PaymentAuthorize', 'authorization', 'AmazonAuthorizationId', 'AuthorizationReferenceId'],
    ['PaymentCapture', 'capture', 'AmazonCaptureId', 'CaptureReferenceId'],
    ['PaymentRefund', 'mwsRefund', 'AmazonRefundId', 'RefundReferenceId'],
  ])('of CV1 (%s) names the object and our reference', async (...[type, object, idName, referenceName]) => {
    const xml = `<Notice xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01"><Details><${idName}>S03-1-1</${idName}><${referenceName}>0001234</${referenceName}></Details></Notice>`;

    const status = await deliver(sender.envelope({ Message: mwsNotification(type, xml, 'news-2') }));

    expect(status).toBe(200);
    expect(endpoint.stored[0]).toMatchObject({
      api: 'mws',
      object,
      objectId: 'S03-1-1',
      reference: '0001234',
    });
  });

  it.each([
    ['BillingAgreementNotification', 'billingAgreement', 'AmazonBillingAgreementId'],
    ['OrderReferenceNotification', 'orderReference', 'AmazonOrderReferenceId'],
    ['ChargebackDetailedNotification', 'other', 'AmazonOrderReferenceId'],
  ])('of CV1 (%s) is an event about %s', async (type, object, idName) => {
    const xml = `<Notice><Inner><${idName}>C03-1-1</${idName}></Inner></Notice>`;

    await deliver(sender.envelope({ Message: mwsNotification(type, xml, 'news-3') }));

    const objectId = object === 'other' ? undefined : 'C03-1-1';
    expect(endpoint.stored[0]).toMatchObject({ object, objectId });
  });

  it('follows from what happened in the books, in the form of its API', async () => {
    const bench = await startBench();
    const messages: string[] = [];
    const ids = ['one', 'two', 'three', 'four', 'five', 'six'];
    const { ledger } = bench.server;
    const permission = bench.server.openPermission();
    const common = { amountYen: 3980, captureNow: true };
    await bench.cv2.createCharge({
      ...common,
      chargePermissionId: permission,
      key: 'key',
      canHandlePendingAuthorization: false,
    });
    await bench.mws.authorizeOnBillingAgreement({
      ...common,
      billingAgreementId: permission,
      reference: 'ours',
      transactionTimeoutMinutes: 0,
    });
    const changes = [...ledger.authorizations.values()].map(
      (record) => ({ kind: 'authorization', record }) as const,
    );
    messages.push(...ipnMessages(changes, () => ids.shift() ?? ''));
    await bench.close();

    for (const Message of messages) await deliver(sender.envelope({ Message }));

    expect(endpoint.stored.map((one) => [one.api, one.object, one.notificationId, one.reference])).toEqual([
      ['cv2', 'charge', 'one', undefined],
      ['mws', 'authorization', 'two', 'ours'],
    ]);
  });

  it.each(['<broken', '<!DOCTYPE a><a/>', ''])(
    'of CV1 with the XML %j is stored without ids',
    async (xml) => {
      const status = await deliver(
        sender.envelope({ Message: mwsNotification('PaymentAuthorize', xml, 'news-4') }),
      );

      expect(status).toBe(200);
      expect(endpoint.stored[0]).toMatchObject({ object: 'authorization', objectId: undefined });
    },
  );
});

describe('a subscription', () => {
  const confirmation = (changes: Record<string, string> = {}) => ({
    Type: 'SubscriptionConfirmation',
    Message: 'You have chosen to subscribe.',
    Token: 'a-token',
    SubscribeURL: `https://sns.ap-northeast-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${TOPIC_ARN}&Token=a-token`,
    ...changes,
  });

  it('to our topic is confirmed at the host of SNS', async () => {
    const status = await deliver(sender.envelope(confirmation()));

    expect(status).toBe(200);
    expect(sender.fetched.at(-1)).toBe(confirmation().SubscribeURL);
    expect(endpoint.stored).toEqual([]);
  });

  it.each([
    ['another host', 'https://evil.example/?Action=ConfirmSubscription'],
    ['http', confirmation().SubscribeURL.replace('https', 'http')],
    ['another topic', confirmation().SubscribeURL.replace('KOEMISE', 'OTHERS')],
    ['another action', confirmation().SubscribeURL.replace('ConfirmSubscription', 'DeleteTopic')],
    ['a path', confirmation().SubscribeURL.replace('/?', '/path?')],
    ['no address', 'nowhere'],
  ])('with %s is refused and nothing is fetched', async (_what, SubscribeURL) => {
    expect(await deliver(sender.envelope(confirmation({ SubscribeURL })))).toBe(400);
    expect(sender.fetched).toEqual([]);
  });

  it('that ended is told to the merchant', async () => {
    const status = await deliver(sender.envelope(confirmation({ Type: 'UnsubscribeConfirmation' })));

    expect(status).toBe(200);
    expect(endpoint.log.alerts).toMatchObject([{ step: 'ipnUnsubscribed' }]);
  });
});

describe('a forgery is answered 400 and never stored', () => {
  const HOST = 'https://sns.ap-northeast-1.amazonaws.com';
  const FILE = '/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem';

  it.each([
    ['a changed message', { Message: NEWS.replace('C123456', 'C999999') }],
    ['a changed message id', { MessageId: 'another' }],
    ['a subject that was not signed', { Subject: 'hello' }],
    ['no signature', { Signature: undefined }],
    ['a signature that is no signature', { Signature: 'AAAA' }],
    ['the other signature version', { SignatureVersion: '2' }],
  ])('%s', async (_what, after) => {
    expect(await deliver(sender.envelope({ Message: NEWS }, after))).toBe(400);
    expect(endpoint.stored).toEqual([]);
  });

  it.each([
    ['a foreign topic', { TopicArn: 'arn:aws:sns:ap-northeast-1:111111111111:evil' }],
    ['an unknown signature version', { SignatureVersion: '3' }],
    ['a time that is none', { Timestamp: 'banana' }],
    ['a message of 16 days ago', { Timestamp: '2026-11-06T02:59:59Z' }],
    ['a message of tomorrow', { Timestamp: '2026-11-23T03:00:00Z' }],
    ['plain http', { SigningCertURL: `${HOST}${FILE}`.replace('https', 'http') }],
    ['a bucket', { SigningCertURL: `https://sns.s3-us-west-2.amazonaws.com${FILE}` }],
    ['another host', { SigningCertURL: `https://evil.example${FILE}` }],
    ['a host that only begins well', { SigningCertURL: `${HOST}.evil.example${FILE}` }],
    ['a port', { SigningCertURL: `${HOST}:443${FILE}` }],
    ['a user', { SigningCertURL: `https://user@sns.ap-northeast-1.amazonaws.com${FILE}` }],
    ['a query', { SigningCertURL: `${HOST}${FILE}?a=1` }],
    ['an empty query', { SigningCertURL: `${HOST}${FILE}?` }],
    ['a fragment', { SigningCertURL: `${HOST}${FILE}#a` }],
    ['another file', { SigningCertURL: `${HOST}/certificate.pem` }],
    ['a way out of the path', { SigningCertURL: `${HOST}/x/..%2f${FILE}` }],
    ['no address at all', { SigningCertURL: 'https:' }],
  ])('%s, and nothing is fetched', async (_what, changes) => {
    expect(await deliver(sender.envelope({ Message: NEWS, ...changes }))).toBe(400);
    expect(endpoint.stored).toEqual([]);
    expect(sender.fetched).toEqual([]);
  });

  it.each(['', 'null', '[]', '5', '{}', '{"Type":"Notification"}', 'x'.repeat(70_000)])(
    'a body that is no message (%#)',
    async (body) => {
      expect(await deliver(body)).toBe(400);
    },
  );

  it('a certificate that is none, or out of date, or of nobody we trust', async () => {
    sender.breakHost('notACertificate');
    expect(await deliver(sender.envelope({ Message: NEWS }))).toBe(400);

    const old = createSnsSender({ nowMs: NOON_MS, certificateEndsMs: NOON_MS - 1000 });
    const stranger = createSnsSender({ nowMs: NOON_MS });
    for (const one of [old, stranger]) {
      const other = await startEndpoint({ ...one, root: one === old ? one.root : sender.root });
      expect(await deliver(one.envelope({ Message: NEWS }), other.url)).toBe(400);
      await other.close();
    }
  });

  it('a GET is no delivery', async () => {
    expect((await fetch(endpoint.url)).status).toBe(405);
  });
});

it('tells nothing of a message in the log', async () => {
  await deliver(sender.envelope({ Message: NEWS.replace('news-1', 'CANARY-7f3a') }));
  await deliver(sender.envelope({ Message: '{"CANARY-7f3a":1}' }));
  await deliver('CANARY-7f3a');

  expect(endpoint.log.lines.length).toBeGreaterThan(2);
  expect(JSON.stringify(endpoint.log.lines)).not.toContain('CANARY');
});

async function startEndpoint(host: Pick<SnsSender, 'fetch' | 'root'>): Promise<Endpoint> {
  const stored: AmazonPayNotification[] = [];
  const log = recordingLog();
  const now = () => NOON_MS;
  const app = express();
  app.use(
    createIpnRouter({
      topicArns: [TOPIC_ARN],
      sellerId: 'A1KOEMISE',
      certificateOf: createCertificateSource({ fetch: host.fetch, now, trustAnchors: [host.root] }),
      onNotification: (notification) => {
        if (isStoreDown) return Promise.reject(new Error('store down'));
        stored.push(notification);
        return Promise.resolve('stored');
      },
      fetch: host.fetch,
      now,
      log,
    }),
  );
  const server = createServer(app);
  const port = await listenOnLoopback(server, 0);
  return { url: `http://127.0.0.1:${port}/ipn`, stored, log, close: () => closeServer(server) };
}

async function deliver(body: string, url = endpoint.url): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body });
  await response.text();
  return response.status;
}
