/** Results in a state that a test asks for, made from the request alone: nothing stands behind them. */
import type { ForcedAnswer } from './forced-answer';
import { element, price } from './mws-documents';

/** The result element's content of an Action, showing the forced state. */
export function fabricateXml(
  action: string,
  form: ReadonlyMap<string, string>,
  { state, reasonCode, softDecline }: Extract<ForcedAnswer, { as: 'object' }>,
): string {
  const status = (name: string): string =>
    element(name, element('State', state) + element('ReasonCode', reasonCode));
  const of = (name: string, other: string): string => form.get(name) ?? other;
  const isPaid = reasonCode === 'MaxCapturesProcessed';
  const yen = (name: string): number => Number(of(`${name}.Amount`, '3980'));
  switch (action) {
    case 'AuthorizeOnBillingAgreement':
    case 'GetAuthorizationDetails': {
      const amountYen = yen('AuthorizationAmount');
      const details = [
        element('AmazonAuthorizationId', of('AmazonAuthorizationId', 'S03-1111111-1111111-A111111')),
        element('AuthorizationReferenceId', form.get('AuthorizationReferenceId')),
        element('AuthorizationAmount', price(amountYen)),
        element('CapturedAmount', price(isPaid ? amountYen : 0)),
        element('SoftDecline', softDecline === undefined ? undefined : String(softDecline)),
        status('AuthorizationStatus'),
      ];
      return (
        element('AuthorizationDetails', details.join('')) +
        element('AmazonOrderReferenceId', 'S03-1111111-1111111')
      );
    }
    case 'Capture':
    case 'GetCaptureDetails':
      return element(
        'CaptureDetails',
        element('AmazonCaptureId', of('AmazonCaptureId', 'S03-1111111-1111111-C111111')) +
          element('CaptureReferenceId', form.get('CaptureReferenceId')) +
          element('CaptureAmount', price(yen('CaptureAmount'))) +
          status('CaptureStatus'),
      );
    case 'Refund':
    case 'GetRefundDetails':
      return element(
        'RefundDetails',
        element('AmazonRefundId', of('AmazonRefundId', 'S03-1111111-1111111-R111111')) +
          element('RefundReferenceId', form.get('RefundReferenceId')) +
          element('RefundAmount', price(yen('RefundAmount'))) +
          status('RefundStatus'),
      );
    case 'GetOrderReferenceDetails':
      return element(
        'OrderReferenceDetails',
        element('AmazonOrderReferenceId', form.get('AmazonOrderReferenceId')) +
          status('OrderReferenceStatus'),
      );
    case 'ValidateBillingAgreement':
      return element('ValidationResult', state) + element('FailureReasonCode', reasonCode);
    default:
      return element(
        'BillingAgreementDetails',
        element('AmazonBillingAgreementId', form.get('AmazonBillingAgreementId')) +
          status('BillingAgreementStatus'),
      );
  }
}
