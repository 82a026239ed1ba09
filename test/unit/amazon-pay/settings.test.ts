import { generateKeyPairSync } from 'node:crypto';
import { createCv2Client } from '../../../lambda/src/amazon-pay/cv2/client';
import { createMwsClient } from '../../../lambda/src/amazon-pay/mws/client';
import { failureOf } from './results';
import { type Bench, CV2_SETTINGS, LADDER_LIMITS, MWS_SETTINGS, startBench } from './server-bench';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ limits: LADDER_LIMITS });
});
afterEach(() => bench.close());

const CHARGE_ID = 'S03-1234567-1234567-C123456';
const AUTHORIZATION_ID = 'S03-1234567-1234567-A123456';

describe('settings that can never work stop the start and are named', () => {
  const strangersKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const ecPem = strangersKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  it.each([
    ['AMAZON_PAY_REGION', { region: 'fr' }],
    ['AMAZON_PAY_REGION', { region: 'constructor' }],
    ['AMAZON_PAY_PUBLIC_KEY_ID', { publicKeyId: '' }],
    ['AMAZON_PAY_SANDBOX says LIVE', { environment: 'LIVE' as const }],
    ['AMAZON_PAY_PRIVATE_KEY', { privateKey: 'CANARY not a key' }],
    ['AMAZON_PAY_PRIVATE_KEY', { privateKey: ecPem }],
    ['AMAZON_PAY_BASE_URL', { baseUrl: 'http://pay-api.amazon.jp' }],
    ['AMAZON_PAY_BASE_URL', { baseUrl: 'nowhere' }],
  ])('%s (%#)', (named, changes) => {
    const start = () => createCv2Client({ ...CV2_SETTINGS, ...changes }, bench.effects, LADDER_LIMITS);

    expect(start).toThrow(named);
    expect(start).not.toThrow('CANARY');
  });

  it.each([
    ['AMAZON_PAY_SELLER_ID', { sellerId: '' }],
    ['MWS_ACCESS_KEY_ID', { accessKeyId: 'key with blanks' }],
    ['MWS_SECRET_KEY', { secretKey: 'CANARY with blanks' }],
    ['MWS_BASE_URL', { baseUrl: 'ftp://127.0.0.1' }],
  ])('%s of CV1 (%#)', (named, changes) => {
    const start = () => createMwsClient({ ...MWS_SETTINGS, ...changes }, bench.effects, LADDER_LIMITS);

    expect(start).toThrow(named);
    expect(start).not.toThrow('CANARY');
  });

  it('says all faults at once', () => {
    const start = () =>
      createMwsClient({ ...MWS_SETTINGS, sellerId: '', secretKey: '' }, bench.effects, LADDER_LIMITS);

    expect(start).toThrow(/AMAZON_PAY_SELLER_ID[\s\S]*MWS_SECRET_KEY/);
  });
});

describe('a wrong setting that only Amazon can see is told once, with its name', () => {
  const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  it.each([
    [
      'a private key of another pair',
      { privateKey: otherKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
      'AMAZON_PAY_PRIVATE_KEY',
    ],
    ['a key id nobody knows', { publicKeyId: 'SANDBOX-UNKNOWNKEY' }, 'AMAZON_PAY_PUBLIC_KEY_ID'],
    ['the wrong region', { region: 'eu' }, 'AMAZON_PAY_PUBLIC_KEY_ID'],
  ])('%s', async (_what, changes, setting) => {
    const failure = failureOf(await bench.cv2With(changes).getCharge(CHARGE_ID));

    expect(failure.row).toMatchObject({ setting, move: 'mendSetting' });
    expect(bench.log).toMatchObject([{ step: 'callFailed', action: failure.row.action }]);
    expect(failure.row.action).toContain(setting);
    expect(bench.server.calls).toHaveLength(1);
  });

  it.each([
    ['the secret of another key', { secretKey: 'another-secret-key' }, 'MWS_SECRET_KEY'],
    ['a key nobody knows', { accessKeyId: 'AKIAUNKNOWNKEY' }, 'MWS_ACCESS_KEY_ID'],
    ['another seller', { sellerId: 'A1SOMEBODYELSE' }, 'AMAZON_PAY_SELLER_ID'],
  ])('%s of CV1', async (_what, changes, setting) => {
    const failure = failureOf(await bench.mwsWith(changes).getAuthorizationDetails(AUTHORIZATION_ID));

    expect(failure.row).toMatchObject({ setting, move: 'mendSetting' });
    expect(failure.row.action).toContain(setting);
    expect(bench.server.calls).toHaveLength(1);
  });

  it('a clock that is an hour late', async () => {
    const late = { ...bench.effects, now: () => bench.effects.now() - 3_600_000 };
    const cv2 = createCv2Client({ ...CV2_SETTINGS, baseUrl: bench.server.url }, late, LADDER_LIMITS);
    const mws = createMwsClient({ ...MWS_SETTINGS, baseUrl: bench.server.url }, late, LADDER_LIMITS);

    for (const result of [
      await cv2.getCharge(CHARGE_ID),
      await mws.getAuthorizationDetails(AUTHORIZATION_ID),
    ]) {
      expect(failureOf(result).row).toMatchObject({ row: 'x32', setting: 'the clock of this computer' });
    }
  });

  it('a live object with sandbox settings is not even sent', async () => {
    const failure = failureOf(await bench.cv2.getCharge('P03-1234567-1234567-C123456'));

    expect(failure).toMatchObject({ stage: 'notSent', row: { setting: 'AMAZON_PAY_SANDBOX' } });
    expect(bench.server.calls).toEqual([]);
  });
});

describe('nothing that has not its documented form is sent', () => {
  it.each([
    'A/../B?x=1#h',
    'S03-1234567-1234567-C123456/../x',
    '',
    'S03-1234567-1234567',
    'S03-1234567-1234567-C123456\n',
  ])('the charge id %j', async (id) => {
    expect(failureOf(await bench.cv2.getCharge(id))).toMatchObject({ stage: 'notSent', row: { row: 'x28' } });
    expect(bench.server.calls).toEqual([]);
  });

  it.each([0, -1, 39.8, Number.NaN, 10_000_001])('the amount %d', async (amountYen) => {
    const cv2 = await bench.cv2.captureCharge({ chargeId: CHARGE_ID, key: 'key', amountYen });
    const mws = await bench.mws.capture({ authorizationId: AUTHORIZATION_ID, reference: 'key', amountYen });

    for (const result of [cv2, mws]) expect(failureOf(result).stage).toBe('notSent');
  });

  it.each(['', 'a b', 'x'.repeat(33), 'キー'])('the key %j', async (key) => {
    const cv2 = await bench.cv2.captureCharge({ chargeId: CHARGE_ID, key, amountYen: 1 });
    const mws = await bench.mws.capture({ authorizationId: AUTHORIZATION_ID, reference: key, amountYen: 1 });

    for (const result of [cv2, mws]) expect(failureOf(result).stage).toBe('notSent');
  });
});

describe('keys without an environment in their name', () => {
  it('put the environment into the path', async () => {
    await bench.cv2With({ publicKeyId: 'AKOEMISEKEY' }).getCharge(CHARGE_ID);

    expect(bench.server.calls).toMatchObject([{ operation: 'getCharge', status: 404 }]);
  });
});
