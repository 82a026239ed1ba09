import {
  authorizationDeadlines,
  proposesAsynchronousMode,
} from '../../../lambda/src/payment/authorization-machine';
import { AUTHORIZATION_MACHINE } from '../../../lambda/src/payment/authorization-machine-table';
import { type Machine, machineRow, refuseOperation } from '../../../lambda/src/payment/object-machine';
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

const MACHINES: readonly (readonly [string, Machine])[] = [
  ['authorization', AUTHORIZATION_MACHINE],
  ['capture', CAPTURE_MACHINE],
  ['refund of CV1', REFUND_MACHINE],
  ['order reference', ORDER_REFERENCE_MACHINE],
  ['billing agreement', BILLING_AGREEMENT_MACHINE],
  ['checkout session', CHECKOUT_SESSION_MACHINE],
  ['charge permission', CHARGE_PERMISSION_MACHINE],
  ['charge', CHARGE_MACHINE],
  ['refund of CV2', CV2_REFUND_MACHINE],
];

describe.each(MACHINES)('the life of a %s', (_name, machine) => {
  it('reaches every state and reason of the table, and no other', () => {
    const written = Object.entries(machine.states).flatMap(([state, { reasons }]) =>
      Object.keys(reasons).map((reason) => `${state} / ${reason}`),
    );
    const reached = machine.arrows.map(({ to, reason }) => `${to} / ${reason}`);

    expect([...new Set(reached)].sort()).toEqual(written.sort());
  });

  it('begins as New and leads to every state', () => {
    const seen = new Set(['New']);
    for (let grown = true; grown;) {
      const more = machine.arrows.filter(({ from, to }) => seen.has(from) && !seen.has(to));
      more.forEach(({ to }) => seen.add(to));
      grown = more.length > 0;
    }

    expect([...seen].sort()).toEqual(['New', ...Object.keys(machine.states)].sort());
  });

  it("moves by the merchant's call only where that call is allowed", () => {
    const refused = machine.arrows.filter(
      ({ from, operation }) =>
        operation !== undefined && machine.states[from]?.operations.includes(operation) !== true,
    );

    expect(refused).toEqual([]);
  });

  it('can be read in every state, also in one that nobody knows', () => {
    const [read] = Object.values(machine.states)[0]!.operations;

    expect(read).toMatch(/^get/i);
    for (const state of [...Object.keys(machine.states), 'Unheard-of', undefined]) {
      expect(refuseOperation(machine, { state }, read!)).toBeUndefined();
    }
  });
});

it.each([
  ['Pending', ['GetAuthorizationDetails', 'CloseAuthorization']],
  ['Open', ['GetAuthorizationDetails', 'Capture', 'CloseAuthorization']],
  ['Declined', ['GetAuthorizationDetails']],
  ['Closed', ['GetAuthorizationDetails']],
])('an authorization that is %s allows what the source allows', (state, operations) => {
  expect(AUTHORIZATION_MACHINE.states[state]?.operations).toEqual(operations);
});

it.each([
  [AUTHORIZATION_MACHINE, 'Closed', 'ExpireUnused', 'd08'],
  [AUTHORIZATION_MACHINE, 'closed', 'ExpiredUnused', 'd08'],
  [CHARGE_MACHINE, 'Canceled', 'ExpireUnused', 'x82'],
  [CHARGE_PERMISSION_MACHINE, 'Closed', 'MerchantCanceled', 'x73'],
  [BILLING_AGREEMENT_MACHINE, 'OPEN', '', 'x60'],
])('reads %#: state %s with reason %s in either spelling', (...[machine, state, reasonCode, row]) => {
  expect(machineRow(machine, { state, reasonCode })?.row).toBe(row);
});

it.each([
  ['Open', 'MaxCapturesProcessed'],
  ['Closed', undefined],
  ['Closed', 'toString'],
  ['constructor', undefined],
  ['Declined', 'Unheard-of'],
])('has no row for %s / %s', (state, reasonCode) => {
  expect(machineRow(AUTHORIZATION_MACHINE, { state, reasonCode })).toBeUndefined();
});

it('refuses a capture of a closed authorization, naming state and reason', () => {
  const seen = { state: 'Closed', reasonCode: 'SellerClosed' };

  expect(refuseOperation(AUTHORIZATION_MACHINE, seen, 'Capture')).toEqual({
    object: 'Authorization',
    operation: 'Capture',
    state: 'Closed',
    reasonCode: 'SellerClosed',
    allowed: ['GetAuthorizationDetails'],
  });
});

it('refuses everything but reading in a state without a name', () => {
  const empty: Machine = { object: 'Nothing', states: {}, aliases: {}, arrows: [] };

  expect(refuseOperation(CHARGE_MACHINE, {}, 'captureCharge')).toMatchObject({
    state: '(none)',
    allowed: ['getCharge'],
  });
  expect(refuseOperation(empty, {}, 'anything')).toMatchObject({ allowed: [] });
});

describe('the deadlines of an authorization', () => {
  const NOON_MS = Date.parse('2026-11-22T03:00:00Z');

  it.each([
    ['LIVE', undefined, '2026-11-23T03:00:00.000Z', '2026-12-22T03:00:00.000Z'],
    ['SANDBOX', 60, '2026-11-22T04:00:00.000Z', '2026-11-24T03:00:00.000Z'],
    ['LIVE', 0, '2026-11-22T03:00:00.000Z', '2026-12-22T03:00:00.000Z'],
  ] as const)('%s with a time-out of %s minutes', (...[environment, minutes, decidedBy, captureBy]) => {
    const deadlines = authorizationDeadlines({
      createdAtMs: NOON_MS,
      environment,
      transactionTimeoutMinutes: minutes,
    });

    expect(new Date(deadlines.decidedByMs).toISOString()).toBe(decidedBy);
    expect(new Date(deadlines.captureByMs).toISOString()).toBe(captureBy);
  });
});

it.each([
  [20, 1, true],
  [100, 4, false],
  [19, 19, false],
  [0, 0, false],
])(
  'of %d authorizations %d timed out: asynchronous mode proposed is %s',
  (authorizations, timedOut, proposed) => {
    expect(proposesAsynchronousMode({ authorizations, timedOut })).toBe(proposed);
  },
);
