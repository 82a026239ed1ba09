import { CLOSED_REASONS, OPEN_STATES } from './codes/authorization-rows';
import { type Arrow, type Machine } from './object-machine';
import { type ServerRow } from './server-row';
import { stateRow } from './server-state-row';

const SOURCE = 'seed 003, authorization states';
const page = { pageMessage: null } as const;

/** Declined of the server API: rows d03 and d04 share their reason and differ by SoftDecline. */
export const DECLINED_ROWS = {
  soft: stateRow('d03', 'Declined / InvalidPaymentMethod (soft)', {
    source: SOURCE,
    prompt: 'updateDefaultPaymentMethod',
    effect: 'declinedSoft',
    move: 'newAttempt',
    action: 'One further attempt with a new reference, then ask the buyer to update the payment method.',
  }),
  hard: stateRow('d04', 'Declined / InvalidPaymentMethod (hard)', {
    source: SOURCE,
    prompt: 'updateDefaultPaymentMethod',
    effect: 'declinedHard',
    move: 'askBuyer',
    action: 'Ask the buyer to update the payment method.',
  }),
  AmazonRejected: stateRow('d05', 'Declined / AmazonRejected', {
    source: SOURCE,
    prompt: 'cannotProcessPayment',
    effect: 'declinedHard',
    move: 'otherWay',
    action: 'Never again on this Order Reference: it is Closed.',
  }),
  ProcessingFailure: stateRow('d06', 'Declined / ProcessingFailure', {
    source: SOURCE,
    prompt: 'cannotProcessPayment',
    effect: 'declinedSoft',
    move: 'newAttempt',
    alert: 'counted',
    action: 'A new reference while the Order Reference or agreement is Open.',
  }),
  TransactionTimedOut: stateRow('d07', 'Declined / TransactionTimedOut', {
    source: SOURCE,
    prompt: 'cannotProcessPayment',
    effect: 'declinedSoft',
    move: 'newAttempt',
    alert: 'counted',
    action:
      'Later with a new reference; when frequent, authorize asynchronously (TransactionTimeout above 0).',
  }),
} as const;

/** Newer pages let Pending and Open carry this reason: do not ship. @see outcome-table.md, extra row x03 */
const STOP_SHIPMENT = 'StopShipmentAtypicalAuth';
const stopShipment = (state: 'Pending' | 'Open'): ServerRow =>
  stateRow('x03', `${state} / ${STOP_SHIPMENT}`, {
    source: 'newer Amazon pages (EU)',
    effect: state === 'Open' ? 'authorized' : 'pending',
    move: 'wait',
    alert: 'counted',
    action: 'Hold the shipment until Amazon Pay decides.',
  });

