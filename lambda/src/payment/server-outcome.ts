import { AUTHORIZATION_MACHINE, DECLINED_ROWS } from './authorization-machine-table';
import { FAULT_ROWS } from './codes/server-fault-rows';
import { FINALIZE_ROWS } from './codes/server-finalize-rows';
import { type ReadAmount } from './money';
import { type Machine, machineRow, type SeenState } from './object-machine';
import { CAPTURE_MACHINE } from './object-machine-table';
import { CHARGE_MACHINE } from './object-machine-cv2-table';
import { type ServerOutcome, type ServerRow } from './server-row';

/** What was asked for. `amountYen`: whole yen, 1 or more. `reference`: our own reference, where the object has one. */
export interface ExpectedPayment {
  readonly amountYen: number;
  readonly capture: boolean;
  readonly reference?: string | undefined;
}

/** State, amounts and reference of a charge, authorization or capture, as they were read. */
export interface PaymentFacts extends SeenState {
  readonly amount: ReadAmount;
  readonly capturedAmount: ReadAmount;
  readonly softDecline?: boolean | undefined;
  readonly reference?: string | undefined;
}

/**
 * Decides what a CV2 charge means: paid is Captured with the whole amount.
 * @see amazon-pay-server-apis.md, section 6; money-safety.md, section 2
 */
export function chargeOutcome(facts: PaymentFacts, expected: ExpectedPayment): ServerOutcome {
  return judge(machineRow(CHARGE_MACHINE, facts), facts, expected);
}

/**
 * Decides what a CV1 authorization means: paid is Closed / MaxCapturesProcessed with the whole amount.
 * @see outcome-table.md, rows d01-d14
 */
export function serverAuthorizationOutcome(facts: PaymentFacts, expected: ExpectedPayment): ServerOutcome {
  return judge(authorizationRow(AUTHORIZATION_MACHINE, facts), facts, expected);
}

/** Decides what a CV1 capture means: paid is Completed with the whole amount. */
export function captureOutcome(
  facts: Pick<PaymentFacts, 'state' | 'reasonCode' | 'amount' | 'reference'>,
  expected: ExpectedPayment,
): ServerOutcome {
  const row = machineRow(CAPTURE_MACHINE, facts);
  const capturedAmount: ReadAmount = row?.effect === 'paid' ? facts.amount : { kind: 'absent' };
  return judge(row, { ...facts, capturedAmount }, expected);
}

/**
 * Decides what a finalized session means. Even AuthorizeWithCapture is `pending` here: only a read of the charge that
 * says Captured is paid.
 * @see outcome-table.md, rows c01-c04; amazon-pay-server-apis.md, section 13 (rule 5)
 */
export function finalizeOutcome(answer: {
  readonly httpStatus: number;
  readonly state: string | undefined;
  readonly chargeId: string | undefined;
  readonly paymentIntent: keyof typeof FINALIZE_ROWS.completed;
}): ServerOutcome {
  if (answer.httpStatus === 202) return { row: FINALIZE_ROWS.pending, effect: 'pending', reason: 'accepted' };
  const row = FINALIZE_ROWS.completed[answer.paymentIntent];
  if (answer.state?.toLowerCase() !== 'completed') return unknown('stateNotCompleted');
  if (answer.paymentIntent === 'Confirm') return { row, effect: row.effect, reason: 'completed' };
  if (answer.chargeId === undefined) return unknown('noChargeId');
  const isSale = answer.paymentIntent === 'AuthorizeWithCapture';
  return { row, effect: isSale ? 'pending' : row.effect, reason: isSale ? 'readChargeFirst' : 'completed' };
}

/** Only `true` is soft: an absent flag must not invite another attempt. */
function authorizationRow(machine: Machine, facts: PaymentFacts): ServerRow | undefined {
  const row = machineRow(machine, facts);
  return row === DECLINED_ROWS.hard && facts.softDecline === true ? DECLINED_ROWS.soft : row;
}

function judge(row: ServerRow | undefined, facts: PaymentFacts, expected: ExpectedPayment): ServerOutcome {
  const contradiction = findContradiction(row, facts, expected);
  if (contradiction !== undefined) {
    return { row: FAULT_ROWS.answerDiffers, effect: 'human', reason: contradiction };
  }
  if (row === undefined) return unknown('noRowForState');
  const hasAmount = facts.amount.kind === 'yen' || facts.capturedAmount.kind === 'yen';
  if (row.effect === 'paid' && !hasAmount) return unknown('paidWithoutAnAmount');
  return { row, effect: row.effect, reason: 'stateAndReason' };
}

function unknown(reason: string): ServerOutcome {
  return { row: { ...FAULT_ROWS.unknownCode, row: 'd14' }, effect: 'hold', reason };
}

function findContradiction(
  row: ServerRow | undefined,
  facts: PaymentFacts,
  { amountYen, capture, reference }: ExpectedPayment,
): string | undefined {
  if (facts.reference !== undefined && reference !== undefined && facts.reference !== reference)
    return 'referenceDiffers';
  if (differs(facts.amount, amountYen)) return 'amountDiffers';
  if (row?.effect === 'paid') {
    if (differs(facts.capturedAmount, amountYen)) return 'capturedAmountDiffers';
    return capture ? undefined : 'capturedWithoutAnOrder';
  }
  return differs(facts.capturedAmount, 0) ? 'capturedWithoutASale' : undefined;
}

function differs(amount: ReadAmount, expectedYen: number): boolean {
  return amount.kind !== 'absent' && !(amount.kind === 'yen' && amount.amountYen === expectedYen);
}
