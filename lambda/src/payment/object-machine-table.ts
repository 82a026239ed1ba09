import { type Machine } from './object-machine';
import { type ServerRow } from './server-row';
import { stateRow } from './server-state-row';

const alive = (code: string, action: string): ServerRow =>
  stateRow('x60', code, { effect: 'none', move: 'done', action });
const over = (code: string, action: string): ServerRow =>
  stateRow('x61', code, { effect: 'none', move: 'otherWay', action });
const update = (code: string): ServerRow =>
  stateRow('x62', code, {
    effect: 'none',
    move: 'askBuyer',
    action: 'The buyer updates the payment method at Amazon; then read again.',
  });

/** The capture of the CV1 API. @see amazon-pay-server-apis.md, section 14.5 */
export const CAPTURE_MACHINE: Machine = {
  object: 'Capture',
  aliases: {},
  states: {
    Pending: {
      operations: ['GetCaptureDetails'],
      reasons: {
        '-': stateRow('x63', 'Capture Pending', {
          effect: 'pending',
          move: 'wait',
          action: 'Wait for the IPN or read again.',
        }),
      },
    },
    Completed: {
      operations: ['GetCaptureDetails', 'Refund'],
      reasons: {
        '-': stateRow('x64', 'Capture Completed', {
          effect: 'paid',
          move: 'done',
          action: 'The money is captured.',
        }),
      },
    },
    Declined: {
      operations: ['GetCaptureDetails'],
      reasons: {
        AmazonRejected: stateRow('x65', 'Capture Declined / AmazonRejected', {
          effect: 'declinedHard',
          move: 'otherWay',
          alert: 'each',
          action: 'The capture was refused: another way to pay.',
        }),
        ProcessingFailure: stateRow('x66', 'Capture Declined / ProcessingFailure', {
          effect: 'authorized',
          move: 'newAttempt',
          alert: 'counted',
          action: 'Capture again with a new reference while the authorization is Open.',
        }),
      },
    },
    Closed: {
      operations: ['GetCaptureDetails'],
      reasons: {
        MaxAmountRefunded: over('Capture Closed / MaxAmountRefunded', 'Everything was refunded.'),
        MaxRefundsProcessed: over(
          'Capture Closed / MaxRefundsProcessed',
          'Ten refunds were made: pay back another way.',
        ),
        AmazonClosed: stateRow('x67', 'Capture Closed / AmazonClosed', {
          effect: 'human',
          move: 'handToPerson',
          action: 'Amazon closed the capture: ask Amazon Pay merchant support.',
        }),
      },
    },
  },
  arrows: [
    { from: 'New', to: 'Pending', reason: '-', by: 'amazon' },
    { from: 'New', to: 'Completed', reason: '-', by: 'amazon' },
    { from: 'New', to: 'Declined', reason: 'AmazonRejected', by: 'amazon' },
    { from: 'New', to: 'Declined', reason: 'ProcessingFailure', by: 'amazon' },
    { from: 'Pending', to: 'Completed', reason: '-', by: 'amazon' },
    { from: 'Pending', to: 'Declined', reason: 'AmazonRejected', by: 'amazon' },
    { from: 'Pending', to: 'Declined', reason: 'ProcessingFailure', by: 'amazon' },
    { from: 'Completed', to: 'Closed', reason: 'MaxAmountRefunded', by: 'merchant', operation: 'Refund' },
    { from: 'Completed', to: 'Closed', reason: 'MaxRefundsProcessed', by: 'merchant', operation: 'Refund' },
    { from: 'Completed', to: 'Closed', reason: 'AmazonClosed', by: 'amazon' },
  ],
};

const refundRow = {
  waiting: stateRow('x68', 'Refund in progress', {
    effect: 'none',
    move: 'wait',
    action: 'Refunds are always asynchronous: wait for the IPN or read again.',
  }),
  done: stateRow('x69', 'Refund done', { effect: 'none', move: 'done', action: 'The money is paid back.' }),
  rejected: stateRow('x70', 'Refund Declined / AmazonRejected', {
    effect: 'none',
    move: 'handToPerson',
    alert: 'each',
    action: 'Pay the buyer back another way.',
  }),
  failed: stateRow('x71', 'Refund Declined / ProcessingFailure', {
    effect: 'none',
    move: 'newAttempt',
    alert: 'counted',
    action: 'Refund again after 1 to 2 minutes with a new reference, while the capture is Completed.',
  }),
} as const;

