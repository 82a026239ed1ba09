/** Scenarios of the wire: agreement states, unknown codes, spoilt shapes, lost, doubled and late answers. */
import type { ConnectionName } from '../contract';
import type { BillingAgreement } from './ledger-records';
import type { Garble } from './garble';
import { refuse, type Refusal } from './refusal';
import type { Scenario, ScenarioEffect } from './scenario';
import { effectScenarios, type EffectLine } from './scenario-lines';
import { AGREEMENT, FAULTS, PERMISSION, SHAPES } from './scenario-sources-table';

const UNKNOWN_CODE: Refusal = {
  status: '400',
  code: 'SomethingNobodyDocumented',
  message: 'A rule was not met.',
};

const agreement = (status: BillingAgreement['status'], withDestination: boolean): ScenarioEffect => ({
  process: { as: 'agreement', forced: { status, withDestination } },
});
const spoilt = (garble: Garble): ScenarioEffect => ({ process: { as: 'normal' }, garble });
const delivered = (deliver: NonNullable<ScenarioEffect['deliver']>): ScenarioEffect => ({
  process: { as: 'normal' },
  deliver,
});
const refused = (refusal: Refusal): ScenarioEffect => ({ process: { as: 'refused', refusal } });

const AGREEMENT_STATES: readonly EffectLine[] = [
  ['Open', 'a50', agreement('OPEN', true), 'The agreement is Open.'],
  ['Open.withoutAddress', 'a50', agreement('OPEN', false), 'Open, but the address is left out.'],
  ['Suspended', 'a51', agreement('SUSPENDED', true), 'Suspended; Charge is to be called all the same.'],
  [
    'Suspended.withoutAddress',
    'a51',
    agreement('SUSPENDED', false),
    'Suspended, and the address is left out.',
  ],
  ['Closed', '', agreement('CLOSED', false), 'The agreement given is Closed; Charge will refuse it.'],
  ['Canceled', '', agreement('CANCELED', false), 'The agreement given is Canceled; Charge will refuse it.'],
  ['Draft', '', agreement('DRAFT', false), 'The agreement given is still a Draft; Charge will refuse it.'],
];

const UNKNOWN_CODES: readonly EffectLine[] = [
  ['UnknownCode', 'a21', refused(UNKNOWN_CODE), 'An error code without a row; nothing was processed.'],
  ['UnknownCode.500', 'a21', refused({ ...UNKNOWN_CODE, status: '500' }), 'The same with status 500.'],
  [
    'UnknownCode.after',
    'a21',
    { process: { as: 'normal' }, answerLostIn: UNKNOWN_CODE },
    'An error code without a row, although the request was processed.',
  ],
];

/** Rows and words that differ between the operations. */
const PER_OPERATION = {
  Setup: {
    unknown: 'a21',
    code: 'UnsupportedClientPlatform',
    codeRow: 'a01',
    serverErrorRow: 'a15',
    wrongField: 'payload.needAmazonShippingAddress',
  },
  Charge: {
    unknown: 'd14',
    code: 'InvalidPaymentMethod',
    codeRow: 'a23',
    serverErrorRow: 'a37',
    wrongField: 'payload.authorizeAttributes.transactionTimeout',
  },
} as const;

