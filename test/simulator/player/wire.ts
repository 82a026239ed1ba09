/** Reads what went over the wire in a turn: directives to Amazon Pay and its answers. */
import * as z from 'zod';
import type { Exchange } from '../alexa/device-types';

/** One Connections.SendRequest, as far as a person wants to see it. */
export interface SentDirective {
  readonly name: string;
  /** Of a Charge, in whole yen; of a Setup the monthly amount of a subscription. */
  readonly amountYen?: number;
  readonly reference?: string;
}

/** One answer of Amazon Pay as it reached the skill; a field is absent when the answer lacks it. */
export interface SeenAnswer {
  readonly name: string;
  readonly status?: string;
  readonly code?: string;
  readonly state?: string;
  readonly reason?: string;
}

const price = z.object({ amount: z.coerce.number() });

const DIRECTIVE = z.object({
  type: z.literal('Connections.SendRequest'),
  name: z.string(),
  payload: z.object({
    authorizeAttributes: z
      .object({ authorizationReferenceId: z.string(), authorizationAmount: price })
      .optional()
      .catch(undefined),
    billingAgreementAttributes: z.object({ subscriptionAmount: price }).optional().catch(undefined),
  }),
});

const text = z.string().optional().catch(undefined);
const statusWords = z.object({ state: text, reasonCode: text });

const ANSWER = z.object({
  request: z.object({
    name: z.string(),
    status: z
      .object({ code: z.union([z.string(), z.number().transform(String)]), message: text })
      .optional()
      .catch(undefined),
    payload: z
      .object({
        errorCode: text,
        authorizationDetails: z.object({ authorizationStatus: statusWords }).optional().catch(undefined),
        billingAgreementDetails: z.object({ billingAgreementStatus: text }).optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
  }),
});

/** Lists the requests to Amazon Pay in a turn's exchanges, in order; a directive that is not one is left out. */
export function readDirectives(exchanges: readonly Exchange[]): readonly SentDirective[] {
  return exchanges.flatMap(({ directives }) =>
    directives.flatMap((directive) => {
      const parsed = DIRECTIVE.safeParse(directive);
      if (!parsed.success) return [];
      const { name, payload } = parsed.data;
      const { authorizeAttributes: charge, billingAgreementAttributes: agreement } = payload;
      const amount = charge?.authorizationAmount.amount ?? agreement?.subscriptionAmount.amount;
      return {
        name,
        ...(amount !== undefined && { amountYen: amount }),
        ...(charge && { reference: charge.authorizationReferenceId }),
      };
    }),
  );
}

/** Lists the answers of Amazon Pay that reached the skill in a turn's exchanges, in order. */
export function readAnswers(exchanges: readonly Exchange[]): readonly SeenAnswer[] {
  return exchanges.flatMap(({ requestType, request }) => {
    const parsed = requestType === 'Connections.Response' ? ANSWER.safeParse(request) : undefined;
    if (parsed?.success !== true) return [];
    const { name, status, payload } = parsed.data.request;
    const code = payload?.errorCode ?? (status?.code === '200' ? undefined : status?.message);
    const authorization = payload?.authorizationDetails?.authorizationStatus;
    const state = authorization?.state ?? payload?.billingAgreementDetails?.billingAgreementStatus;
    return {
      name,
      ...(status && { status: status.code }),
      ...(code !== undefined && { code }),
      ...(state !== undefined && { state }),
      ...(authorization?.reasonCode !== undefined && { reason: authorization.reasonCode }),
    };
  });
}
