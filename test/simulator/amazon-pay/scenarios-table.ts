/**
 * Every answer of Setup and Charge that can be ordered by name: the rows a01–a51 and d01–d14 of the outcome
 * table, what the table lists beside the seeds, and the faults of the wire.
 */
import type { ConnectionName } from '../contract';
import { ERRORS, ONE_CLICK_MESSAGES, type ErrorCode } from './error-codes-table';
import type { ForcedAuthorization } from './forced-authorization';
import { refuse, type Refusal } from './refusal';
import type { Scenario, ScenarioEffect, ScenarioSource } from './scenario';

const seed000 = (ja: string, en: string): ScenarioSource => ({ document: '000', table: { ja, en } });
const SETUP_AMAZON = seed000('Setup APIエラー(Amazon Payが処理)', 'Setup API errors handled by Amazon Pay');
const SETUP_MERCHANT = seed000(
  'Setup APIエラー(販売事業者が処理)',
  'Setup API errors handled by the merchant',
);
const PERMISSION = seed000('アクセス権限エラー', 'Permission errors');
const CHARGE_AMAZON = seed000(
  'Charge APIエラー(Amazon Payが処理)',
  'Charge API errors handled by Amazon Pay',
);
const CHARGE_MERCHANT = seed000(
  'Charge APIエラー(販売事業者が処理)',
  'Charge API errors handled by the merchant',
);
const PIN = seed000('PINエラー', 'PIN errors');
const ONE_CLICK = seed000('Declineハンドリング(1-Click設定)', 'Decline handling (1-Click settings)');
const DECLINE = seed000('Declineハンドリング(応答)', 'Decline handling (responses)');
const AGREEMENT = seed000(
  'Billing Agreementの状態とエラーコード',
  'Billing Agreement states and error codes',
);
const STATES: ScenarioSource = {
  document: '003',
  table: { ja: 'オーソリ状態と理由コード', en: 'Authorization states and reason codes' },
};
const SHAPES: ScenarioSource = {
  document: 'alexa-amazon-pay',
  table: { ja: 'Connections.Responseの形', en: 'Shapes of the Connections.Response' },
};
const FAULTS: ScenarioSource = {
  document: 'money-safety',
  table: { ja: '音声決済の障害モデル', en: 'Failure model of a voice charge' },
};

/** One error in short form: row, table, code, description; `name` and `message` for variants of a code. */
interface ErrorLine {
  readonly rows: readonly string[];
  readonly source: ScenarioSource;
  readonly code: ErrorCode;
  readonly description: string;
  readonly name?: string;
  readonly message?: string;
}

function errorScenario(operation: ConnectionName, line: ErrorLine): Scenario {
  return {
    name: `${operation}/${line.name ?? line.code}`,
    operation,
    rows: line.rows,
    ...line.source,
    description: line.description,
    effect: {
      process: { as: 'refused', refusal: refuse(line.code, line.message ?? ERRORS[line.code].message) },
    },
  };
}

const SETUP_ERRORS: readonly ErrorLine[] = [
  {
    rows: ['a01'],
    source: SETUP_AMAZON,
    code: 'UnsupportedClientPlatform',
    description: 'The Echo is too old for payments.',
  },
  {
    rows: ['a02'],
    source: SETUP_AMAZON,
    code: 'InvalidShippingAddress',
    description: 'The delivery address in the account is not valid.',
  },
  {
    rows: ['a03'],
    source: SETUP_AMAZON,
    code: 'InvalidMerchantAccountStatus',
    description: 'The merchant account is suspended or not fully registered.',
  },
  {
    rows: ['a03'],
    source: SETUP_AMAZON,
    code: 'InvalidAccountStatus',
    description: 'The same error under the name of the Charge table.',
  },
  { rows: ['a04'], source: SETUP_AMAZON, code: 'RequestThrottled', description: 'Too many requests.' },
  { rows: ['a05'], source: SETUP_MERCHANT, code: 'InvalidSellerId', description: 'The seller ID is wrong.' },
  {
    rows: ['a06'],
    source: SETUP_MERCHANT,
    code: 'UnsupportedCurrency',
    description: 'The ledger currency is not supported.',
  },
  {
    rows: ['a07'],
    source: SETUP_MERCHANT,
    code: 'UnsupportedCountryOfEstablishment',
    description: 'The country is not the one chosen at registration.',
  },
  {
    rows: ['a08'],
    source: SETUP_MERCHANT,
    code: 'InvalidParameterValue',
    message: ERRORS.InvalidParameterValue.message.replace('%', 'checkoutLanguage'),
    description: 'A parameter has a value outside its limits.',
  },
  {
    rows: ['a09'],
    source: SETUP_MERCHANT,
    code: 'BuyerEqualsSeller',
    description: 'The buyer is the merchant itself.',
  },
  {
    rows: ['a10'],
    source: SETUP_MERCHANT,
    code: 'UnauthorizedAccess',
    description: 'The skill ID is not connected to the seller account.',
  },
  {
    rows: ['a11'],
    source: SETUP_MERCHANT,
    code: 'InvalidBillingAgreementType',
    description: 'The agreement type does not exist.',
  },
  {
    rows: ['a12'],
    source: SETUP_MERCHANT,
    code: 'InvalidSubscriptionAmount',
    description: 'The subscription amount or its currency is wrong.',
  },
  {
    rows: ['a13'],
    source: SETUP_MERCHANT,
    code: 'ReleaseEnvironmentNotAllowed',
    description: 'Sandbox request from a live skill.',
  },
  {
    rows: ['a14'],
    source: SETUP_MERCHANT,
    code: 'InvalidSandboxCustomerEmail',
    description: 'The sandbox e-mail belongs to no test account.',
  },
];

