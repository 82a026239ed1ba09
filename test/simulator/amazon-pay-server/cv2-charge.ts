/** Creates a charge on a permission: Create Charge, and the end of Finalize Checkout Session. */
import type { Authorization, BillingAgreement, ReleaseEnvironment } from '../amazon-pay/ledger-records';
import { authorize } from './authorize';
import { CAPTURE_INITIATED_NOTE, chargeState } from './cv2-objects';
import type { ServerRefusal, World } from './world';

/** What is asked for; `simulationCode` acts in the sandbox only. */
export interface ChargeAsk {
  readonly environment: ReleaseEnvironment;
  readonly permissionId: string;
  readonly reference: string;
  readonly amountYen: number;
  readonly captureNow: boolean;
  readonly canHandlePending: boolean;
  readonly simulationCode?: string | undefined;
}

/** Charged, or refused; a synchronous decline is a refusal with the decline's own code. */
export type ChargeResult = { readonly ok: true; readonly authorization: Authorization } | ServerRefusal;

const DECLINED = {
  SoftDeclined: note({ State: 'Declined', ReasonCode: 'InvalidPaymentMethod', SoftDecline: 'true' }),
  HardDeclined: note({ State: 'Declined', ReasonCode: 'InvalidPaymentMethod', SoftDecline: 'false' }),
  AmazonRejected: note({ State: 'Declined', ReasonCode: 'AmazonRejected' }),
  TransactionTimedOut: note({ State: 'Declined', ReasonCode: 'TransactionTimedOut' }),
  CaptureInitiated: CAPTURE_INITIATED_NOTE,
  AuthorizationInitiated: undefined,
} as const satisfies Record<string, string | undefined>;
/** Codes after which the charge is first undecided. */
const SLOW = ['CaptureInitiated', 'AuthorizationInitiated'];
const MAX_CHARGES = 25;

/** Carries out one charge and writes it to the books. */
export function charge(world: World, ask: ChargeAsk): ChargeResult {
  const code = ask.environment === 'SANDBOX' ? ask.simulationCode : undefined;
  if (code !== undefined && !Object.hasOwn(DECLINED, code)) {
    return refuse(400, 'InvalidSandboxSimulationSpecified');
  }
  if (chargesOf(world, ask.permissionId).length >= MAX_CHARGES)
    return refuse(422, 'TransactionCountExceeded');
  const isSlow = ask.canHandlePending || SLOW.includes(code ?? '');
  const result = authorize(world, {
    environment: ask.environment,
    agreementId: ask.permissionId,
    orderReferenceId: ask.permissionId,
    reference: ask.reference,
    amountYen: ask.amountYen,
    captureNow: ask.captureNow,
    timeoutMinutes: isSlow ? 1440 : 0,
    note: Object.entries(DECLINED).find(([name]) => name === code)?.[1],
  });
  if (!result.ok) {
    if (result.why === 'unknownAgreement') return refuse(404, 'ResourceNotFound');
    if (result.why === 'periodExceeded') return refuse(400, 'TransactionAmountExceeded');
    return refuse(422, 'InvalidChargePermissionStatus');
  }
  const { state, reasonCode } = chargeState(result.authorization);
  if (state !== 'Declined' || reasonCode === null) return { ok: true, authorization: result.authorization };
  if (reasonCode === 'AmazonRejected') cancelPermission(world, ask.permissionId);
  return refuse(422, reasonCode);
}

/** Charges of a permission that are neither declined nor cancelled. */
export function chargesOf({ ledger }: World, permissionId: string): readonly Authorization[] {
  return [...ledger.authorizations.values()].filter(
    (one) => one.billingAgreementId === permissionId && one.state !== 'Declined',
  );
}

/** AmazonRejected cancels the permission too. */
function cancelPermission({ ledger }: World, permissionId: string): void {
  const permission = ledger.billingAgreements.get(permissionId);
  if (permission === undefined) return;
  const record: BillingAgreement = { ...permission, status: 'CANCELED' };
  ledger.books.commit([{ kind: 'billingAgreement', record }]);
}

function note(simulation: Readonly<Record<string, string>>): string {
  return JSON.stringify({ SandboxSimulation: simulation });
}

function refuse(status: number, code: string): ServerRefusal {
  return { ok: false, status, code };
}
