import { authorizationOutcome, type ExpectedCharge } from './authorization-outcome';
import { type CodeRow, type Operation } from './code-row';
import { BILLING_AGREEMENT_STATES, OTHER_ROWS } from './codes/other-rows';
import { errorRow } from './error-row';
import { type PaymentOutcome } from './outcome';
import { type AgreementDetails, type ConnectionsResponse } from './parse-connections-response';

/** What was asked for: the answer is judged against it. */
export type Expectation =
  | { readonly operation: 'Setup'; readonly releaseEnvironment: 'SANDBOX' | 'LIVE' }
  | ({ readonly operation: 'Charge' } & ExpectedCharge);

/**
 * Decides what a Connections.Response means. Total: any answer has exactly one outcome, and none that is not
 * understood means "paid" or is sent again.
 * The response's own `name` must be the operation that was asked for; the caller checks that with the token.
 * @see alexa-amazon-pay.md, section 5; outcome-table.md, section 6
 */
export function classify(response: ConnectionsResponse, expected: Expectation): PaymentOutcome {
  if (response.statusCode !== '200') return errorOutcome(response, expected.operation);
  if (expected.operation === 'Setup') return setupOutcome(response.agreement, expected.releaseEnvironment);
  return authorizationOutcome(response.authorization, expected);
}

function errorOutcome(response: ConnectionsResponse, operation: Operation): PaymentOutcome {
  const row = errorRow({ ...response, operation });
  return error(row, response.errorCode === undefined ? 'noCode' : 'code');
}

function setupOutcome(
  details: AgreementDetails | undefined,
  environment: 'SANDBOX' | 'LIVE',
): PaymentOutcome {
  const billingAgreementId = details?.billingAgreementId;
  if (details === undefined || billingAgreementId === undefined || billingAgreementId === '') {
    return error(OTHER_ROWS.unknownSetupCode, 'noBillingAgreementId');
  }
  if (details.releaseEnvironment !== environment)
    return error(OTHER_ROWS.environmentDiffers, 'releaseEnvironmentDiffers');
  const suspended = details.billingAgreementStatus?.toUpperCase() === 'SUSPENDED';
  return {
    type: 'agreement',
    row: suspended ? BILLING_AGREEMENT_STATES.Suspended : BILLING_AGREEMENT_STATES.Open,
    effect: 'none',
    reason: 'billingAgreementId',
    agreement: {
      billingAgreementId,
      billingAgreementStatus: details.billingAgreementStatus,
      destination: details.destination,
    },
  };
}

function error(row: CodeRow, reason: string): PaymentOutcome {
  return { type: 'error', row, effect: row.effect, reason };
}
