/** Scenarios of authorizations: rows a46–a49 and d01–d14 of the outcome table, and answers that differ from the request. */
import type { ForcedAuthorization, ForcedTruth, ForcedWords } from './forced-authorization';
import type { JsonObject } from './ledger-records';
import type { Scenario } from './scenario';
import { authorizationScenarios, type AuthorizationLine } from './scenario-lines';
import { DECLINE, SHAPES, STATES } from './scenario-sources-table';

const CAPTURED: ForcedAuthorization = { books: { as: 'captured' } };
const OPEN: ForcedAuthorization = { books: { as: 'authorized' } };
const HOLD_SHIPMENT = 'StopShipmentAtypicalAuth';
const FAILED: ForcedTruth = { as: 'declined', reasonCode: 'ProcessingFailure', softDecline: false };
const SHUT: ForcedTruth = { as: 'closed', reasonCode: 'AmazonClosed' };

const pending = (reasonCode?: string): ForcedAuthorization => ({
  books: { as: 'pending', then: 'authorize', ...(reasonCode === undefined ? {} : { reasonCode }) },
});
const pendingThen = (reasonCode: string): ForcedAuthorization => ({
  books: { as: 'pending', then: 'decline', reasonCode },
});
const open = (reasonCode: string): ForcedAuthorization => ({ books: { as: 'authorized', reasonCode } });
const hard = (reasonCode: string): ForcedAuthorization => ({
  books: { as: 'declined', reasonCode, softDecline: false },
});
const soft = (reasonCode: string): ForcedAuthorization => ({
  books: { as: 'declined', reasonCode, softDecline: true },
});
const closed = (reasonCode: string): ForcedAuthorization => ({ books: { as: 'closed', reasonCode } });

/** The words of the answer beside a truth of the books. */
const saying = (books: ForcedTruth, says: ForcedWords): ForcedAuthorization => ({ books, says });
const capturedSaying = (says: ForcedWords): ForcedAuthorization => ({ ...CAPTURED, says });
const capturedWith = (details: JsonObject): ForcedAuthorization => capturedSaying({ details });

const DOLLARS = { amount: '39.80', currencyCode: 'USD' };

const DECLINES: readonly AuthorizationLine[] = [
  [
    'Declined.InvalidPaymentMethod.soft',
    'a46 d03',
    soft('InvalidPaymentMethod'),
    'Another attempt may succeed.',
  ],
  [
    'Declined.InvalidPaymentMethod.hard',
    'a46 d04',
    hard('InvalidPaymentMethod'),
    'The agreement is Suspended.',
  ],
  [
    'Declined.InvalidPaymentMethod',
    'a46 d04',
    { ...hard('InvalidPaymentMethod'), says: { details: { softDecline: null } } },
    'The answer has no softDecline: counts as hard.',
  ],
  ['Declined.TransactionTimedOut', 'a47 d07', hard('TransactionTimedOut'), 'Not decided in time.'],
  [
    'Declined.AmazonRejected',
    'a48 d05',
    hard('AmazonRejected'),
    'Order reference closed, agreement still Open.',
  ],
  ['Declined.ProcessingFailure', 'a49 d06', hard('ProcessingFailure'), 'Internal failure of Amazon.'],
];