const CHARGE_ERRORS: readonly ErrorLine[] = [
  {
    rows: ['a22'],
    source: CHARGE_AMAZON,
    code: 'UnsupportedClientPlatform',
    description: 'The Echo is too old for payments.',
  },
  {
    rows: ['a23'],
    source: CHARGE_AMAZON,
    code: 'InvalidPaymentMethod',
    description: 'The payment method in the account is not valid.',
  },
  {
    rows: ['a24'],
    source: CHARGE_AMAZON,
    code: 'InvalidAccountStatus',
    description: 'The merchant account is suspended or not fully registered.',
  },
  {
    rows: ['a24'],
    source: CHARGE_AMAZON,
    code: 'InvalidMerchantAccountStatus',
    description: 'The same error under the name of the Setup table.',
  },
  {
    rows: ['a25'],
    source: CHARGE_AMAZON,
    code: 'RequestThrottled',
    description: 'Too many requests; this one was not processed.',
  },
  { rows: ['a26'], source: CHARGE_MERCHANT, code: 'InvalidSellerId', description: 'The seller ID is wrong.' },
  {
    rows: ['a27'],
    source: CHARGE_MERCHANT,
    code: 'InvalidParameterValue',
    message: ERRORS.InvalidParameterValue.message.replace(
      '%',
      'authorizeAttributes.authorizationReferenceId',
    ),
    description: 'A parameter has a value outside its limits.',
  },
  {
    rows: ['a28'],
    source: CHARGE_MERCHANT,
    code: 'UnauthorizedAccess',
    description: 'The skill ID is not connected to the seller account.',
  },
  {
    rows: ['a29'],
    source: CHARGE_MERCHANT,
    code: 'ReleaseEnvironmentNotAllowed',
    description: 'Sandbox agreement charged from a live skill.',
  },
  {
    rows: ['a30'],
    source: CHARGE_MERCHANT,
    code: 'InvalidBillingAgreementId',
    description: 'The agreement is unknown; Setup gives the current one.',
  },
  {
    rows: ['a31'],
    source: CHARGE_MERCHANT,
    code: 'InvalidBillingAgreementStatus',
    description: 'The agreement cannot be charged until the buyer updated the method.',
  },
  {
    rows: ['a32'],
    source: CHARGE_MERCHANT,
    code: 'InvalidPaymentAction',
    description: 'The payment action does not exist.',
  },
  {
    rows: ['a33'],
    source: CHARGE_MERCHANT,
    code: 'InvalidAuthorizationAmount',
    description: 'The amount or its currency is wrong.',
  },
  {
    rows: ['a34'],
    source: CHARGE_MERCHANT,
    code: 'PeriodicAmountExceeded',
    description: 'The agreement is used up for this period.',
  },
  {
    rows: ['a35'],
    source: CHARGE_MERCHANT,
    code: 'ProviderNotAuthorized',
    description: 'The solution provider may not take part.',
  },
  {
    rows: ['a36'],
    source: CHARGE_MERCHANT,
    code: 'DuplicateRequest',
    description: 'The reference id was processed with other parameters.',
  },
  {
    rows: [],
    source: SHAPES,
    code: 'InvalidSandboxSimulationSpecified',
    description: 'The simulation string is no combination that exists.',
  },
];

