import { type Arrow, type Machine } from './object-machine';
import { type ServerRow } from './server-row';
import { stateRow } from './server-state-row';

const alive = (code: string, action: string): ServerRow =>
  stateRow('x72', code, { effect: 'none', move: 'done', action });
const over = (code: string, action: string, effect: ServerRow['effect'] = 'none'): ServerRow =>
  stateRow('x73', code, { effect, move: 'otherWay', action });
/** A session that ended without a purchase: nothing was charged, the order stays. */
const canceledSession = (
  reason: string,
  action: string,
  effect: 'keep' | 'declinedHard' = 'keep',
): ServerRow => over(`CheckoutSession Canceled / ${reason}`, action, effect);
const blocked = (reason: string): ServerRow =>
  stateRow('x74', `ChargePermission NonChargeable / ${reason}`, {
    effect: 'none',
    move: 'askBuyer',
    action: "The buyer updates the payment at Amazon (the permission's own page); then read again.",
  });

/** The checkout session. @see amazon-pay-server-apis.md, section 6; outcome-table.md, rows c01-c04, c14 */
export const CHECKOUT_SESSION_MACHINE = {
  object: 'CheckoutSession',
  aliases: {},
  states: {
    Open: {
      operations: ['getCheckoutSession', 'finalizeCheckoutSession'],
      reasons: { '-': alive('CheckoutSession Open', 'May be finalized for 24 hours.') },
    },
    Completed: {
      operations: ['getCheckoutSession'],
      reasons: {
        '-': stateRow('x75', 'CheckoutSession Completed', {
          effect: 'none',
          move: 'readObject',
          action: 'Done: read the charge, which alone says whether it is paid.',
        }),
      },
    },
    Canceled: {
      operations: ['getCheckoutSession'],
      reasons: {
        BuyerCanceled: canceledSession('BuyerCanceled', 'The buyer cancelled: a new link.'),
        Declined: canceledSession('Declined', 'Declined: a new link or another way to pay.', 'declinedHard'),
        Expired: canceledSession('Expired', '24 hours are over: a new link.'),
        AmazonCanceled: canceledSession('AmazonCanceled', 'Amazon cancelled: a new link.'),
      },
    },
  },
  arrows: [
    { from: 'New', to: 'Open', reason: '-', by: 'buyer' },
    { from: 'Open', to: 'Completed', reason: '-', by: 'merchant', operation: 'finalizeCheckoutSession' },
    { from: 'Open', to: 'Canceled', reason: 'BuyerCanceled', by: 'buyer' },
    { from: 'Open', to: 'Canceled', reason: 'Declined', by: 'amazon' },
    { from: 'Open', to: 'Canceled', reason: 'Expired', by: 'clock' },
    { from: 'Open', to: 'Canceled', reason: 'AmazonCanceled', by: 'amazon' },
  ],
} as const satisfies Machine;

const BLOCKING_REASONS = [
  'PaymentMethodInvalid',
  'PaymentMethodDeleted',
  'PaymentMethodExpired',
  'PaymentMethodNotAllowed',
  'PaymentMethodNotSet',
  'BillingAddressDeleted',
  'MFAFailed',
] as const;

