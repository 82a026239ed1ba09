/** The notifications that changes of the books bring about: that something changed, never what it is now. */
import type { Authorization, Change, Refund } from '../amazon-pay/ledger-records';
import { chargeIdOf } from './cv2-objects';
import { element } from './mws-documents';
import { cv2Notification, mwsNotification } from './sns-sender';

const NAMESPACE = 'https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01';

/**
 * `Message` texts for a group of changes, in order. `nextId` gives each its notification id. An authorization under the
 * permission's own id is a charge of CV2; all others are of CV1.
 */
export function ipnMessages(changes: readonly Change[], nextId: () => string): readonly string[] {
  return changes.flatMap((change) => {
    if (change.kind === 'authorization') return [authorizationMessage(change.record, nextId())];
    if (change.kind === 'refund') return [refundMessage(change.record, nextId())];
    if (change.kind !== 'billingAgreement') return [];
    return [cv2Notification('CHARGE_PERMISSION', change.record.billingAgreementId, nextId())];
  });
}

function authorizationMessage(record: Authorization, notificationId: string): string {
  if (record.amazonOrderReferenceId === record.billingAgreementId) {
    return cv2Notification('CHARGE', chargeIdOf(record), notificationId);
  }
  const details =
    element('AmazonAuthorizationId', record.amazonAuthorizationId) +
    element('AuthorizationReferenceId', record.authorizationReferenceId);
  return mwsNotification('PaymentAuthorize', wrap('Authorization', details), notificationId);
}

function refundMessage(record: Refund, notificationId: string): string {
  const details =
    element('AmazonRefundId', record.amazonRefundId) + element('RefundReferenceId', record.refundReferenceId);
  return mwsNotification('PaymentRefund', wrap('Refund', details), notificationId);
}

function wrap(name: string, details: string): string {
  return `<${name}Notification xmlns="${NAMESPACE}">${element(`${name}Details`, details)}</${name}Notification>`;
}
