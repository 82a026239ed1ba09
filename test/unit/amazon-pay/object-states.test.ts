import { AUTHORIZATION_MACHINE } from '../../../lambda/src/payment/authorization-machine-table';
import { type Machine, machineRow, type SeenState } from '../../../lambda/src/payment/object-machine';
import {
  CHARGE_MACHINE,
  CHARGE_PERMISSION_MACHINE,
  CHECKOUT_SESSION_MACHINE,
} from '../../../lambda/src/payment/object-machine-cv2-table';
import {
  BILLING_AGREEMENT_MACHINE,
  CAPTURE_MACHINE,
  CV2_REFUND_MACHINE,
  ORDER_REFERENCE_MACHINE,
  REFUND_MACHINE,
} from '../../../lambda/src/payment/object-machine-table';
import { type CallResult } from '../../../lambda/src/amazon-pay/call-result';
import { valueOf } from './results';
import { type Bench, startBench } from './server-bench';

const ORDER = 'S03-1234567-1234567';
type Read = (bench: Bench) => Promise<CallResult<SeenState>>;

/** Every object, with the read that fetches it. */
const READS: readonly (readonly [operation: string, machine: Machine, read: Read])[] = [
  ['getCharge', CHARGE_MACHINE, ({ cv2 }) => cv2.getCharge(`${ORDER}-C123456`)],
  ['getRefund', CV2_REFUND_MACHINE, ({ cv2 }) => cv2.getRefund(`${ORDER}-R123456`)],
  ['getChargePermission', CHARGE_PERMISSION_MACHINE, ({ cv2 }) => cv2.getChargePermission(ORDER)],
  [
    'getCheckoutSession',
    CHECKOUT_SESSION_MACHINE,
    ({ cv2 }) => cv2.getCheckoutSession('00000000-0000-4000-8000-000000000001'),
  ],
  [
    'GetAuthorizationDetails',
    AUTHORIZATION_MACHINE,
    ({ mws }) => mws.getAuthorizationDetails(`${ORDER}-A123456`),
  ],
  ['GetCaptureDetails', CAPTURE_MACHINE, ({ mws }) => mws.getCaptureDetails(`${ORDER}-C123456`)],
  ['GetRefundDetails', REFUND_MACHINE, ({ mws }) => mws.getRefundDetails(`${ORDER}-R123456`)],
  ['GetOrderReferenceDetails', ORDER_REFERENCE_MACHINE, ({ mws }) => mws.getOrderReferenceDetails(ORDER)],
  [
    'GetBillingAgreementDetails',
    BILLING_AGREEMENT_MACHINE,
    ({ mws }) => mws.getBillingAgreementDetails('C03-1234567-1234567'),
  ],
];

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

it.each(READS)('%s finds the row of every state and reason that the server can say', async (...one) => {
  const [operation, machine, read] = one;
  const pairs = Object.entries(machine.states).flatMap(([state, { reasons }]) =>
    Object.keys(reasons).map((reason) => [state, reason === '-' ? undefined : reason] as const),
  );

  for (const [state, reasonCode] of pairs) {
    bench.passTime(3000);
    bench.server.force(operation, {
      as: 'object',
      state,
      ...(reasonCode === undefined ? {} : { reasonCode }),
    });

    const value = valueOf(await read(bench));

    expect(value).toMatchObject({ state, reasonCode });
    expect(machineRow(machine, value)?.code).toContain(reasonCode ?? '');
  }
  expect(pairs.length).toBeGreaterThan(3);
});
