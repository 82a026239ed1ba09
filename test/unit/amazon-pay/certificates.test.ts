import { generateKeyPairSync } from 'node:crypto';
import { createCertificateSource } from '../../../lambda/src/amazon-pay/ipn/certificates';
import { makeCertificate } from '../../simulator/amazon-pay-server/der';
import { NOON_MS } from './server-bench';

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const root = keyPair();
const middle = keyPair();
const leaf = keyPair();
const life = { fromMs: NOON_MS - 86_400_000, toMs: NOON_MS + 86_400_000 };
const ROOT = makeCertificate({
  ...life,
  subject: 'Root',
  issuer: 'Root',
  publicKey: root.publicKey,
  issuerKey: root.privateKey,
  isCa: true,
});
const middleAsk = {
  ...life,
  subject: 'Middle',
  issuer: 'Root',
  publicKey: middle.publicKey,
  issuerKey: root.privateKey,
  isCa: true,
};
const leafAsk = {
  ...life,
  subject: 'sns.amazonaws.com',
  issuer: 'Middle',
  publicKey: leaf.publicKey,
  issuerKey: middle.privateKey,
  isCa: false,
};
const MIDDLE = makeCertificate(middleAsk);
const LEAF = makeCertificate(leafAsk);
const urlOf = (digit: string) =>
  new URL(
    `https://sns.ap-northeast-1.amazonaws.com/SimpleNotificationService-${digit.padStart(32, '0')}.pem`,
  );

/** A source whose host serves this text, and a clock to move. */
function sourceOf(pem: string | (() => Promise<Response>), trustAnchors?: readonly string[]) {
  const clock = { nowMs: NOON_MS };
  const fetched: string[] = [];
  const certificateOf = createCertificateSource({
    fetch: (input) => {
      fetched.push(input instanceof Request ? input.url : String(input));
      return typeof pem === 'string' ? Promise.resolve(new Response(pem)) : pem();
    },
    now: () => clock.nowMs,
    trustAnchors,
  });
  return { certificateOf, fetched, clock };
}

it.each([
  ['leaf and intermediate up to our root', LEAF + MIDDLE, [ROOT], true],
  ['the same with the root', LEAF + MIDDLE + ROOT, [ROOT], true],
  ['a leaf alone, served by SNS itself, without roots to check', LEAF, undefined, true],
  ['a leaf alone under our root', LEAF, [ROOT], false],
  ['a chain in the wrong order', MIDDLE + LEAF, undefined, false],
  [
    'an intermediate that is no authority',
    LEAF + makeCertificate({ ...middleAsk, isCa: false }),
    [ROOT],
    false,
  ],
  [
    'an intermediate of the same name with another key',
    LEAF + makeCertificate({ ...middleAsk, publicKey: leaf.publicKey }),
    [ROOT],
    false,
  ],
  ['a root that nobody trusts', LEAF + MIDDLE, [makeCertificate({ ...leafAsk, isCa: true })], false],
  ['no roots at all', LEAF + MIDDLE, [], false],
])('%s', async (...[, pem, anchors, isGood]) => {
  const { certificateOf } = sourceOf(pem, anchors);

  expect(await certificateOf(urlOf('1'))).toMatchObject(isGood ? { ok: true } : { reason: 'badChain' });
});

it.each([
  ['nothing', ''],
  ['a page', '<html></html>'],
  ['a damaged one', LEAF.replace('MII', 'AAA')],
  ['too many', LEAF + MIDDLE.repeat(5)],
])('%s is no certificate', async (_what, pem) => {
  expect(await sourceOf(pem).certificateOf(urlOf('1'))).toEqual({ ok: false, reason: 'notACertificate' });
});

it('a certificate that ends while it is kept is refused from then on', async () => {
  const { certificateOf, clock, fetched } = sourceOf(LEAF);
  expect(await certificateOf(urlOf('1'))).toMatchObject({ ok: true });

  clock.nowMs += 86_400_000 - 1;
  expect(await certificateOf(urlOf('1'))).toMatchObject({ ok: true });
  expect(fetched).toHaveLength(1);

  clock.nowMs += 1001;
  expect(await certificateOf(urlOf('1'))).toEqual({ ok: false, reason: 'outOfDate' });
});

it('a host that fails is asked again after a minute, not before', async () => {
  const { certificateOf, clock, fetched } = sourceOf(() => Promise.reject(new TypeError('down')));

  for (const waitMs of [0, 30_000, 30_000]) {
    clock.nowMs += waitMs;
    expect(await certificateOf(urlOf('1'))).toEqual({ ok: false, reason: 'unavailable' });
  }
  expect(fetched).toHaveLength(2);
});

it('twenty messages at once cost one fetch, and twenty addresses four', async () => {
  const same = sourceOf(LEAF);
  await Promise.all(Array.from({ length: 20 }, () => same.certificateOf(urlOf('1'))));
  const many = sourceOf(LEAF);
  await Promise.all(Array.from({ length: 20 }, (_one, index) => many.certificateOf(urlOf(String(index)))));

  expect(same.fetched).toHaveLength(1);
  expect(many.fetched).toHaveLength(4);
});

it('only the latest eight certificates are kept', async () => {
  const { certificateOf, fetched } = sourceOf(LEAF);
  for (const digit of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '1']) await certificateOf(urlOf(digit));

  expect(fetched).toHaveLength(10);
});