/** Errors of both operations: permission, PIN, 1-Click and the manifest. */
const SHARED_ERRORS: readonly ErrorLine[] = [
  {
    rows: ['a17'],
    source: PERMISSION,
    code: 'MissingPermissionsToAccessResource',
    description: 'Voice shopping and permission are off; Amazon Pay sends its own card.',
  },
  {
    rows: ['a18'],
    source: PERMISSION,
    code: 'FORBIDDEN',
    description: 'The skill does not declare the permission.',
  },
  {
    rows: ['a19'],
    source: PERMISSION,
    code: 'ACCESS_NOT_REQUESTED',
    description: 'The buyer was never asked for the permission.',
  },
  {
    rows: ['a20'],
    source: PERMISSION,
    code: 'ACCESS_DENIED',
    description: 'The buyer refused the permission.',
  },
  {
    rows: ['a39'],
    source: PIN,
    code: 'CustomerApprovalFailure',
    description: 'The buyer did not give the right voice code.',
  },
  {
    rows: ['a40'],
    source: PIN,
    code: 'VoicePurchaseNotEnabled',
    description: 'Voice shopping is switched off.',
  },
  {
    rows: ['a41'],
    source: ONE_CLICK,
    code: 'InvalidShippingAddress',
    name: 'InvalidShippingAddress.oneClick',
    message: ONE_CLICK_MESSAGES.address,
    description: '1-Click was never set up.',
  },
  {
    rows: ['a42'],
    source: ONE_CLICK,
    code: 'InvalidPaymentMethod',
    name: 'InvalidPaymentMethod.oneClick',
    message: ONE_CLICK_MESSAGES.method,
    description: 'The default 1-Click payment method must be updated.',
  },
  {
    rows: ['a43'],
    source: ONE_CLICK,
    code: 'InvalidPaymentMethod',
    name: 'InvalidPaymentMethod.billingAddress',
    message: ONE_CLICK_MESSAGES.billingAddress,
    description: 'The default payment method has no billing address.',
  },
  {
    rows: ['a44'],
    source: ONE_CLICK,
    code: 'InvalidPaymentMethod',
    name: 'InvalidPaymentMethod.notAllowed',
    message: ONE_CLICK_MESSAGES.notAllowed,
    description: 'The merchant does not take the default payment method.',
  },
  {
    rows: ['a45'],
    source: ONE_CLICK,
    code: 'UnsupportedCustomerAccount',
    description: 'The account has no e-mail address.',
  },
  {
    rows: [],
    source: SHAPES,
    code: 'MissingSkillManifestData',
    description: 'The manifest has no privacy policy URL.',
  },
];

const UNKNOWN_CODE: Refusal = {
  status: '400',
  code: 'SomethingNobodyDocumented',
  message: 'A rule was not met.',
};

/** The two server errors, before and after processing, once and twice in a row. */
function serverErrors(operation: ConnectionName): readonly Scenario[] {
  const codes = [
    { code: 'InternalServerError', rows: operation === 'Setup' ? ['a15'] : ['a37'] },
    { code: 'ServiceUnavailable', rows: operation === 'Setup' ? ['a16'] : ['a38'] },
  ] as const;
  const source = operation === 'Setup' ? SETUP_MERCHANT : CHARGE_MERCHANT;
  return codes.flatMap(({ code, rows }) => {
    const before: ScenarioEffect = { process: { as: 'refused', refusal: refuse(code) } };
    const after: ScenarioEffect = { process: { as: 'normal' }, answerLostIn: refuse(code) };
    const common = { operation, rows, ...source };
    return [
      {
        ...common,
        name: `${operation}/${code}`,
        description: 'Fails before anything is processed; a repetition is processed.',
        effect: before,
      },
      {
        ...common,
        name: `${operation}/${code}.twice`,
        description: 'Fails before processing, twice in a row.',
        effect: { ...before, times: 2 },
      },
      {
        ...common,
        name: `${operation}/${code}.after`,
        description: 'Processes the request, then loses the answer in the error.',
        effect: after,
      },
      {
        ...common,
        name: `${operation}/${code}.after.twice`,
        description: 'Processes the request and loses the answer, and the replayed answer too.',
        effect: { ...after, times: 2 },
      },
    ];
  });
}