/** The charge permission. @see amazon-pay-server-apis.md, section 6 */
export const CHARGE_PERMISSION_MACHINE: Machine = {
  object: 'ChargePermission',
  aliases: {
    MerchantCanceled: 'MerchantClosed',
    BuyerCanceled: 'BuyerClosed',
    AmazonCanceled: 'AmazonClosed',
  },
  states: {
    Chargeable: {
      operations: ['getChargePermission', 'createCharge', 'closeChargePermission'],
      reasons: { '-': alive('ChargePermission Chargeable', 'May be charged.') },
    },
    NonChargeable: {
      operations: ['getChargePermission', 'closeChargePermission'],
      reasons: {
        ...Object.fromEntries(BLOCKING_REASONS.map((reason) => [reason, blocked(reason)])),
        ChargeInProgress: stateRow('x76', 'ChargePermission NonChargeable / ChargeInProgress', {
          effect: 'none',
          move: 'wait',
          action: 'Another charge is being decided: read again later.',
        }),
      },
    },
    Closed: {
      operations: ['getChargePermission'],
      reasons: {
        MerchantClosed: over('ChargePermission Closed / MerchantClosed', 'Own act.'),
        BuyerClosed: over('ChargePermission Closed / BuyerClosed', 'The buyer ended the permission.'),
        AmazonClosed: over('ChargePermission Closed / AmazonClosed', 'Amazon ended the permission.'),
        Expired: over('ChargePermission Closed / Expired', 'A new permission of the buyer is needed.'),
      },
    },
  },
  arrows: [
    { from: 'New', to: 'Chargeable', reason: '-', by: 'buyer' },
    ...BLOCKING_REASONS.map((reason): Arrow => ({
      from: 'Chargeable',
      to: 'NonChargeable',
      reason,
      by: 'amazon',
    })),
    {
      from: 'Chargeable',
      to: 'NonChargeable',
      reason: 'ChargeInProgress',
      by: 'merchant',
      operation: 'createCharge',
    },
    { from: 'NonChargeable', to: 'Chargeable', reason: '-', by: 'buyer' },
    {
      from: 'Chargeable',
      to: 'Closed',
      reason: 'MerchantClosed',
      by: 'merchant',
      operation: 'closeChargePermission',
    },
    {
      from: 'NonChargeable',
      to: 'Closed',
      reason: 'MerchantClosed',
      by: 'merchant',
      operation: 'closeChargePermission',
    },
    { from: 'Chargeable', to: 'Closed', reason: 'BuyerClosed', by: 'buyer' },
    { from: 'Chargeable', to: 'Closed', reason: 'AmazonClosed', by: 'amazon' },
    { from: 'Chargeable', to: 'Closed', reason: 'Expired', by: 'clock' },
  ],
};

const canceled = (reason: string, action: string): ServerRow =>
  stateRow('x77', `Charge Canceled / ${reason}`, {
    effect: 'declinedHard',
    move: 'otherWay',
    next: 'sayNotASale',
    action,
  });

