/** The way of a directive into Amazon Pay: draws what goes wrong there, lets it happen, and shows it to the judge. */
import type { AmazonPay } from '../amazon-pay/amazon-pay';
import { findScenario } from '../amazon-pay/scenario';
import type { ConnectionAnswer, ConsentState } from '../contract';
import * as z from 'zod';
import type { ArrivingCharge } from './judge-charges';
import type { Household, SentDirective } from './household';
import { CHARGE_FAULTS, type ChargeFault } from './pay-faults-table';
import type { StoreWorld } from './faulty-store';

/** What the line needs of its world. */
export interface PayWorld extends StoreWorld {
  readonly amazonPay: AmazonPay;
  readonly isProcessed: (authorizationReferenceId: string) => boolean;
  readonly chargeArrives: (charge: ArrivingCharge) => void;
  /** Authorization references whose last answer was a server error. */
  readonly troubled: Set<string>;
}

const CHARGE = z.object({
  name: z.literal('Charge'),
  token: z.string(),
  payload: z.object({
    authorizeAttributes: z.object({
      authorizationReferenceId: z.string(),
      authorizationAmount: z.object({ amount: z.string() }),
    }),
    sellerOrderAttributes: z.object({ sellerOrderId: z.string() }),
  }),
});

/** Carries out one directive of a household's device. Resolves to the answers in the order in which they were made. */
export async function carryOut(
  world: PayWorld,
  household: Household,
  directive: SentDirective,
): Promise<readonly ConnectionAnswer[]> {
  const charge = CHARGE.safeParse(directive).data;
  const scenario = charge === undefined ? drawSetupFault(world) : drawChargeFault(world, charge, household);
  if (scenario !== undefined) world.amazonPay.force(findScenario(scenario));
  const consent: ConsentState = household.consent;
  const context = { userId: household.userId, stage: 'development', consent } as const;
  if (charge !== undefined) world.chargeArrives(arriving(charge, directive, world.scheduler.now()));
  const deliveries = await world.amazonPay.connect(directive, context);
  const [first] = deliveries;
  world.trace.note(
    'amazon-pay',
    () => `${first?.answer.name ?? ''} ${scenario ?? ''} -> ${brief(first?.answer)}`,
  );
  return deliveries.map(({ answer }) => answer);
}

function drawSetupFault({ faults, dice }: PayWorld): string | undefined {
  if (faults.strikes('setupServerError')) return 'Setup/InternalServerError';
  if (faults.strikes('setupRefused'))
    return dice.pick(['Setup/RequestThrottled', 'Setup/InvalidShippingAddress', 'Setup/UnknownCode']);
  return undefined;
}

/**
 * A reference that was processed gets its first answer again, unless the server fails again or the request is
 * throttled before the reference is looked up. Definite refusals are for references that were never processed.
 */
function drawChargeFault(
  world: PayWorld,
  charge: z.infer<typeof CHARGE>,
  household: Household,
): string | undefined {
  const { faults, dice, troubled } = world;
  const reference = charge.payload.authorizeAttributes.authorizationReferenceId;
  const isAgain = troubled.has(reference);
  troubled.delete(reference);
  const fault = isAgain ? drawTrouble(world) : drawFault(world, world.isProcessed(reference));
  if (fault === undefined) return undefined;
  if (fault.isTrouble) troubled.add(reference);
  if (fault.isTrouble && faults.strikes('consentWithdrawn')) withdrawConsent(world, household);
  return dice.pick(fault.scenarios);
}

function drawTrouble({ faults }: PayWorld): ChargeFault | undefined {
  if (faults.strikes('payServerErrorAgain')) return CHARGE_FAULTS.payServerErrorBefore;
  return faults.strikes('payThrottled') ? CHARGE_FAULTS.payThrottled : undefined;
}

function drawFault({ faults }: PayWorld, isProcessed: boolean): ChargeFault | undefined {
  const all: readonly ChargeFault[] = Object.values(CHARGE_FAULTS);
  return all.find((fault) => (fault.alsoWhenProcessed || !isProcessed) && faults.strikes(fault.kind));
}

function withdrawConsent({ scheduler, dice, trace }: PayWorld, household: Household): void {
  trace.note(household.userId, () => 'withdraws the permission');
  household.consent = 'DENIED';
  scheduler.after(dice.between(60_000, 600_000), () => {
    household.consent = 'GRANTED';
  });
}

function arriving(
  { token, payload }: z.infer<typeof CHARGE>,
  directive: SentDirective,
  atMs: number,
): ArrivingCharge {
  const { authorizationReferenceId, authorizationAmount } = payload.authorizeAttributes;
  return {
    orderId: payload.sellerOrderAttributes.sellerOrderId,
    authorizationReferenceId,
    amountYen: Number(authorizationAmount.amount),
    token,
    content: JSON.stringify(directive.payload),
    from: 'turn',
    atMs,
  };
}

function brief(answer: ConnectionAnswer | undefined): string {
  if (answer === undefined) return 'no answer';
  const text = JSON.stringify(answer.payload ?? {});
  const state = /"authorizationStatus":\{[^}]*\}/.exec(text)?.[0] ?? '';
  return `${answer.status?.code ?? '-'} ${answer.status?.message ?? ''} ${state}`;
}