/** An authorization in short form. */
interface AuthorizationLine {
  readonly name: string;
  readonly rows: readonly string[];
  readonly source: ScenarioSource;
  readonly forced: ForcedAuthorization;
  readonly description: string;
}

const hard = (reasonCode: string): ForcedAuthorization['books'] => ({
  as: 'declined',
  reasonCode,
  softDecline: false,
});
const soft = (reasonCode: string): ForcedAuthorization['books'] => ({
  as: 'declined',
  reasonCode,
  softDecline: true,
});
const closed = (reasonCode: string): ForcedAuthorization['books'] => ({ as: 'closed', reasonCode });
const CAPTURED: ForcedAuthorization['books'] = { as: 'captured' };

const AUTHORIZATIONS: readonly AuthorizationLine[] = [
  {
    name: 'Pending',
    rows: ['d01'],
    source: STATES,
    forced: { books: { as: 'pending', then: 'authorize' } },
    description: 'Pending; authorized (and captured) after 30 s.',
  },
  {
    name: 'Pending.thenDeclined',
    rows: ['d01'],
    source: STATES,
    forced: { books: { as: 'pending', then: 'decline', reasonCode: 'InvalidPaymentMethod' } },
    description: 'Pending; declined after 30 s.',
  },
  {
    name: 'Pending.thenTimedOut',
    rows: ['d01', 'd07'],
    source: STATES,
    forced: { books: { as: 'pending', then: 'decline', reasonCode: 'TransactionTimedOut' } },
    description: 'Pending; declined when the time-out is over (at least 1 minute).',
  },
  {
    name: 'Pending.StopShipmentAtypicalAuth',
    rows: [],
    source: SHAPES,
    forced: { books: { as: 'pending', then: 'authorize', reasonCode: 'StopShipmentAtypicalAuth' } },
    description: 'Pending with the order to hold the shipment.',
  },
  {
    name: 'Open',
    rows: ['d02'],
    source: STATES,
    forced: { books: { as: 'authorized' } },
    description: 'Authorized, nothing captured, whatever the payment action was.',
  },
  {
    name: 'Open.captured',
    rows: ['d02'],
    source: STATES,
    forced: { books: CAPTURED, says: { state: 'Open', reasonCode: null } },
    description: 'Says Open, but the whole amount is captured and named so.',
  },
  {
    name: 'Open.StopShipmentAtypicalAuth',
    rows: [],
    source: SHAPES,
    forced: { books: { as: 'authorized', reasonCode: 'StopShipmentAtypicalAuth' } },
    description: 'Authorized with the order to hold the shipment.',
  },
  {
    name: 'Declined.InvalidPaymentMethod.soft',
    rows: ['a46', 'd03'],
    source: DECLINE,
    forced: { books: soft('InvalidPaymentMethod') },
    description: 'Soft decline: another attempt may succeed.',
  },
  {
    name: 'Declined.InvalidPaymentMethod.hard',
    rows: ['a46', 'd04'],
    source: DECLINE,
    forced: { books: hard('InvalidPaymentMethod') },
    description: 'Hard decline: the buyer must update the method; the agreement is Suspended.',
  },
  {
    name: 'Declined.InvalidPaymentMethod',
    rows: ['a46', 'd04'],
    source: DECLINE,
    forced: { books: hard('InvalidPaymentMethod'), says: { details: { softDecline: null } } },
    description: 'Declined without softDecline in the answer: counts as hard.',
  },
  {
    name: 'Declined.TransactionTimedOut',
    rows: ['a47', 'd07'],
    source: DECLINE,
    forced: { books: hard('TransactionTimedOut') },
    description: 'Not decided in time.',
  },
  {
    name: 'Declined.AmazonRejected',
    rows: ['a48', 'd05'],
    source: DECLINE,
    forced: { books: hard('AmazonRejected') },
    description: 'Amazon refuses; the order reference closes, the agreement stays Open.',
  },
  {
    name: 'Declined.ProcessingFailure',
    rows: ['a49', 'd06'],
    source: DECLINE,
    forced: { books: hard('ProcessingFailure') },
    description: 'Internal failure of Amazon.',
  },
  {
    name: 'Closed.ExpireUnused',
    rows: ['d08'],
    source: STATES,
    forced: { books: closed('ExpireUnused') },
    description: 'Expired without a capture, as seed 003 spells it.',
  },
  {
    name: 'Closed.ExpiredUnused',
    rows: ['d08'],
    source: STATES,
    forced: { books: closed('ExpiredUnused') },
    description: 'Expired without a capture, as the simulation strings spell it.',
  },
  {
    name: 'Closed.MaxCapturesProcessed',
    rows: ['d09'],
    source: STATES,
    forced: { books: CAPTURED },
    description: 'Captured in full: the success of AuthorizeAndCapture.',
  },
  {
    name: 'Closed.MaxCapturesProcessed.upperCase',
    rows: ['d09'],
    source: STATES,
    forced: { books: CAPTURED, says: { state: 'CLOSED' } },
    description: 'Captured in full, the state word in capitals.',
  },
  {
    name: 'Closed.AmazonClosed',
    rows: ['d10'],
    source: STATES,
    forced: { books: closed('AmazonClosed') },
    description: 'Closed because of the merchant account.',
  },
  {
    name: 'Closed.OrderReferenceCanceled',
    rows: ['d11'],
    source: STATES,
    forced: { books: closed('OrderReferenceCanceled') },
    description: 'Closed with its order reference.',
  },
  {
    name: 'Closed.SellerClosed',
    rows: ['d12'],
    source: STATES,
    forced: { books: closed('SellerClosed') },
    description: 'Closed by the merchant.',
  },
  {
    name: 'Closed.InvalidPaymentMethod',
    rows: ['d13'],
    source: STATES,
    forced: { books: closed('InvalidPaymentMethod') },
    description: 'Closed after a decline by cancelling the order reference.',
  },
  {
    name: 'UnknownState',
    rows: ['d14'],
    source: STATES,
    forced: { books: hard('ProcessingFailure'), says: { state: 'Frozen', reasonCode: null } },
    description: 'A state nobody has seen; no money moved.',
  },
  {
    name: 'UnknownState.captured',
    rows: ['d14'],
    source: STATES,
    forced: { books: CAPTURED, says: { state: 'Frozen', reasonCode: null } },
    description: 'A state nobody has seen, although the amount was captured.',
  },
  {
    name: 'Completed',
    rows: ['d14'],
    source: STATES,
    forced: { books: CAPTURED, says: { state: 'Completed', reasonCode: null } },
    description: 'The state of captures, given for an authorization; the amount was captured.',
  },
  {
    name: 'Declined.UnknownReason',
    rows: ['d14'],
    source: STATES,
    forced: { books: hard('ProcessingFailure'), says: { reasonCode: 'SomethingNew' } },
    description: 'Declined for a reason nobody has seen.',
  },
  {
    name: 'Declined',
    rows: ['d14'],
    source: STATES,
    forced: { books: hard('ProcessingFailure'), says: { reasonCode: null } },
    description: 'Declined without a reason.',
  },
  {
    name: 'Closed.UnknownReason',
    rows: ['d14'],
    source: STATES,
    forced: { books: closed('AmazonClosed'), says: { reasonCode: 'SomethingNew' } },
    description: 'Closed for a reason nobody has seen; no money moved.',
  },
  {
    name: 'Closed',
    rows: ['d14'],
    source: STATES,
    forced: { books: closed('AmazonClosed'), says: { reasonCode: null } },
    description: 'Closed without a reason; no money moved.',
  },
  {
    name: 'Open.UnknownReason',
    rows: ['d14'],
    source: STATES,
    forced: { books: { as: 'authorized', reasonCode: 'SomethingNew' } },
    description: 'Open for a reason nobody has seen.',
  },
  {
    name: 'stateMissing',
    rows: ['d14'],
    source: STATES,
    forced: { books: CAPTURED, says: { state: null, reasonCode: null } },
    description: 'The status has no state; the amount was captured.',
  },
  {
    name: 'stateMissing.declined',
    rows: ['d14'],
    source: STATES,
    forced: { books: hard('ProcessingFailure'), says: { state: null, reasonCode: null } },
    description: 'The status has no state; no money moved.',
  },
  {
    name: 'amountHigher',
    rows: [],
    source: SHAPES,
    forced: { books: CAPTURED, yenDelta: 1 },
    description: 'Captures and names one yen more than was asked for.',
  },
  {
    name: 'amountLower',
    rows: [],
    source: SHAPES,
    forced: { books: CAPTURED, yenDelta: -1 },
    description: 'Captures and names one yen less than was asked for.',
  },
  {
    name: 'capturedAmountZero',
    rows: [],
    source: SHAPES,
    forced: { books: closed('MaxCapturesProcessed') },
    description: 'Says MaxCapturesProcessed with a captured amount of 0; nothing was captured.',
  },
  {
    name: 'capturedAmountMissing',
    rows: [],
    source: SHAPES,
    forced: { books: CAPTURED, says: { details: { capturedAmount: null } } },
    description: 'Captured, but the answer leaves capturedAmount out.',
  },
  {
    name: 'amountsMissing',
    rows: [],
    source: SHAPES,
    forced: { books: CAPTURED, says: { details: { capturedAmount: null, authorizationAmount: null } } },
    description: 'Captured, but the answer names no amount at all.',
  },
  {
    name: 'amountUnreadable',
    rows: [],
    source: SHAPES,
    forced: {
      books: CAPTURED,
      says: { details: { capturedAmount: { amount: 'much', currencyCode: 'JPY' } } },
    },
    description: 'Captured, but the captured amount is no number.',
  },
  {
    name: 'currencyDiffers',
    rows: [],
    source: SHAPES,
    forced: {
      books: CAPTURED,
      says: {
        details: {
          authorizationAmount: { amount: '39.80', currencyCode: 'USD' },
          capturedAmount: { amount: '39.80', currencyCode: 'USD' },
        },
      },
    },
    description: 'Captured in yen, but the answer speaks of dollars.',
  },
  {
    name: 'referenceDiffers',
    rows: [],
    source: SHAPES,
    forced: { books: CAPTURED, says: { details: { authorizationReferenceId: 'another-reference' } } },
    description: 'Captured, but the answer names another reference id.',
  },
  {
    name: 'referenceMissing',
    rows: [],
    source: SHAPES,
    forced: { books: CAPTURED, says: { details: { authorizationReferenceId: null } } },
    description: 'Captured, but the answer leaves the reference id out.',
  },
];