const STATE_PAIRS: readonly AuthorizationLine[] = [
  ['Pending', 'd01', pending(), 'Authorized (and captured) after 30 s.'],
  ['Pending.thenDeclined', 'd01', pendingThen('InvalidPaymentMethod'), 'Declined after 30 s.'],
  [
    'Pending.thenTimedOut',
    'd01 d07',
    pendingThen('TransactionTimedOut'),
    'Declined at the time-out, 1 minute or more.',
  ],
  ['Open', 'd02', OPEN, 'Authorized, nothing captured, whatever the payment action was.'],
  [
    'Open.captured',
    'd02',
    capturedSaying({ state: 'Open', reasonCode: null }),
    'Says Open and names all as captured.',
  ],
  ['Closed.ExpireUnused', 'd08', closed('ExpireUnused'), 'Expired without a capture, as seed 003 spells it.'],
  ['Closed.ExpiredUnused', 'd08', closed('ExpiredUnused'), 'The same as the simulation strings spell it.'],
  ['Closed.MaxCapturesProcessed', 'd09', CAPTURED, 'Captured in full: the success of AuthorizeAndCapture.'],
  [
    'Closed.MaxCapturesProcessed.upperCase',
    'd09',
    capturedSaying({ state: 'CLOSED' }),
    'The state word in capitals.',
  ],
  ['Closed.AmazonClosed', 'd10', closed('AmazonClosed'), 'Closed because of the merchant account.'],
  [
    'Closed.OrderReferenceCanceled',
    'd11',
    closed('OrderReferenceCanceled'),
    'Closed with its order reference.',
  ],
  ['Closed.SellerClosed', 'd12', closed('SellerClosed'), 'Closed by the merchant.'],
  [
    'Closed.InvalidPaymentMethod',
    'd13',
    closed('InvalidPaymentMethod'),
    'Order reference cancelled after a decline.',
  ],
  [
    'UnknownState',
    'd14',
    saying(FAILED, { state: 'Frozen', reasonCode: null }),
    'New state word; no money moved.',
  ],
  [
    'UnknownState.captured',
    'd14',
    capturedSaying({ state: 'Frozen', reasonCode: null }),
    'New word; money moved.',
  ],
  [
    'Completed',
    'd14',
    capturedSaying({ state: 'Completed', reasonCode: null }),
    'The word of captures; money moved.',
  ],
  ['stateMissing', 'd14', capturedSaying({ state: null, reasonCode: null }), 'No state; money moved.'],
  [
    'stateMissing.declined',
    'd14',
    saying(FAILED, { state: null, reasonCode: null }),
    'No state; no money moved.',
  ],
  ['Declined', 'd14', saying(FAILED, { reasonCode: null }), 'Declined without a reason.'],
  [
    'Declined.UnknownReason',
    'd14',
    saying(FAILED, { reasonCode: 'SomethingNew' }),
    'Declined for a new reason.',
  ],
  ['Closed', 'd14', saying(SHUT, { reasonCode: null }), 'Closed without a reason; no money moved.'],
  [
    'Closed.UnknownReason',
    'd14',
    saying(SHUT, { reasonCode: 'SomethingNew' }),
    'New reason; no money moved.',
  ],
  ['Open.UnknownReason', 'd14', open('SomethingNew'), 'Authorized, with a new reason.'],
];

const OTHER_ANSWERS: readonly AuthorizationLine[] = [
  [
    'Pending.StopShipmentAtypicalAuth',
    '',
    pending(HOLD_SHIPMENT),
    'Pending with the order to hold the shipment.',
  ],
  [
    'Open.StopShipmentAtypicalAuth',
    '',
    open(HOLD_SHIPMENT),
    'Authorized with the order to hold the shipment.',
  ],
  ['amountHigher', '', { ...CAPTURED, yenDelta: 1 }, 'Captures and names one yen more than was asked for.'],
  ['amountLower', '', { ...CAPTURED, yenDelta: -1 }, 'Captures and names one yen less than was asked for.'],
  [
    'capturedAmountZero',
    '',
    closed('MaxCapturesProcessed'),
    'MaxCapturesProcessed with 0 captured, which is true.',
  ],
  [
    'capturedAmountMissing',
    '',
    capturedWith({ capturedAmount: null }),
    'Captured; capturedAmount is left out.',
  ],
  [
    'amountsMissing',
    '',
    capturedWith({ capturedAmount: null, authorizationAmount: null }),
    'Captured; no amount is named at all.',
  ],
  [
    'amountUnreadable',
    '',
    capturedWith({ capturedAmount: { amount: 'much', currencyCode: 'JPY' } }),
    'Captured; the captured amount is no number.',
  ],
  [
    'currencyDiffers',
    '',
    capturedWith({ authorizationAmount: DOLLARS, capturedAmount: DOLLARS }),
    'Captured in yen; the answer speaks of dollars.',
  ],
  [
    'referenceDiffers',
    '',
    capturedWith({ authorizationReferenceId: 'another' }),
    'Captured; names another reference.',
  ],
  [
    'referenceMissing',
    '',
    capturedWith({ authorizationReferenceId: null }),
    'Captured; the reference is left out.',
  ],
];

/** Every authorization that can be dictated. */
export const AUTHORIZATION_SCENARIOS: readonly Scenario[] = [
  ...authorizationScenarios(DECLINE, DECLINES),
  ...authorizationScenarios(STATES, STATE_PAIRS),
  ...authorizationScenarios(SHAPES, OTHER_ANSWERS),
];
