/** The simulated CV1 endpoint: signature, quota, idempotency, operation, XML. */
import { checkMwsForm } from './mws-signature';
import type { Authorization } from '../amazon-pay/ledger-records';
import { authorizationXml, mwsError, mwsResponse } from './mws-documents';
import { fabricateXml } from './mws-fabricate';
import { createMwsOperations, type MwsOperation } from './mws-operations';
import type { Arrival, Host } from './host';
import { createQuotaGuard } from './server-quota';
import { type ServerAnswer } from './wire-fault';
import { firstAnswerOf, keepFirstAnswer, type KeyedRequest, type World } from './world';

/** The idempotency key of each action that has one, and where the ledger keeps it. */
const KEYS: Readonly<Record<string, { readonly parameter: string; readonly prefix: string }>> = {
  AuthorizeOnBillingAgreement: { parameter: 'AuthorizationReferenceId', prefix: '' },
  Capture: { parameter: 'CaptureReferenceId', prefix: 'capture/' },
  Refund: { parameter: 'RefundReferenceId', prefix: 'refund/' },
};
/** Parameters that differ from send to send and are no content. */
const NOT_CONTENT = ['Timestamp', 'Signature'];

/** Makes the endpoint. */
export function createMwsHost(world: World): Host {
  const operations: Readonly<Record<string, MwsOperation>> = createMwsOperations(world);
  const isAbove = createQuotaGuard();
  let requests = 0;

  function carryOut(arrival: Arrival): ServerAnswer {
    requests += 1;
    const requestId = `00000000-0000-4000-8000-${String(requests).padStart(12, '0')}`;
    const { path, rawBody, nowMs } = arrival;
    const checked = checkMwsForm({ path, rawBody, nowMs }, world.account());
    if (!checked.ok) return mwsError(checked.status, checked.code, requestId);
    const { form } = checked;
    const action = form.get('Action') ?? '';
    const { read, write } = world.account().quotas;
    if (isAbove(action, action.startsWith('Get') ? read : write, nowMs)) {
      return mwsError(503, 'RequestThrottled', requestId);
    }
    const operation = Object.hasOwn(operations, action) ? operations[action] : undefined;
    if (operation === undefined) return mwsError(400, 'InvalidParameterValue', requestId);
    const environment = path.includes('_Sandbox') ? ('SANDBOX' as const) : ('LIVE' as const);
    const key = KEYS[action];
    if (key === undefined) return answer(operation({ form, environment }), action, requestId);
    const keyed = {
      environment,
      key: key.prefix + (form.get(key.parameter) ?? ''),
      content: JSON.stringify([...form].filter(([name]) => !NOT_CONTENT.includes(name)).sort()),
    };
    const first = firstAnswerOf(world, keyed);
    if (first === 'changed') {
      const known =
        action === 'AuthorizeOnBillingAgreement' ? findAlexaCharge(world, form, keyed) : undefined;
      return known === undefined
        ? mwsError(400, 'DuplicateRequest', requestId)
        : mwsResponse(action, authorizationXml(known), requestId);
    }
    if (first !== undefined) return first;
    const fresh = answer(operation({ form, environment }), action, requestId);
    if (fresh.status === 200) world.ledger.books.commit([keepFirstAnswer(keyed, fresh)]);
    return fresh;
  }

  return {
    takes: ({ path }) => path.startsWith('/OffAmazonPayments'),
    describe: ({ rawBody }) => {
      const form = new Map(new URLSearchParams(rawBody));
      const operation = form.get('Action') ?? '';
      return { operation, key: form.get(KEYS[operation]?.parameter ?? '') };
    },
    carryOut,
    refuse: (status, code) => mwsError(status, code, '00000000-0000-4000-8000-forced000000'),
    fabricate: ({ rawBody }, operation, forced) => {
      const form = new Map(new URLSearchParams(rawBody));
      return mwsResponse(operation, fabricateXml(operation, form, forced), 'forced');
    },
  };
}

function answer(result: ReturnType<MwsOperation>, action: string, requestId: string): ServerAnswer {
  return result.ok
    ? mwsResponse(action, result.xml, requestId)
    : mwsError(result.status, result.code, requestId);
}

/**
 * The authorization that an Alexa Charge made under this reference, when agreement, amount and capture are the same:
 * the reference is one for both channels (inferred, unverified).
 */
function findAlexaCharge(
  { ledger }: World,
  form: ReadonlyMap<string, string>,
  { environment, key }: KeyedRequest,
): Authorization | undefined {
  const isOurs = ledger.books.firstAnswer(environment, key)?.payload['body'] !== undefined;
  if (isOurs) return undefined;
  return [...ledger.authorizations.values()].find(
    (one) =>
      one.authorizationReferenceId === key &&
      one.environment === environment &&
      one.billingAgreementId === form.get('AmazonBillingAgreementId') &&
      one.amountYen === Number(form.get('AuthorizationAmount.Amount')) &&
      String(one.captureNow) === form.get('CaptureNow'),
  );
}
