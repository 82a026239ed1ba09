/** Scenarios of the documented errors: rows a01–a45 of the outcome table. */
import type { ConnectionName } from '../contract';
import { ERRORS, ONE_CLICK_MESSAGES } from './error-codes-table';
import { refuse } from './refusal';
import type { Scenario, ScenarioEffect } from './scenario';
import { effectScenarios, errorScenarios, type EffectLine, type ErrorLine } from './scenario-lines';
import {
  CHARGE_AMAZON,
  CHARGE_MERCHANT,
  ONE_CLICK,
  PERMISSION,
  PIN,
  SETUP_AMAZON,
  SETUP_MERCHANT,
  SHAPES,
} from './scenario-sources-table';

const parameter = (path: string) => ({ message: ERRORS.InvalidParameterValue.message.replace('%', path) });

const SETUP_AMAZON_ERRORS: readonly ErrorLine[] = [
  ['a01', 'UnsupportedClientPlatform', 'The Echo is too old for payments.'],
  ['a02', 'InvalidShippingAddress', 'The delivery address in the account is not valid.'],
  ['a03', 'InvalidMerchantAccountStatus', 'The merchant account is suspended or not fully registered.'],
  ['a03', 'InvalidAccountStatus', 'The same error under the name of the Charge table.'],
  ['a04', 'RequestThrottled', 'Too many requests.'],
];

const SETUP_MERCHANT_ERRORS: readonly ErrorLine[] = [
  ['a05', 'InvalidSellerId', 'The seller ID is wrong.'],
  ['a06', 'UnsupportedCurrency', 'The ledger currency is not supported.'],
  ['a07', 'UnsupportedCountryOfEstablishment', 'The country is not the one chosen at registration.'],
  [
    'a08',
    'InvalidParameterValue',
    'A parameter has a value outside its limits.',
    parameter('checkoutLanguage'),
  ],
  ['a09', 'BuyerEqualsSeller', 'The buyer is the merchant itself.'],
  ['a10', 'UnauthorizedAccess', 'The skill ID is not connected to the seller account.'],
  ['a11', 'InvalidBillingAgreementType', 'The agreement type does not exist.'],
  ['a12', 'InvalidSubscriptionAmount', 'The subscription amount or its currency is wrong.'],
  ['a13', 'ReleaseEnvironmentNotAllowed', 'Sandbox request from a live skill.'],
  ['a14', 'InvalidSandboxCustomerEmail', 'The sandbox e-mail belongs to no test account.'],
];

const CHARGE_AMAZON_ERRORS: readonly ErrorLine[] = [
  ['a22', 'UnsupportedClientPlatform', 'The Echo is too old for payments.'],
  ['a23', 'InvalidPaymentMethod', 'The payment method in the account is not valid.'],
  ['a24', 'InvalidAccountStatus', 'The merchant account is suspended or not fully registered.'],
  ['a24', 'InvalidMerchantAccountStatus', 'The same error under the name of the Setup table.'],
  ['a25', 'RequestThrottled', 'Too many requests; this one was not processed.'],
];

const CHARGE_MERCHANT_ERRORS: readonly ErrorLine[] = [
  ['a26', 'InvalidSellerId', 'The seller ID is wrong.'],
  [
    'a27',
    'InvalidParameterValue',
    'A value outside its limits.',
    parameter('authorizeAttributes.softDescriptor'),
  ],
  ['a28', 'UnauthorizedAccess', 'The skill ID is not connected to the seller account.'],
  ['a29', 'ReleaseEnvironmentNotAllowed', 'Sandbox agreement charged from a live skill.'],
  ['a30', 'InvalidBillingAgreementId', 'The agreement is unknown; Setup gives the current one.'],
  ['a31', 'InvalidBillingAgreementStatus', 'Not to be charged until the buyer updated the payment method.'],
  ['a32', 'InvalidPaymentAction', 'The payment action does not exist.'],
  ['a33', 'InvalidAuthorizationAmount', 'The amount or its currency is wrong.'],
  ['a34', 'PeriodicAmountExceeded', 'The agreement is used up for this period.'],
  ['a35', 'ProviderNotAuthorized', 'The solution provider may not take part.'],
  ['a36', 'DuplicateRequest', 'The reference id was processed with other parameters.'],
];

const PERMISSION_ERRORS: readonly ErrorLine[] = [
  [
    'a17',
    'MissingPermissionsToAccessResource',
    'Voice shopping and permission are off; Amazon Pay sends a card.',
  ],
  ['a18', 'FORBIDDEN', 'The skill does not declare the permission.'],
  ['a19', 'ACCESS_NOT_REQUESTED', 'The buyer was never asked for the permission.'],
  ['a20', 'ACCESS_DENIED', 'The buyer refused the permission.'],
];