/** A scenario of the wire in short form; the directive itself is processed as usual. */
interface WireLine {
  readonly name: string;
  readonly description: string;
  readonly source: ScenarioSource;
  readonly rows?: readonly string[];
  readonly effect: ScenarioEffect;
}

const normal = (rest: Omit<ScenarioEffect, 'process'>): ScenarioEffect => ({
  process: { as: 'normal' },
  ...rest,
});

/** Spoilt, lost, doubled and late answers of both operations. */
function wireLines(operation: ConnectionName): readonly WireLine[] {
  const unknown = operation === 'Setup' ? ['a21'] : ['d14'];
  const code = refuse(operation === 'Setup' ? 'UnsupportedClientPlatform' : 'InvalidPaymentMethod');
  const codeRows = operation === 'Setup' ? ['a01'] : ['a23'];
  const refused = (rest: Omit<ScenarioEffect, 'process'>): ScenarioEffect => ({
    process: { as: 'refused', refusal: code },
    ...rest,
  });
  const fieldPaths =
    operation === 'Setup'
      ? ['payload.needAmazonShippingAddress']
      : ['payload.authorizeAttributes.transactionTimeout'];
  return [
    {
      name: 'UnknownCode',
      source: PERMISSION,
      rows: ['a21'],
      effect: { process: { as: 'refused', refusal: UNKNOWN_CODE } },
      description: 'An error code without a row.',
    },
    {
      name: 'UnknownCode.500',
      source: PERMISSION,
      rows: ['a21'],
      effect: { process: { as: 'refused', refusal: { ...UNKNOWN_CODE, status: '500' } } },
      description: 'An error code without a row, with status 500.',
    },
    {
      name: 'UnknownCode.after',
      source: PERMISSION,
      rows: ['a21'],
      effect: normal({ answerLostIn: UNKNOWN_CODE }),
      description: 'An error code without a row, although the request was processed.',
    },
    {
      name: 'ConnectionsValidationFailed',
      source: SHAPES,
      effect: { process: { as: 'validation', fieldPaths } },
      description: 'The Connections layer refuses with a sentence and without a payload.',
    },
    {
      name: '500.withoutCode',
      source: SHAPES,
      rows: operation === 'Setup' ? ['a15'] : ['a37'],
      effect: { process: { as: 'refused', refusal: refuse('InternalServerError') }, garble: 'codeNowhere' },
      description: 'Status 500 with no code anywhere; nothing was processed.',
    },
    {
      name: '400.withoutCode',
      source: SHAPES,
      rows: ['a21'],
      effect: refused({ garble: 'codeNowhere' }),
      description: 'Status 400 with no code anywhere; nothing was processed.',
    },
    {
      name: 'codeOnlyInMessage',
      source: SHAPES,
      rows: codeRows,
      effect: refused({ garble: 'codeOnlyInMessage' }),
      description: `${code.code} only in status.message, the payload is empty.`,
    },
    {
      name: 'codeOnlyInMessage.noPayload',
      source: SHAPES,
      rows: codeRows,
      effect: refused({ garble: 'codeOnlyInMessageNoPayload' }),
      description: `${code.code} only in status.message, no payload.`,
    },
    {
      name: 'codeOnlyInPayload',
      source: SHAPES,
      rows: codeRows,
      effect: refused({ garble: 'codeOnlyInPayload' }),
      description: `${code.code} only in payload.errorCode, a sentence in status.message.`,
    },
    {
      name: 'errorCodeNumber',
      source: SHAPES,
      rows: codeRows,
      effect: refused({ garble: 'statusCodeNumber' }),
      description: `${code.code} with status.code as a number.`,
    },
    {
      name: 'statusCodeNumber',
      source: SHAPES,
      effect: normal({ garble: 'statusCodeNumber' }),
      description: 'The true answer with status.code as a number.',
    },
    {
      name: 'statusMissing',
      source: SHAPES,
      rows: unknown,
      effect: normal({ garble: 'statusMissing' }),
      description: 'The true answer without status.',
    },
    {
      name: 'payloadMissing',
      source: SHAPES,
      rows: unknown,
      effect: normal({ garble: 'payloadMissing' }),
      description: 'Status 200 without a payload; the request was processed.',
    },
    {
      name: 'payloadNull',
      source: SHAPES,
      rows: unknown,
      effect: normal({ garble: 'payloadNull' }),
      description: 'Status 200 with a null payload; the request was processed.',
    },
    {
      name: 'payloadEmpty',
      source: SHAPES,
      rows: unknown,
      effect: normal({ garble: 'payloadEmpty' }),
      description: 'Status 200 with an empty payload; the request was processed.',
    },
    {
      name: 'payloadString',
      source: SHAPES,
      rows: unknown,
      effect: normal({ garble: 'payloadString' }),
      description: 'Status 200 with the payload as a text; the request was processed.',
    },
    {
      name: 'payloadArray',
      source: SHAPES,
      rows: unknown,
      effect: normal({ garble: 'payloadArray' }),
      description: 'Status 200 with the payload in an array; the request was processed.',
    },
    {
      name: 'nameOfOtherOperation',
      source: SHAPES,
      rows: unknown,
      effect: normal({ garble: 'nameOfOtherOperation' }),
      description: 'The true answer under the name of the other operation.',
    },
    {
      name: 'foreignToken',
      source: FAULTS,
      effect: normal({ garble: 'tokenForeign' }),
      description: 'The true answer with the token of another request.',
    },
    {
      name: 'forgedToken',
      source: FAULTS,
      effect: normal({ garble: 'tokenForged' }),
      description: 'The true answer with one character of the token changed.',
    },
    {
      name: 'missingToken',
      source: FAULTS,
      effect: normal({ garble: 'tokenMissing' }),
      description: 'The true answer without a token.',
    },
    {
      name: 'lost',
      source: FAULTS,
      effect: normal({ deliver: 'lost' }),
      description: 'Processed, but the answer never comes.',
    },
    {
      name: 'lost.twice',
      source: FAULTS,
      effect: normal({ deliver: 'lost', times: 2 }),
      description: 'Processed, but two answers in a row never come.',
    },
    {
      name: 'late',
      source: FAULTS,
      effect: normal({ deliver: 'late' }),
      description: 'The answer is held back.',
    },
    {
      name: 'duplicated',
      source: FAULTS,
      effect: normal({ deliver: 'twice' }),
      description: 'The answer comes twice.',
    },
    {
      name: 'duplicatedLate',
      source: FAULTS,
      effect: normal({ deliver: 'nowAndLate' }),
      description: 'The answer comes, and once more later.',
    },
  ];
}