const ARROWS: readonly Arrow[] = [
  { from: 'New', to: 'Pending', reason: '-', by: 'amazon', mode: 'asynchronous' },
  { from: 'New', to: 'Open', reason: '-', by: 'amazon', mode: 'synchronous' },
  { from: 'New', to: 'Declined', reason: 'InvalidPaymentMethod', by: 'amazon', mode: 'synchronous' },
  { from: 'New', to: 'Declined', reason: 'AmazonRejected', by: 'amazon', mode: 'synchronous' },
  { from: 'New', to: 'Declined', reason: 'ProcessingFailure', by: 'amazon', mode: 'synchronous' },
  { from: 'New', to: 'Declined', reason: 'TransactionTimedOut', by: 'clock', mode: 'synchronous' },
  { from: 'New', to: 'Closed', reason: 'MaxCapturesProcessed', by: 'amazon', mode: 'synchronous' },
  { from: 'Pending', to: 'Pending', reason: STOP_SHIPMENT, by: 'amazon' },
  { from: 'Pending', to: 'Open', reason: '-', by: 'amazon' },
  { from: 'Pending', to: 'Declined', reason: 'InvalidPaymentMethod', by: 'amazon' },
  { from: 'Pending', to: 'Declined', reason: 'AmazonRejected', by: 'amazon' },
  { from: 'Pending', to: 'Declined', reason: 'ProcessingFailure', by: 'amazon' },
  { from: 'Pending', to: 'Declined', reason: 'TransactionTimedOut', by: 'clock' },
  { from: 'Pending', to: 'Closed', reason: 'MaxCapturesProcessed', by: 'amazon' },
  { from: 'Pending', to: 'Closed', reason: 'SellerClosed', by: 'merchant', operation: 'CloseAuthorization' },
  { from: 'Pending', to: 'Closed', reason: 'OrderReferenceCanceled', by: 'merchant' },
  { from: 'Pending', to: 'Closed', reason: 'AmazonClosed', by: 'amazon' },
  { from: 'Open', to: 'Open', reason: STOP_SHIPMENT, by: 'amazon' },
  { from: 'Open', to: 'Closed', reason: 'MaxCapturesProcessed', by: 'merchant', operation: 'Capture' },
  { from: 'Open', to: 'Closed', reason: 'ExpireUnused', by: 'clock' },
  { from: 'Open', to: 'Closed', reason: 'SellerClosed', by: 'merchant', operation: 'CloseAuthorization' },
  { from: 'Open', to: 'Closed', reason: 'OrderReferenceCanceled', by: 'merchant' },
  { from: 'Open', to: 'Closed', reason: 'AmazonClosed', by: 'amazon' },
  // CancelOrderReference of a Suspended Order Reference ends its declined authorizations too.
  { from: 'Declined', to: 'Closed', reason: 'InvalidPaymentMethod', by: 'merchant' },
];

/**
 * The authorization of the CV1 API. The row of Declined / InvalidPaymentMethod is the hard one; `SoftDecline` chooses.
 * @see seed 003, 「オーソリ状態と理由コード」; outcome-table.md, rows d01-d13
 */
export const AUTHORIZATION_MACHINE: Machine = {
  object: 'Authorization',
  aliases: { ExpiredUnused: 'ExpireUnused' },
  states: {
    Pending: {
      operations: ['GetAuthorizationDetails', 'CloseAuthorization'],
      reasons: {
        '-': { ...OPEN_STATES.Pending, ...page, move: 'wait' },
        [STOP_SHIPMENT]: stopShipment('Pending'),
      },
    },
    Open: {
      operations: ['GetAuthorizationDetails', 'Capture', 'CloseAuthorization'],
      reasons: {
        '-': { ...OPEN_STATES.Open, ...page, move: 'done' },
        [STOP_SHIPMENT]: stopShipment('Open'),
      },
    },
    Declined: {
      operations: ['GetAuthorizationDetails'],
      reasons: {
        InvalidPaymentMethod: DECLINED_ROWS.hard,
        AmazonRejected: DECLINED_ROWS.AmazonRejected,
        ProcessingFailure: DECLINED_ROWS.ProcessingFailure,
        TransactionTimedOut: DECLINED_ROWS.TransactionTimedOut,
      },
    },
    Closed: {
      operations: ['GetAuthorizationDetails'],
      reasons: {
        ExpireUnused: { ...CLOSED_REASONS.ExpireUnused, ...page, move: 'handToPerson' },
        MaxCapturesProcessed: { ...CLOSED_REASONS.MaxCapturesProcessed, ...page, move: 'done' },
        AmazonClosed: { ...CLOSED_REASONS.AmazonClosed, ...page, move: 'handToPerson' },
        OrderReferenceCanceled: { ...CLOSED_REASONS.OrderReferenceCanceled, ...page, move: 'readObject' },
        SellerClosed: { ...CLOSED_REASONS.SellerClosed, ...page, move: 'done' },
        InvalidPaymentMethod: { ...CLOSED_REASONS.InvalidPaymentMethod, ...page, move: 'otherWay' },
      },
    },
  },
  arrows: ARROWS,
};
