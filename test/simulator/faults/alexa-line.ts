/** Alexa between device, skill and Amazon Pay: carries requests and answers, loses, doubles and delays them. */
import type { ResponseEnvelope } from 'ask-sdk-model';
import type { ConnectionAnswer } from '../contract';
import { wrap } from './envelope';
import { hear, orderIdOf, type Device, type Heard, type SentDirective, type Session } from './household';
import { carryOut, type PayWorld } from './pay-line';
import type { SkillHost, SkillHosts } from './skill-hosts';
import { spoil, spoiledDeliveries, type WireWorld } from './wire-faults';

/** What the line needs of its world. */
export interface LineWorld extends PayWorld, WireWorld {
  readonly hosts: SkillHosts;
  readonly skillId: string;
  readonly hears: (ssml: string, aboutOrderId: string | undefined) => void;
  /** Something of a variant: changes a directive on its way out, an answer on its way in. */
  readonly onDirective: (directive: SentDirective, device: Device) => SentDirective;
  readonly onAnswer: (answer: ConnectionAnswer, device: Device) => ConnectionAnswer;
  readonly devices: [Device, ...Device[]];
  requests: number;
  sessions: number;
}

/** Alexa waits this long for an answer of the skill. */
const ALEXA_WAITS_MS = 8000;

/**
 * Sends a request to the skill. Resolves to what the device says; undefined: nothing came, and Alexa says that the
 * skill did not answer. A directive in the answer is carried to Amazon Pay by itself.
 */
export async function send(
  world: LineWorld,
  device: Device,
  request: Readonly<Record<string, unknown>>,
): Promise<Heard | undefined> {
  const { session } = device;
  const response = await exchange(world, device, { request, session });
  if (response === undefined) {
    device.session = { ...session, isOpen: false };
    return undefined;
  }
  const heard = hear(response);
  device.session = {
    id: session.id,
    isOpen: heard.isOpen,
    attributes: response.sessionAttributes,
  };
  world.hears(heard.ssml, aboutWhat(request, session));
  world.trace.note(device.name, () => `hears: ${heard.ssml.replace(/<[^>]*>/g, '')}`);
  if (heard.directive !== undefined) void carry(world, device, heard.directive);
  return heard;
}

/** The order that a turn is about, as its token or its open question says. */
function aboutWhat(request: Readonly<Record<string, unknown>>, { attributes }: Session): string | undefined {
  if (typeof request['token'] === 'string') return orderIdOf(request['token']);
  const question = attributes?.['question'];
  const isObject = typeof question === 'object' && question !== null && 'token' in question;
  return isObject && typeof question.token === 'string' ? orderIdOf(question.token) : undefined;
}

interface Delivery {
  readonly request: Readonly<Record<string, unknown>>;
  readonly session: Session;
}

async function exchange(
  world: LineWorld,
  device: Device,
  delivery: Delivery,
): Promise<ResponseEnvelope | undefined> {
  world.requests += 1;
  const { household, name } = device;
  const envelope = wrap(delivery.request, {
    household,
    deviceName: name,
    session: delivery.session,
    skillId: world.skillId,
    count: world.requests,
  });
  const server = world.hosts.pick(household.priceList);
  if (world.faults.strikes('clockJumped')) server.host.jumpClock(world.dice.between(-120_000, 120_000));
  world.trace.note(name, () => `says ${labelOf(delivery.request)} to ${server.host.name}`);
  if (!server.host.passes('before the request')) return undefined;
  const response = await answered(world, server, () => server.invoke(envelope));
  if (response === undefined || !server.host.passes('before the answer leaves')) return undefined;
  server.host.passes('after the answer left');
  return response;
}

function labelOf(request: Readonly<Record<string, unknown>>): string {
  const intent = request['intent'];
  const name = typeof intent === 'object' && intent !== null && 'name' in intent ? intent.name : '';
  return `${String(request['type'])} ${String(name)}${typeof request['token'] === 'string' ? ` ${request['token'].slice(0, 17)}` : ''}`;
}

/** The answer of a server, unless it dies first or Alexa gives up. */
function answered(
  world: LineWorld,
  { host }: SkillHost,
  invoke: () => Promise<ResponseEnvelope>,
): Promise<ResponseEnvelope | undefined> {
  return new Promise((resolve) => {
    const giveUp = world.scheduler.after(ALEXA_WAITS_MS, () => {
      world.faults.observe('answerTooLateForAlexa');
      close(undefined);
    });
    const close = (response: ResponseEnvelope | undefined): void => {
      giveUp();
      resolve(response);
    };
    host.onDeath(() => {
      close(undefined);
    });
    invoke().then(close, (error: unknown) => {
      world.trace.note(host.name, () => `fails: ${String(error)}`);
      close(undefined);
    });
  });
}

/** Carries a directive to Amazon Pay, and each of its answers back to the skill. */
async function carry(world: LineWorld, device: Device, sent: SentDirective): Promise<void> {
  const { scheduler, dice, trace } = world;
  const directive = world.onDirective(sent, device);
  device.household.tokens.push(directive.token);
  await scheduler.sleep(dice.between(100, 1500));
  trace.note(device.name, () => `sends ${directive.name} ${directive.token.slice(0, 17)}`);
  const answers = await carryOut(world, device.household, directive);
  for (const answer of answers) {
    const stray = world.faults.strikes('strayAnswer') ? dice.pick(world.devices) : undefined;
    if (stray !== undefined) void deliver(world, stray, answer);
    for (const delayMs of spoiledDeliveries(world)) {
      scheduler.after(delayMs, () => {
        void deliver(world, device, answer);
      });
    }
  }
}

async function deliver(world: LineWorld, device: Device, answer: ConnectionAnswer): Promise<void> {
  const { faults, scheduler, dice } = world;
  const spoilt = spoil(world, device, answer);
  const request = { type: 'Connections.Response', ...world.onAnswer(spoilt, device) };
  world.sessions += 1;
  device.session = { id: `session-${world.sessions}`, isOpen: false, attributes: undefined };
  const heard = await send(world, device, request);
  if (heard === undefined && faults.strikes('answerRedelivered')) {
    scheduler.after(dice.between(1000, 20_000), () => {
      void deliver(world, device, answer);
    });
    return;
  }
  if (heard === undefined) return;
  device.mailbox.push(heard);
  device.wake?.();
}