const PIN_ERRORS: readonly ErrorLine[] = [
  ['a39', 'CustomerApprovalFailure', 'The buyer did not give the right voice code.'],
  ['a40', 'VoicePurchaseNotEnabled', 'Voice shopping is switched off.'],
];

const oneClick = (
  code: 'InvalidShippingAddress' | 'InvalidPaymentMethod',
  which: keyof typeof ONE_CLICK_MESSAGES,
) => ({
  name: `${code}.${which === 'address' || which === 'method' ? 'oneClick' : which}`,
  message: ONE_CLICK_MESSAGES[which],
});

const ONE_CLICK_ERRORS: readonly ErrorLine[] = [
  [
    'a41',
    'InvalidShippingAddress',
    '1-Click was never set up.',
    oneClick('InvalidShippingAddress', 'address'),
  ],
  [
    'a42',
    'InvalidPaymentMethod',
    'The default method is outdated.',
    oneClick('InvalidPaymentMethod', 'method'),
  ],
  ['a43', 'InvalidPaymentMethod', 'No billing address.', oneClick('InvalidPaymentMethod', 'billingAddress')],
  ['a44', 'InvalidPaymentMethod', 'A method not taken here.', oneClick('InvalidPaymentMethod', 'notAllowed')],
  ['a45', 'UnsupportedCustomerAccount', 'The account has no e-mail address.'],
];

/** Beside the seeds. */
const OTHER_ERRORS: readonly ErrorLine[] = [
  ['', 'MissingSkillManifestData', 'The manifest has no privacy policy URL.'],
];
const OTHER_CHARGE_ERRORS: readonly ErrorLine[] = [
  ['', 'InvalidSandboxSimulationSpecified', 'The simulation string is no combination that exists.'],
];

/** The two server errors, before and after processing, once and twice in a row. */
function serverErrors(
  code: 'InternalServerError' | 'ServiceUnavailable',
  row: string,
): readonly EffectLine[] {
  const before: ScenarioEffect = { process: { as: 'refused', refusal: refuse(code) } };
  const after: ScenarioEffect = { process: { as: 'normal' }, answerLostIn: refuse(code) };
  return [
    [code, row, before, 'Fails before anything is processed; a repetition is processed.'],
    [`${code}.twice`, row, { ...before, times: 2 }, 'Fails before processing, twice in a row.'],
    [`${code}.after`, row, after, 'Processes the request, then loses the answer in the error.'],
    [
      `${code}.after.twice`,
      row,
      { ...after, times: 2 },
      'Processes, then loses the answer and its replay too.',
    ],
  ];
}

function sharedErrors(operation: ConnectionName): readonly Scenario[] {
  return [
    ...errorScenarios(operation, PERMISSION, PERMISSION_ERRORS),
    ...errorScenarios(operation, PIN, PIN_ERRORS),
    ...errorScenarios(operation, ONE_CLICK, ONE_CLICK_ERRORS),
    ...errorScenarios(operation, SHAPES, OTHER_ERRORS),
  ];
}

/** Errors of Setup. */
export const SETUP_ERROR_SCENARIOS: readonly Scenario[] = [
  ...errorScenarios('Setup', SETUP_AMAZON, SETUP_AMAZON_ERRORS),
  ...errorScenarios('Setup', SETUP_MERCHANT, SETUP_MERCHANT_ERRORS),
  ...effectScenarios('Setup', SETUP_MERCHANT, serverErrors('InternalServerError', 'a15')),
  ...effectScenarios('Setup', SETUP_MERCHANT, serverErrors('ServiceUnavailable', 'a16')),
  ...sharedErrors('Setup'),
];

/** Errors of Charge. */
export const CHARGE_ERROR_SCENARIOS: readonly Scenario[] = [
  ...errorScenarios('Charge', CHARGE_AMAZON, CHARGE_AMAZON_ERRORS),
  ...errorScenarios('Charge', CHARGE_MERCHANT, CHARGE_MERCHANT_ERRORS),
  ...effectScenarios('Charge', CHARGE_MERCHANT, serverErrors('InternalServerError', 'a37')),
  ...effectScenarios('Charge', CHARGE_MERCHANT, serverErrors('ServiceUnavailable', 'a38')),
  ...sharedErrors('Charge'),
  ...errorScenarios('Charge', SHAPES, OTHER_CHARGE_ERRORS),
];