/** The charge. Only Captured is paid. @see amazon-pay-server-apis.md, section 6 */
export const CHARGE_MACHINE: Machine = {
  object: 'Charge',
  aliases: { ExpireUnused: 'ExpiredUnused', SellerCanceled: 'MerchantCanceled' },
  states: {
    AuthorizationInitiated: {
      operations: ['getCharge', 'cancelCharge'],
      reasons: {
        '-': stateRow('x78', 'Charge AuthorizationInitiated', {
          effect: 'pending',
          move: 'wait',
          action: 'Decided within 24 hours: wait for the IPN or read again; do not ship.',
        }),
      },
    },
    Authorized: {
      operations: ['getCharge', 'captureCharge', 'cancelCharge'],
      reasons: {
        '-': stateRow('x79', 'Charge Authorized', {
          effect: 'authorized',
          move: 'done',
          action: 'Authorized, not paid: capture within 30 days (sandbox 2 days).',
        }),
      },
    },
    CaptureInitiated: {
      operations: ['getCharge'],
      reasons: {
        '-': stateRow('x80', 'Charge CaptureInitiated', {
          effect: 'pending',
          move: 'wait',
          action: 'The capture is under way: wait for the IPN or read again.',
        }),
      },
    },
    Captured: {
      operations: ['getCharge', 'createRefund'],
      reasons: {
        '-': stateRow('x81', 'Charge Captured', {
          effect: 'paid',
          move: 'done',
          action: 'The money is captured.',
        }),
      },
    },
    Canceled: {
      operations: ['getCharge'],
      reasons: {
        ExpiredUnused: stateRow('x82', 'Charge Canceled / ExpiredUnused', {
          effect: 'human',
          move: 'handToPerson',
          action: "The authorization expired without a capture: a new one needs the buyer's knowledge.",
        }),
        MerchantCanceled: canceled('MerchantCanceled', 'Own act.'),
        BuyerCanceled: canceled('BuyerCanceled', 'The buyer cancelled.'),
        AmazonCanceled: stateRow('x83', 'Charge Canceled / AmazonCanceled', {
          effect: 'human',
          move: 'handToPerson',
          action: 'Amazon cancelled the charge: ask Amazon Pay merchant support.',
        }),
        ChargePermissionCanceled: canceled('ChargePermissionCanceled', 'The permission was closed.'),
      },
    },
    Declined: {
      operations: ['getCharge'],
      reasons: {
        SoftDeclined: stateRow('x84', 'Charge Declined / SoftDeclined', {
          prompt: 'cannotProcessPayment',
          effect: 'declinedSoft',
          move: 'newAttempt',
          action: 'A new key, only while the Charge Permission is Chargeable.',
        }),
        HardDeclined: stateRow('x85', 'Charge Declined / HardDeclined', {
          prompt: 'updateDefaultPaymentMethod',
          effect: 'declinedHard',
          move: 'askBuyer',
          action: 'The buyer chooses another payment method.',
        }),
        AmazonRejected: stateRow('x86', 'Charge Declined / AmazonRejected', {
          prompt: 'cannotProcessPayment',
          effect: 'declinedHard',
          move: 'otherWay',
          action: 'Never again: the Charge Permission is cancelled too.',
        }),
        ProcessingFailure: stateRow('x87', 'Charge Declined / ProcessingFailure', {
          prompt: 'cannotProcessPayment',
          effect: 'declinedSoft',
          move: 'newAttempt',
          alert: 'counted',
          action: 'A new key, only while the Charge Permission is Chargeable.',
        }),
        TransactionTimedOut: stateRow('x88', 'Charge Declined / TransactionTimedOut', {
          prompt: 'cannotProcessPayment',
          effect: 'declinedSoft',
          move: 'newAttempt',
          alert: 'counted',
          action: 'A new key later (stored permissions), or another method; frequent: pending mode.',
        }),
      },
    },
  },
  arrows: [
    { from: 'New', to: 'AuthorizationInitiated', reason: '-', by: 'amazon', mode: 'asynchronous' },
    { from: 'New', to: 'Authorized', reason: '-', by: 'amazon', mode: 'synchronous' },
    { from: 'New', to: 'Captured', reason: '-', by: 'amazon', mode: 'synchronous' },
    { from: 'New', to: 'CaptureInitiated', reason: '-', by: 'amazon' },
    ...['SoftDeclined', 'HardDeclined', 'AmazonRejected', 'ProcessingFailure', 'TransactionTimedOut'].flatMap(
      (reason): readonly Arrow[] => [
        { from: 'New', to: 'Declined', reason, by: 'amazon' },
        { from: 'AuthorizationInitiated', to: 'Declined', reason, by: 'amazon' },
      ],
    ),
    { from: 'AuthorizationInitiated', to: 'Authorized', reason: '-', by: 'amazon' },
    { from: 'AuthorizationInitiated', to: 'Captured', reason: '-', by: 'amazon' },
    ...['AuthorizationInitiated', 'Authorized'].flatMap((from): readonly Arrow[] => [
      { from, to: 'Canceled', reason: 'MerchantCanceled', by: 'merchant', operation: 'cancelCharge' },
      { from, to: 'Canceled', reason: 'BuyerCanceled', by: 'buyer' },
      { from, to: 'Canceled', reason: 'AmazonCanceled', by: 'amazon' },
      { from, to: 'Canceled', reason: 'ChargePermissionCanceled', by: 'merchant' },
    ]),
    { from: 'Authorized', to: 'Canceled', reason: 'ExpiredUnused', by: 'clock' },
    { from: 'Authorized', to: 'Captured', reason: '-', by: 'merchant', operation: 'captureCharge' },
    { from: 'Authorized', to: 'CaptureInitiated', reason: '-', by: 'merchant', operation: 'captureCharge' },
    { from: 'CaptureInitiated', to: 'Captured', reason: '-', by: 'amazon' },
    { from: 'CaptureInitiated', to: 'Declined', reason: 'ProcessingFailure', by: 'amazon' },
  ],
};
