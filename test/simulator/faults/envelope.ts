/** Envelopes as Alexa sends them, as small as the skill's edge allows. */
import type { RequestEnvelope } from 'ask-sdk-model';
import type { Household, Session } from './household';

/** Who sends a request, in which session. `count`: numbers the requests of the world. */
export interface Sender {
  readonly household: Household;
  readonly deviceName: string;
  readonly session: Session;
  readonly skillId: string;
  readonly count: number;
}

/** Wraps a request. */
export function wrap(request: Readonly<Record<string, unknown>>, sender: Sender): RequestEnvelope {
  const { household, session, skillId, count, deviceName } = sender;
  const application = { applicationId: skillId };
  const user = {
    userId: household.userId,
    permissions: {
      consentToken: 'consent-token',
      scopes: {
        'payments:autopay_consent': { status: household.consent },
        ...(household.givesEmail ? { 'alexa::profile:email:read': { status: 'GRANTED' } } : {}),
      },
    },
  };
  const envelope = {
    version: '1.0',
    session: {
      new: !session.isOpen,
      sessionId: session.id,
      application,
      user,
      ...(session.isOpen && session.attributes !== undefined ? { attributes: session.attributes } : {}),
    },
    context: {
      System: {
        application,
        user,
        device: { deviceId: deviceName, supportedInterfaces: {} },
        apiEndpoint: 'https://api.fe.amazonalexa.com',
        apiAccessToken: 'api-access-token',
      },
    },
    request: {
      requestId: `request-${count}`,
      timestamp: '2026-11-22T03:00:00Z',
      locale: 'ja-JP',
      ...request,
    },
  };
  return envelope as unknown as RequestEnvelope;
}

const NAMES: Readonly<Record<string, string>> = {
  blend: 'こえみせブレンド',
  dark: '深煎りブレンド',
  drip: 'ドリップバッグ',
  monthly: '毎月の定期便',
};

/** An intent request; slots only where the intent has them. */
export function intent(
  name: string,
  slots: { readonly product?: string; readonly quantity?: string } = {},
): Readonly<Record<string, unknown>> {
  const { product, quantity } = slots;
  const value = product === undefined ? undefined : NAMES[product];
  const authority = 'amzn1.er-authority.echo-sdk.skill.PRODUCT';
  return {
    type: 'IntentRequest',
    dialogState: 'STARTED',
    intent: {
      name,
      confirmationStatus: 'NONE',
      slots: {
        product: {
          name: 'product',
          confirmationStatus: 'NONE',
          ...(value === undefined
            ? {}
            : {
                value,
                resolutions: {
                  resolutionsPerAuthority: [
                    {
                      authority,
                      status: { code: 'ER_SUCCESS_MATCH' },
                      values: [{ value: { name: value, id: product } }],
                    },
                  ],
                },
              }),
        },
        quantity: {
          name: 'quantity',
          confirmationStatus: 'NONE',
          ...(quantity === undefined ? {} : { value: quantity }),
        },
      },
    },
  };
}
