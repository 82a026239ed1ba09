import type { AmazonPayConnection, ConnectionContext, Delivery } from '../../../simulator/contract';
import {
  createDevice,
  type CallSkill,
  type Device,
  type DeviceBuyer,
  type DeviceOptions,
} from '../../../simulator/alexa/device';
import { model } from './ja-model';

const BUYER: DeviceBuyer = {
  userId: 'amzn1.ask.account.buyer',
  deviceId: 'amzn1.ask.device.one',
  consent: 'GRANTED',
};

/** What tests read of an envelope. */
export interface SentEnvelope {
  session: { new: boolean; sessionId: string; attributes?: Record<string, unknown> };
  context: { System: Record<string, unknown> };
  request: {
    type: string;
    requestId: string;
    timestamp: string;
    locale: string;
    dialogState?: string;
    reason?: string;
    error?: unknown;
    name?: string;
    token?: string;
    status?: unknown;
    payload?: unknown;
    intent?: {
      name: string;
      confirmationStatus: string;
      slots: Record<string, { value?: string; confirmationStatus: string }>;
    };
  };
}

/** A response that says something and listens, with whatever `more` puts over it. */
export function ask(text: string, more: object = {}): object {
  return {
    outputSpeech: { type: 'SSML', ssml: `<speak>${text}</speak>` },
    reprompt: { outputSpeech: { type: 'PlainText', text: 'どうなさいますか。' } },
    shouldEndSession: false,
    ...more,
  };
}

/** A response that says something and ends the session. */
export function tell(text: string, more: object = {}): object {
  return { outputSpeech: { type: 'PlainText', text }, shouldEndSession: true, ...more };
}

/** A directive to Amazon Pay. */
export function sendRequest(name: string, token = 'order-1'): object {
  return { type: 'Connections.SendRequest', name, payload: {}, token };
}

/** An answer of Amazon Pay, delivered at once unless said otherwise. */
export function delivery(name: string, when: Delivery['when'] = 'now', token = 'order-1'): Delivery {
  return { when, answer: { name, status: { code: '200', message: 'OK' }, payload: {}, token } };
}

/** What a test bench is made of; everything has a default. */
export interface BenchOptions extends Partial<Omit<DeviceOptions, 'amazonPay'>> {
  /** The skill: from the envelope to `response`, or to a whole body when it has `version`. */
  readonly answer?: (envelope: SentEnvelope) => object;
  readonly deliveries?: (directive: { name: string }) => readonly Delivery[];
}

/** A device, the envelopes it sent, and the directives Amazon Pay got. */
export interface Bench {
  readonly device: Device;
  readonly sent: SentEnvelope[];
  readonly directives: { directive: unknown; context: ConnectionContext }[];
}

/** A small skill: greets, takes the order, and ends on everything else. */
function smallSkill({ request }: SentEnvelope): object {
  if (request.type === 'SessionEndedRequest') return {};
  return ask(request.intent === undefined ? 'ようこそ。' : request.intent.name);
}

/** Puts a device in front of a fake skill and a fake Amazon Pay, at 2026-11-22T03:00:00Z. */
export function bench({ answer = smallSkill, deliveries = () => [], ...options }: BenchOptions = {}): Bench {
  const sent: SentEnvelope[] = [];
  const directives: Bench['directives'] = [];
  let drawn = 0;
  const skill: CallSkill = (envelope) => {
    sent.push(envelope as SentEnvelope);
    const given = answer(envelope as SentEnvelope);
    const body = 'version' in given ? given : { version: '1.0', response: given };
    return Promise.resolve({ httpStatus: 200, body });
  };
  const amazonPay: AmazonPayConnection = {
    connect: (directive, context) => {
      directives.push({ directive, context });
      return Promise.resolve(deliveries(directive as { name: string }));
    },
  };
  const device = createDevice({
    model,
    skillId: 'amzn1.ask.skill.test',
    stage: 'development',
    buyer: BUYER,
    skill,
    effects: {
      now: () => Date.parse('2026-11-22T03:00:00.250Z'),
      random: () => {
        drawn += 1;
        return (drawn * 0.618034) % 1;
      },
    },
    ...options,
    amazonPay,
  });
  return { device, sent, directives };
}