/** The refund of the CV1 API. @see amazon-pay-server-apis.md, section 14.5 */
export const REFUND_MACHINE: Machine = {
  object: 'Refund',
  aliases: {},
  states: {
    Pending: { operations: ['GetRefundDetails'], reasons: { '-': refundRow.waiting } },
    Completed: { operations: ['GetRefundDetails'], reasons: { '-': refundRow.done } },
    Declined: {
      operations: ['GetRefundDetails'],
      reasons: { AmazonRejected: refundRow.rejected, ProcessingFailure: refundRow.failed },
    },
  },
  arrows: [
    { from: 'New', to: 'Pending', reason: '-', by: 'amazon' },
    { from: 'Pending', to: 'Completed', reason: '-', by: 'amazon' },
    { from: 'Pending', to: 'Declined', reason: 'AmazonRejected', by: 'amazon' },
    { from: 'Pending', to: 'Declined', reason: 'ProcessingFailure', by: 'amazon' },
  ],
};

/** The refund of CV2. @see amazon-pay-server-apis.md, section 6 */
export const CV2_REFUND_MACHINE: Machine = {
  object: 'Refund',
  aliases: {},
  states: {
    RefundInitiated: { operations: ['getRefund'], reasons: { '-': refundRow.waiting } },
    Refunded: { operations: ['getRefund'], reasons: { '-': refundRow.done } },
    Declined: {
      operations: ['getRefund'],
      reasons: { AmazonRejected: refundRow.rejected, ProcessingFailure: refundRow.failed },
    },
  },
  arrows: [
    { from: 'New', to: 'RefundInitiated', reason: '-', by: 'amazon' },
    { from: 'RefundInitiated', to: 'Refunded', reason: '-', by: 'amazon' },
    { from: 'RefundInitiated', to: 'Declined', reason: 'AmazonRejected', by: 'amazon' },
    { from: 'RefundInitiated', to: 'Declined', reason: 'ProcessingFailure', by: 'amazon' },
  ],
};

const ORDER_OPERATIONS = ['GetOrderReferenceDetails', 'CancelOrderReference', 'CloseOrderReference'];

/** The order reference of the CV1 API, as it lives under a billing agreement. @see amazon-pay-server-apis.md, 14.5 */
export const ORDER_REFERENCE_MACHINE: Machine = {
  object: 'OrderReference',
  aliases: {},
  states: {
    Draft: {
      operations: ['GetOrderReferenceDetails', 'CancelOrderReference'],
      reasons: { '-': alive('OrderReference Draft', 'Not confirmed yet.') },
    },
    Open: {
      operations: ORDER_OPERATIONS,
      reasons: { '-': alive('OrderReference Open', 'May be authorized.') },
    },
    Suspended: {
      operations: ORDER_OPERATIONS,
      reasons: { InvalidPaymentMethod: update('OrderReference Suspended / InvalidPaymentMethod') },
    },
    Canceled: {
      operations: ['GetOrderReferenceDetails'],
      reasons: {
        SellerCanceled: over('OrderReference Canceled / SellerCanceled', 'Own act.'),
        Stale: over('OrderReference Canceled / Stale', 'Not confirmed within 3 hours.'),
        AmazonCanceled: over('OrderReference Canceled / AmazonCanceled', 'Amazon cancelled the order.'),
      },
    },
    Closed: {
      operations: ['GetOrderReferenceDetails'],
      reasons: {
        Expired: over('OrderReference Closed / Expired', '180 days are over.'),
        MaxAmountCharged: over('OrderReference Closed / MaxAmountCharged', 'Everything was captured.'),
        MaxAuthorizationsCaptured: over(
          'OrderReference Closed / MaxAuthorizationsCaptured',
          'The number of captured authorizations is used up.',
        ),
        AmazonClosed: over(
          'OrderReference Closed / AmazonClosed',
          'Amazon closed it, as after AmazonRejected.',
        ),
        SellerClosed: over('OrderReference Closed / SellerClosed', 'Own act.'),
      },
    },
  },
  arrows: [
    { from: 'New', to: 'Draft', reason: '-', by: 'buyer' },
    { from: 'New', to: 'Open', reason: '-', by: 'merchant' },
    { from: 'Draft', to: 'Open', reason: '-', by: 'merchant' },
    { from: 'Draft', to: 'Canceled', reason: 'Stale', by: 'clock' },
    {
      from: 'Draft',
      to: 'Canceled',
      reason: 'SellerCanceled',
      by: 'merchant',
      operation: 'CancelOrderReference',
    },
    { from: 'Open', to: 'Suspended', reason: 'InvalidPaymentMethod', by: 'amazon' },
    { from: 'Suspended', to: 'Open', reason: '-', by: 'buyer' },
    {
      from: 'Open',
      to: 'Canceled',
      reason: 'SellerCanceled',
      by: 'merchant',
      operation: 'CancelOrderReference',
    },
    {
      from: 'Suspended',
      to: 'Canceled',
      reason: 'SellerCanceled',
      by: 'merchant',
      operation: 'CancelOrderReference',
    },
    { from: 'Open', to: 'Canceled', reason: 'AmazonCanceled', by: 'amazon' },
    { from: 'Open', to: 'Closed', reason: 'Expired', by: 'clock' },
    { from: 'Open', to: 'Closed', reason: 'MaxAmountCharged', by: 'merchant' },
    { from: 'Open', to: 'Closed', reason: 'MaxAuthorizationsCaptured', by: 'merchant' },
    { from: 'Open', to: 'Closed', reason: 'AmazonClosed', by: 'amazon' },
    { from: 'Open', to: 'Closed', reason: 'SellerClosed', by: 'merchant', operation: 'CloseOrderReference' },
    {
      from: 'Suspended',
      to: 'Closed',
      reason: 'SellerClosed',
      by: 'merchant',
      operation: 'CloseOrderReference',
    },
  ],
};

