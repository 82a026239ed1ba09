/** Defects in reading an answer: what the product would take for paid, and whose answer it would take. */
import { signToken, verifyToken } from '../../../lambda/src/orders/token';
import type { ConnectionAnswer } from '../contract';
import type { Variant } from './variant';

type OnAnswer = NonNullable<Variant['onAnswer']>;
type Json = Readonly<Record<string, unknown>>;

/** A Charge answer that the product takes for paid when `isTaken` says so of state and reason. */
export function takesForPaid(
  isTaken: (state: string | undefined, reasonCode: string | undefined) => boolean,
): OnAnswer {
  return (answer) => {
    const details = object(object(answer.payload)?.['authorizationDetails']);
    if (answer.name !== 'Charge' || answer.status?.code !== '200' || details === undefined) return answer;
    const status = object(details['authorizationStatus']);
    if (!isTaken(text(status?.['state']), text(status?.['reasonCode']))) return answer;
    const authorizationDetails = {
      ...details,
      capturedAmount: details['authorizationAmount'],
      authorizationStatus: { ...status, state: 'Closed', reasonCode: 'MaxCapturesProcessed' },
    };
    return { ...answer, payload: { ...object(answer.payload), authorizationDetails } };
  };
}

/** The official sample reads the state where it never is; so nothing is ever Declined, and the rest is paid. */
export const readsStateAtTheWrongPath: OnAnswer = (answer, userId, world) => {
  const details = object(object(answer.payload)?.['authorizationDetails']);
  return takesForPaid(() => text(details?.['state']) !== 'Declined')(answer, userId, world);
};

/** The signature is not looked at: what a token says is believed, whoever it was made for. */
export const believesEveryToken: OnAnswer = (answer, userId, world) => {
  const [orderId = '', claim = ''] = answer.token?.split('.') ?? [];
  const use = claim.startsWith('c') ? 'charge' : 'setup';
  const token = signToken({ orderId, use, no: Number(claim.slice(1)) || 0 }, world.tokenKeyOf(userId));
  return { ...answer, token };
};

/** An answer whose token does not fit is taken for the answer that the buyer's newest order waits for. */
export const takesForTheNewestOrder: OnAnswer = (answer, userId, world) => {
  const key = world.tokenKeyOf(userId);
  const newest = world.latestOrderOf(userId);
  if (newest?.awaiting === undefined || verifyToken(answer.token, key) !== undefined) return answer;
  const use = newest.awaiting.operation === 'Charge' ? 'charge' : 'setup';
  return withToken(answer, signToken({ orderId: newest.orderId, use, no: newest.awaiting.no }, key));
};

function withToken(answer: ConnectionAnswer, token: string): ConnectionAnswer {
  return { ...answer, token };
}

function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null ? (value as Json) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