const SETUP_ONLY: readonly WireLine[] = [
  {
    name: 'Open',
    source: AGREEMENT,
    rows: ['a50'],
    effect: { process: { as: 'agreement', forced: { status: 'OPEN', withDestination: true } } },
    description: 'The agreement is Open.',
  },
  {
    name: 'Suspended',
    source: AGREEMENT,
    rows: ['a51'],
    effect: { process: { as: 'agreement', forced: { status: 'SUSPENDED', withDestination: true } } },
    description: 'The agreement is Suspended; Charge is to be called all the same.',
  },
  {
    name: 'Suspended.withoutAddress',
    source: AGREEMENT,
    rows: ['a51'],
    effect: { process: { as: 'agreement', forced: { status: 'SUSPENDED', withDestination: false } } },
    description: 'The agreement is Suspended and the address is left out.',
  },
  {
    name: 'Open.withoutAddress',
    source: AGREEMENT,
    rows: ['a50'],
    effect: { process: { as: 'agreement', forced: { status: 'OPEN', withDestination: false } } },
    description: 'The agreement is Open, but the address is left out.',
  },
  {
    name: 'Closed',
    source: AGREEMENT,
    effect: { process: { as: 'agreement', forced: { status: 'CLOSED', withDestination: false } } },
    description: 'The agreement given is Closed; Charge will refuse it.',
  },
  {
    name: 'Canceled',
    source: AGREEMENT,
    effect: { process: { as: 'agreement', forced: { status: 'CANCELED', withDestination: false } } },
    description: 'The agreement given is Canceled; Charge will refuse it.',
  },
  {
    name: 'Draft',
    source: AGREEMENT,
    effect: { process: { as: 'agreement', forced: { status: 'DRAFT', withDestination: false } } },
    description: 'The agreement given is still a Draft; Charge will refuse it.',
  },
  {
    name: 'billingAgreementIdMissing',
    source: SHAPES,
    rows: ['a21'],
    effect: normal({ garble: 'agreementIdMissing' }),
    description: 'Status 200 without billingAgreementId.',
  },
  {
    name: 'billingAgreementDetailsMissing',
    source: SHAPES,
    rows: ['a21'],
    effect: normal({ garble: 'agreementDetailsMissing' }),
    description: 'Status 200 without billingAgreementDetails.',
  },
  {
    name: 'wrongReleaseEnvironment',
    source: SHAPES,
    effect: normal({ garble: 'otherEnvironment' }),
    description: 'Names the other environment (LIVE for SANDBOX and the reverse).',
  },
];

