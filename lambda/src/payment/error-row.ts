import { type CodeRow, type Operation, rowOf } from './code-row';
import { ACCESS_CODES } from './codes/access-codes';
import { ONE_CLICK_ROWS, PIN_CODES } from './codes/buyer-setting-codes';
import { CHARGE_CODES } from './codes/charge-codes';
import { OTHER_ROWS } from './codes/other-rows';
import { SETUP_CODES } from './codes/setup-codes';
import { type ConnectionsResponse } from './parse-connections-response';

/** An error answer as the rules look at it. */
export interface ErrorAnswer {
  readonly operation: Operation;
  readonly statusCode: string | undefined;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
}

/**
 * Chooses the row of an answer whose status is not 200: the operation's own table, then access, PIN and 1-Click,
 * then the row of an unknown code. A 500 without any code counts as InternalServerError.
 * @see outcome-table.md, section 6 (rules 1, 2, 5, 6, 7); alexa-amazon-pay.md, sections 4.3 and 5
 */
export function errorRow(answer: ErrorAnswer): CodeRow {
  const code = canonicalCode(answer);
  return (
    oneClickRow(code, answer) ??
    rowOf(OPERATION_CODES[answer.operation], code) ??
    rowOf(ACCESS_CODES, code) ??
    rowOf(PIN_CODES, code) ??
    rowOf(LATE_CODES, code) ??
    unknownRow(answer)
  );
}

const OPERATION_CODES = { Setup: SETUP_CODES, Charge: CHARGE_CODES } as const satisfies Record<
  Operation,
  Record<string, CodeRow>
>;

/** Tables that come last: 1-Click codes the operation's own table does not have, and codes outside the seeds. */
const LATE_CODES = {
  InvalidShippingAddress: ONE_CLICK_ROWS.shippingAddress,
  InvalidPaymentMethod: ONE_CLICK_ROWS.paymentMethod,
  UnsupportedCustomerAccount: ONE_CLICK_ROWS.customerAccount,
  MissingSkillManifestData: OTHER_ROWS.missingSkillManifestData,
} as const satisfies Record<string, CodeRow>;

/** The account error has two names; both are taken on both operations. @see outcome-table.md, conflict 3 */
const ACCOUNT_CODE = { Setup: 'InvalidMerchantAccountStatus', Charge: 'InvalidAccountStatus' } as const;
const ACCOUNT_CODES: readonly string[] = Object.values(ACCOUNT_CODE);

/** Words that make InvalidPaymentMethod a 1-Click error, in the order they are looked for. @see outcome-table.md, rule 2 */
const ONE_CLICK_WORDS = [
  { row: ONE_CLICK_ROWS.billingAddress, words: ['billing address', '請求先住所'] },
  {
    row: ONE_CLICK_ROWS.methodNotAllowed,
    words: ['not allowed', 'not accepted', 'not supported by', '利用できません'],
  },
  {
    row: ONE_CLICK_ROWS.paymentMethod,
    words: ['1-click', '1click', 'one-click', 'oneclick', 'default', '既定'],
  },
] as const;

function canonicalCode({ errorCode, operation, statusCode }: ErrorAnswer): string | undefined {
  if (errorCode === undefined) return statusCode === '500' ? 'InternalServerError' : undefined;
  return ACCOUNT_CODES.includes(errorCode) ? ACCOUNT_CODE[operation] : errorCode;
}

function oneClickRow(code: string | undefined, { errorMessage }: ErrorAnswer): CodeRow | undefined {
  const message = errorMessage?.toLowerCase() ?? '';
  const speaksOf = (words: readonly string[]): boolean => words.some((word) => message.includes(word));
  if (code === 'InvalidPaymentMethod') return ONE_CLICK_WORDS.find(({ words }) => speaksOf(words))?.row;
  const isOneClickAddress = code === 'InvalidShippingAddress' && speaksOf(ONE_CLICK_WORDS[2].words);
  return isOneClickAddress ? ONE_CLICK_ROWS.shippingAddress : undefined;
}

function unknownRow({ operation, statusCode, errorCode, errorMessage }: ErrorAnswer): CodeRow {
  const refusedByConnections =
    statusCode === '400' &&
    errorCode === undefined &&
    errorMessage?.startsWith('Connections validation failed');
  if (refusedByConnections === true) return OTHER_ROWS.connectionsValidation;
  return operation === 'Setup' ? OTHER_ROWS.unknownSetupCode : OTHER_ROWS.unknownChargeCode;
}

/**
 * The field names an InvalidParameterValue or a Connections validation sentence speaks of, for the merchant's alert.
 * Only names are taken, never the values beside them; at most ten.
 * @see outcome-table.md, rows a08 and a27; alexa-amazon-pay.md, section 4.3
 */
export function namedParameters(response: Pick<ConnectionsResponse, 'errorMessage'>): readonly string[] {
  const names = response.errorMessage?.match(FIELD_PATH) ?? [];
  return [...new Set(names)].slice(0, 10);
}

/** Field names of the two payloads and paths that lead to them. */
const FIELD_PATH =
  /(?:payload\.[A-Za-z.]{0,100}(?:@type|@version)?|\b(?:sellerId|countryOfEstablishment|ledgerCurrency|checkoutLanguage|needAmazonShippingAddress|sandboxMode|sandboxCustomerEmailId|sellerNote|sellerBillingAgreementId|storeName|customInformation|billingAgreementType|subscriptionAmount|billingAgreementId|paymentAction|authorizationReferenceId|authorizationAmount|transactionTimeout|sellerAuthorizationNote|softDescriptor|sellerOrderId|platformId|amount|currencyCode)\b)/g;
