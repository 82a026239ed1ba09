/** What happens to an answer on its way from Amazon Pay to the skill. */
import type { ConnectionAnswer } from '../contract';
import type { Faults } from './faults';
import type { Device, Household } from './household';
import type { Dice } from './random';

/** What the wire needs of its world. */
export interface WireWorld {
  readonly faults: Faults;
  readonly dice: Dice;
  /** Whether Amazon Pay's answers name the merchant's reference; the captured ones do not. */
  readonly namesReference: boolean;
  readonly households: readonly Household[];
}

/** When an answer is delivered, in milliseconds from now: never, once, or twice. */
export function spoiledDeliveries({ faults, dice }: WireWorld): readonly number[] {
  if (faults.strikes('answerLost')) return [];
  const delayMs = firstDelay(faults, dice);
  return faults.strikes('answerDoubled') ? [delayMs, delayMs + dice.between(0, 120_000)] : [delayMs];
}

function firstDelay(faults: Faults, dice: Dice): number {
  if (faults.strikes('answerLate')) return dice.between(60_000, 1_200_000);
  // Long enough for what was said or sent afterwards to overtake it.
  if (faults.strikes('answerOvertaken')) return dice.between(5000, 60_000);
  return dice.between(50, 2500);
}

/** The answer with whatever spoils its token. */
export function spoil(world: WireWorld, device: Device, answer: ConnectionAnswer): ConnectionAnswer {
  const { faults, dice, namesReference } = world;
  const plain = namesReference ? answer : withoutReference(answer);
  const { token = '' } = plain;
  if (faults.strikes('tokenOfAnotherBuyer')) {
    const others = world.households.filter((one) => one !== device.household && one.tokens.length > 0);
    const other = others[dice.between(0, Math.max(0, others.length - 1))];
    return { ...plain, token: other?.tokens.at(-1) ?? token };
  }
  const { tokens } = device.household;
  if (faults.strikes('tokenOfAnEarlierDirective'))
    return { ...plain, token: tokens[dice.between(0, Math.max(0, tokens.length - 1))] ?? token };
  if (faults.strikes('tokenForged'))
    return { ...plain, token: token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A') };
  return faults.strikes('tokenMissing') ? withoutToken(plain) : plain;
}

function withoutToken(answer: ConnectionAnswer): ConnectionAnswer {
  const rest: { token?: string } & Omit<ConnectionAnswer, 'token'> = { ...answer };
  delete rest.token;
  return rest;
}

function withoutReference(answer: ConnectionAnswer): ConnectionAnswer {
  const { payload } = answer;
  if (typeof payload !== 'object' || payload === null || !('authorizationDetails' in payload)) return answer;
  const details = payload.authorizationDetails;
  if (typeof details !== 'object' || details === null) return answer;
  return {
    ...answer,
    payload: { ...payload, authorizationDetails: { ...details, authorizationReferenceId: undefined } },
  };
}