const READ_AGREEMENT = 'GetBillingAgreementDetails';

/**
 * The billing agreement. A Suspended one may be authorized all the same: Amazon Pay takes up the buyer's update then.
 * @see outcome-table.md, rows a50, a51; amazon-pay-server-apis.md, section 14.5
 */
export const BILLING_AGREEMENT_MACHINE: Machine = {
  object: 'BillingAgreement',
  aliases: { SellerCanceled: 'SellerClosed', BuyerCanceled: 'BuyerClosed' },
  states: {
    Draft: {
      operations: [READ_AGREEMENT, 'SetBillingAgreementDetails', 'ConfirmBillingAgreement'],
      reasons: { '-': alive('BillingAgreement Draft', 'Confirm within 3 hours.') },
    },
    Open: {
      operations: [
        READ_AGREEMENT,
        'SetBillingAgreementDetails',
        'ValidateBillingAgreement',
        'AuthorizeOnBillingAgreement',
        'CloseBillingAgreement',
      ],
      reasons: { '-': alive('BillingAgreement Open', 'May be authorized.') },
    },
    Suspended: {
      operations: [READ_AGREEMENT, 'AuthorizeOnBillingAgreement', 'CloseBillingAgreement'],
      reasons: { InvalidPaymentMethod: update('BillingAgreement Suspended / InvalidPaymentMethod') },
    },
    Canceled: {
      operations: [READ_AGREEMENT],
      reasons: {
        Stale: over('BillingAgreement Canceled / Stale', 'Not confirmed within 3 hours.'),
        AmazonCanceled: over('BillingAgreement Canceled / AmazonCanceled', 'Amazon cancelled the agreement.'),
      },
    },
    Closed: {
      operations: [READ_AGREEMENT],
      reasons: {
        '-': over('BillingAgreement Closed', 'A new agreement of the buyer is needed.'),
        SellerClosed: over('BillingAgreement Closed / SellerClosed', 'Own act.'),
        BuyerClosed: over('BillingAgreement Closed / BuyerClosed', 'The buyer ended the agreement.'),
        AmazonClosed: over('BillingAgreement Closed / AmazonClosed', 'Amazon ended the agreement.'),
        Expired: over('BillingAgreement Closed / Expired', 'A new agreement of the buyer is needed.'),
      },
    },
  },
  arrows: [
    { from: 'New', to: 'Draft', reason: '-', by: 'buyer' },
    { from: 'Draft', to: 'Open', reason: '-', by: 'merchant', operation: 'ConfirmBillingAgreement' },
    { from: 'Draft', to: 'Canceled', reason: 'Stale', by: 'clock' },
    { from: 'Open', to: 'Suspended', reason: 'InvalidPaymentMethod', by: 'amazon' },
    { from: 'Suspended', to: 'Open', reason: '-', by: 'buyer' },
    { from: 'Open', to: 'Canceled', reason: 'AmazonCanceled', by: 'amazon' },
    {
      from: 'Open',
      to: 'Closed',
      reason: 'SellerClosed',
      by: 'merchant',
      operation: 'CloseBillingAgreement',
    },
    {
      from: 'Suspended',
      to: 'Closed',
      reason: 'SellerClosed',
      by: 'merchant',
      operation: 'CloseBillingAgreement',
    },
    { from: 'Open', to: 'Closed', reason: 'BuyerClosed', by: 'buyer' },
    { from: 'Open', to: 'Closed', reason: 'AmazonClosed', by: 'amazon' },
    { from: 'Open', to: 'Closed', reason: 'Expired', by: 'clock' },
    { from: 'Open', to: 'Closed', reason: '-', by: 'amazon' },
  ],
};