/** Shapes of an answer that are not the ordinary one; where nothing else is said, the request was processed. */
function shapes(operation: ConnectionName): readonly EffectLine[] {
  const { unknown, code, codeRow, serverErrorRow, wrongField } = PER_OPERATION[operation];
  const refusal = refused(refuse(code));
  const serverError = refused(refuse('InternalServerError'));
  return [
    [
      'ConnectionsValidationFailed',
      '',
      { process: { as: 'validation', fieldPaths: [wrongField] } },
      'The Connections layer refuses with a sentence and without a payload.',
    ],
    [
      '500.withoutCode',
      serverErrorRow,
      { ...serverError, garble: 'codeNowhere' },
      '500, no code; nothing processed.',
    ],
    [
      '400.withoutCode',
      'a21',
      { ...refusal, garble: 'codeNowhere' },
      '400, no code anywhere; nothing processed.',
    ],
    [
      'codeOnlyInMessage',
      codeRow,
      { ...refusal, garble: 'codeOnlyInMessage' },
      'Empty payload beside the code.',
    ],
    [
      'codeOnlyInMessage.noPayload',
      codeRow,
      { ...refusal, garble: 'codeOnlyInMessageNoPayload' },
      'The code in status.message, no payload.',
    ],
    [
      'codeOnlyInPayload',
      codeRow,
      { ...refusal, garble: 'codeOnlyInPayload' },
      'A sentence in status.message.',
    ],
    [
      'errorCodeNumber',
      codeRow,
      { ...refusal, garble: 'statusCodeNumber' },
      'An error, status.code a number.',
    ],
    ['statusCodeNumber', '', spoilt('statusCodeNumber'), 'The true answer, status.code a number.'],
    ['statusMissing', unknown, spoilt('statusMissing'), 'The true answer without status.'],
    ['payloadMissing', unknown, spoilt('payloadMissing'), 'Status 200 without a payload.'],
    ['payloadNull', unknown, spoilt('payloadNull'), 'Status 200 with a null payload.'],
    ['payloadEmpty', unknown, spoilt('payloadEmpty'), 'Status 200 with an empty payload.'],
    ['payloadString', unknown, spoilt('payloadString'), 'Status 200 with the payload as a text.'],
    ['payloadArray', unknown, spoilt('payloadArray'), 'Status 200 with the payload in an array.'],
    ['nameOfOtherOperation', unknown, spoilt('nameOfOtherOperation'), 'The name of the other operation.'],
  ];
}

const SETUP_SHAPES: readonly EffectLine[] = [
  [
    'billingAgreementIdMissing',
    'a21',
    spoilt('agreementIdMissing'),
    'Status 200 without billingAgreementId.',
  ],
  [
    'billingAgreementDetailsMissing',
    'a21',
    spoilt('agreementDetailsMissing'),
    '200 without billingAgreementDetails.',
  ],
  ['wrongReleaseEnvironment', '', spoilt('otherEnvironment'), 'LIVE for SANDBOX, and the reverse.'],
];

const CHARGE_SHAPES: readonly EffectLine[] = [
  [
    'authorizationDetailsMissing',
    'd14',
    spoilt('authorizationDetailsMissing'),
    '200 without authorizationDetails.',
  ],
  [
    'authorizationStatusMissing',
    'd14',
    spoilt('authorizationStatusMissing'),
    '200 without authorizationStatus.',
  ],
  ['stateInWrongPlace', 'd14', spoilt('stateInWrongPlace'), 'State directly in authorizationDetails.'],
];

const DELIVERIES: readonly EffectLine[] = [
  ['lost', '', delivered('lost'), 'Processed, but the answer never comes.'],
  ['lost.twice', '', { ...delivered('lost'), times: 2 }, 'Two answers in a row never come.'],
  ['late', '', delivered('late'), 'The answer is held back.'],
  ['duplicated', '', delivered('twice'), 'The answer comes twice.'],
  ['duplicatedLate', '', delivered('nowAndLate'), 'The answer comes, and once more later.'],
  ['foreignToken', '', spoilt('tokenForeign'), 'The true answer with the token of another request.'],
  ['forgedToken', '', spoilt('tokenForged'), 'The true answer with one character of the token changed.'],
  ['missingToken', '', spoilt('tokenMissing'), 'The true answer without a token.'],
];

function sharedWire(operation: ConnectionName): readonly Scenario[] {
  return [
    ...effectScenarios(operation, PERMISSION, UNKNOWN_CODES),
    ...effectScenarios(operation, SHAPES, shapes(operation)),
    ...effectScenarios(operation, SHAPES, operation === 'Setup' ? SETUP_SHAPES : CHARGE_SHAPES),
    ...effectScenarios(operation, FAULTS, DELIVERIES),
  ];
}

/** States of the agreement and faults of Setup answers. */
export const SETUP_WIRE_SCENARIOS: readonly Scenario[] = [
  ...effectScenarios('Setup', AGREEMENT, AGREEMENT_STATES),
  ...sharedWire('Setup'),
];

/** Faults of Charge answers. */
export const CHARGE_WIRE_SCENARIOS: readonly Scenario[] = sharedWire('Charge');