const CHARGE_ONLY: readonly WireLine[] = [
  {
    name: 'authorizationDetailsMissing',
    source: SHAPES,
    rows: ['d14'],
    effect: normal({ garble: 'authorizationDetailsMissing' }),
    description: 'Status 200 without authorizationDetails; the request was processed.',
  },
  {
    name: 'authorizationStatusMissing',
    source: SHAPES,
    rows: ['d14'],
    effect: normal({ garble: 'authorizationStatusMissing' }),
    description: 'Status 200 without authorizationStatus; the request was processed.',
  },
  {
    name: 'stateInWrongPlace',
    source: SHAPES,
    rows: ['d14'],
    effect: normal({ garble: 'stateInWrongPlace' }),
    description: 'State and reason directly in authorizationDetails, where nobody may read them.',
  },
];

function wireScenario(operation: ConnectionName, line: WireLine): Scenario {
  return {
    name: `${operation}/${line.name}`,
    operation,
    rows: line.rows ?? [],
    ...line.source,
    description: line.description,
    effect: line.effect,
  };
}

function authorizationScenario(line: AuthorizationLine): Scenario {
  return {
    name: `Charge/${line.name}`,
    operation: 'Charge',
    rows: line.rows,
    ...line.source,
    description: line.description,
    effect: { process: { as: 'authorization', forced: line.forced } },
  };
}

/** All scenarios: Setup first, then Charge, each in the order of the outcome table. */
export const SCENARIOS: readonly Scenario[] = [
  ...SETUP_ERRORS.map((line) => errorScenario('Setup', line)),
  ...serverErrors('Setup'),
  ...SHARED_ERRORS.map((line) => errorScenario('Setup', line)),
  ...SETUP_ONLY.map((line) => wireScenario('Setup', line)),
  ...wireLines('Setup').map((line) => wireScenario('Setup', line)),
  ...CHARGE_ERRORS.map((line) => errorScenario('Charge', line)),
  ...serverErrors('Charge'),
  ...SHARED_ERRORS.map((line) => errorScenario('Charge', line)),
  ...AUTHORIZATIONS.map(authorizationScenario),
  ...CHARGE_ONLY.map((line) => wireScenario('Charge', line)),
  ...wireLines('Charge').map((line) => wireScenario('Charge', line)),
];
