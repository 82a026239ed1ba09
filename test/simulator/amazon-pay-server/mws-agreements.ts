/** The operations of the simulated CV1 API that are about a billing agreement itself. */
import type { BillingAgreement } from '../amazon-pay/ledger-records';
import type { createMerchantOperations } from '../amazon-pay/merchant-operations';
import * as documents from './mws-documents';
import type { MwsOperation, MwsRequest, MwsResult } from './mws-operations';
import { constraintsOf, presentAgreement } from './widget-agreement';
import { buyerOf, type ServerRefusal, type World } from './world';

const STATE_OF_STATUS = {
  DRAFT: 'Draft',
  OPEN: 'Open',
  SUSPENDED: 'Suspended',
  CANCELED: 'Canceled',
  CLOSED: 'Closed',
} as const satisfies Record<BillingAgreement['status'], string>;

const REASON_OF_STATUS: Partial<Record<BillingAgreement['status'], string>> = {
  SUSPENDED: 'InvalidPaymentMethod',
  CANCELED: 'AmazonCanceled',
  CLOSED: 'SellerClosed',
};

const SELLER_ATTRIBUTES = 'BillingAgreementAttributes.SellerBillingAgreementAttributes';

type ActionName =
  | 'GetBillingAgreementDetails'
  | 'SetBillingAgreementDetails'
  | 'ConfirmBillingAgreement'
  | 'ValidateBillingAgreement'
  | 'CloseBillingAgreement';

/** Makes the five operations. `close`: the ledger's own. */
export function createAgreementOperations(
  world: World,
  close: ReturnType<typeof createMerchantOperations>['closeBillingAgreement'],
): Readonly<Record<ActionName, MwsOperation>> {
  const { ledger } = world;
  const write = (record: BillingAgreement): void => {
    ledger.books.commit([{ kind: 'billingAgreement', record }]);
  };
  const show = (agreement: BillingAgreement): MwsResult =>
    done(
      documents.agreementXml(agreement, {
        state: STATE_OF_STATUS[agreement.status],
        reasonCode: agreement.reasonCode ?? REASON_OF_STATUS[agreement.status],
        atMs: agreement.createdAtMs,
        leftYen: world.account().periodLimitYen - agreement.periodYen,
        constraintIds: constraintsOf(agreement),
      }),
    );
  /** Runs `work` on the agreement that the form names, when its status allows. */
  const onAgreement =
    (
      allowed: readonly BillingAgreement['status'][],
      work: (agreement: BillingAgreement, request: MwsRequest) => MwsResult,
    ): MwsOperation =>
    (request) => {
      const { form, environment } = request;
      const agreement = presentAgreement(world, form.get('AmazonBillingAgreementId') ?? '');
      if (agreement?.environment !== environment) return refuse(404, 'InvalidBillingAgreementId');
      return allowed.includes(agreement.status)
        ? work(agreement, request)
        : refuse(405, 'InvalidBillingAgreementStatus');
    };

  return {
    GetBillingAgreementDetails: onAgreement(['DRAFT', 'OPEN', 'SUSPENDED', 'CANCELED', 'CLOSED'], show),
    SetBillingAgreementDetails: onAgreement(['DRAFT', 'OPEN'], (agreement, { form }) => {
      const type = form.get('BillingAgreementAttributes.BillingAgreementType');
      const reference = form.get(`${SELLER_ATTRIBUTES}.SellerBillingAgreementId`);
      const changed: BillingAgreement = {
        ...agreement,
        billingAgreementType: type ?? agreement.billingAgreementType,
        merchantReferenceId: reference ?? agreement.merchantReferenceId,
      };
      write(changed);
      return show(changed);
    }),
    ConfirmBillingAgreement: onAgreement(['DRAFT', 'OPEN'], (agreement) => {
      const isHindered = agreement.widgets !== undefined && constraintsOf(agreement).length > 0;
      if (isHindered) return refuse(400, 'BillingAgreementConstraintsExist');
      write({ ...agreement, status: 'OPEN' });
      return done('');
    }),
    ValidateBillingAgreement: onAgreement(['OPEN'], ({ userId }) => {
      const isValid = buyerOf(world, userId).paymentMethod === 'valid';
      const [result, reason] = isValid ? ['Success', undefined] : ['Failure', 'InvalidPaymentMethod'];
      return done(
        documents.element('ValidationResult', result) + documents.element('FailureReasonCode', reason),
      );
    }),
    CloseBillingAgreement: onAgreement(['OPEN', 'SUSPENDED'], ({ billingAgreementId }) => {
      const result = close(billingAgreementId);
      return result.ok ? done('') : refuse(405, 'InvalidBillingAgreementStatus');
    }),
  };
}

function done(xml: string): MwsResult {
  return { ok: true, xml };
}

function refuse(status: number, code: string): ServerRefusal {
  return { ok: false, status, code };
}
