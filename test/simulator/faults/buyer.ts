/** A person who wants to buy something, and what this person does when it does not go well. */
import { send, type LineWorld } from './alexa-line';
import { intent } from './envelope';
import { CLOSED, orderIdOf, type Device, type Heard } from './household';

/** What the buyers need of their world. */
export interface BuyerWorld extends LineWorld {
  /** The buyer says yes to the recap of this order, which named this total. */
  readonly consents: (orderId: string, totalYen: number) => void;
}

const MAX_TURNS = 30;
const LAUNCH = { type: 'LaunchRequest' } as const;
const YES = intent('AMAZON.YesIntent');
const CONFIRM = /Amazon Payで(\d+)円をお支払い/;
const PAID = /お支払いが完了し、ご注文を承りました|円のお支払いが完了しています/;
const PRODUCTS = ['blend', 'dark', 'drip', 'monthly'] as const;

/** One visit to the shop: from the first word until the order is paid or the buyer has had enough. */
export async function shopFor(world: BuyerWorld, device: Device): Promise<void> {
  const goods = intent('OrderIntent', {
    product: world.dice.pick(PRODUCTS),
    quantity: String(world.dice.between(1, 4)),
  });
  let heard = await begin(world, device, world.dice.chance(0.5) ? LAUNCH : goods);
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    if (heard !== undefined && PAID.test(heard.ssml)) return;
    const next = await react(world, device, { heard, goods });
    if (next === 'gone') return;
    heard = next;
  }
}

interface Moment {
  readonly heard: Heard | undefined;
  readonly goods: Readonly<Record<string, unknown>>;
}

type Next = Heard | undefined | 'gone';

async function react(world: BuyerWorld, device: Device, { heard, goods }: Moment): Promise<Next> {
  const { faults } = world;
  if (heard === undefined) return comeBack(world, device, 'buyerRepeatedAfterError');
  if (heard.directive !== undefined) return waitForAnswer(world, device);
  if (faults.strikes('priceChanged')) device.household.priceList += 1;
  if (heard.isOpen && faults.strikes('buyerWalkedAway')) return walkAway(world, device);
  if (!heard.isOpen) return comeBack(world, device, 'buyerCameBackLater');
  return answerQuestion(world, device, { heard, goods });
}

async function answerQuestion(world: BuyerWorld, device: Device, { heard, goods }: Moment): Promise<Next> {
  const { faults } = world;
  switch (heard?.question?.kind) {
    case 'confirmQuote':
      return decide(world, device, heard);
    case 'checkout':
    case 'continueCart':
    case 'tryAgain':
      return reply(world, device, faults.strikes('buyerSaidNo') ? intent('AMAZON.NoIntent') : YES);
    case 'order':
    case 'change':
      return reply(world, device, goods);
    case undefined:
    default:
      return walkAway(world, device);
  }
}

/** Says it after a moment, unless an answer of Amazon Pay has taken the session's place meanwhile. */
async function reply(
  world: BuyerWorld,
  device: Device,
  request: Readonly<Record<string, unknown>>,
): Promise<Next> {
  const { session } = device;
  await world.scheduler.sleep(world.dice.between(800, 5000));
  return device.session === session ? send(world, device, request) : nextAnswer(world, device, 10_000);
}

/** Yes, mostly; sometimes twice, sometimes too late, sometimes no. */
async function decide(world: BuyerWorld, device: Device, { ssml, question }: Heard): Promise<Next> {
  const { faults, scheduler, dice, trace } = world;
  const { session } = device;
  await scheduler.sleep(
    faults.strikes('quoteGrewOld') ? dice.between(560_000, 700_000) : dice.between(1000, 15_000),
  );
  // An answer of Amazon Pay may have taken the session's place meanwhile; then the question is no longer open.
  if (device.session !== session) return nextAnswer(world, device, 10_000);
  if (faults.strikes('buyerSaidNo')) return send(world, device, intent('AMAZON.NoIntent'));
  const totalYen = Number(CONFIRM.exec(ssml)?.[1]);
  world.consents(orderIdOf(question?.token) ?? '?', totalYen);
  trace.note(device.name, () => `means yes to ${totalYen} yen`);
  if (faults.strikes('doubleYes')) {
    scheduler.after(dice.between(0, 600), () => {
      void send(world, { ...device, session, mailbox: [] }, YES);
    });
  }
  return send(world, device, YES);
}

async function waitForAnswer(world: BuyerWorld, device: Device): Promise<Next> {
  const patienceMs = world.dice.between(15_000, 60_000);
  const arrived = await nextAnswer(world, device, patienceMs);
  return arrived ?? comeBack(world, device, 'buyerRepeatedAfterError');
}

function nextAnswer(world: BuyerWorld, device: Device, patienceMs: number): Promise<Heard | undefined> {
  const arrived = device.mailbox.shift();
  if (arrived !== undefined) return Promise.resolve(arrived);
  return new Promise((resolve) => {
    const stop = (heard: Heard | undefined): void => {
      giveUp();
      device.wake = undefined;
      resolve(heard);
    };
    device.wake = () => {
      stop(device.mailbox.shift());
    };
    const giveUp = world.scheduler.after(patienceMs, () => {
      stop(undefined);
    });
  });
}

async function comeBack(
  world: BuyerWorld,
  device: Device,
  kind: 'buyerRepeatedAfterError' | 'buyerCameBackLater',
): Promise<Next> {
  const { faults, scheduler, dice } = world;
  if (!faults.strikes(kind)) return 'gone';
  const isSoon = kind === 'buyerRepeatedAfterError';
  await scheduler.sleep(isSoon ? dice.between(2000, 30_000) : dice.between(60_000, 1_200_000));
  return begin(world, device, LAUNCH);
}

async function walkAway(world: BuyerWorld, device: Device): Promise<Next> {
  device.session = CLOSED;
  return comeBack(world, device, 'buyerCameBackLater');
}

function begin(
  world: BuyerWorld,
  device: Device,
  request: Readonly<Record<string, unknown>>,
): Promise<Heard | undefined> {
  world.sessions += 1;
  device.mailbox.length = 0;
  device.session = { id: `session-${world.sessions}`, isOpen: false, attributes: undefined };
  return send(world, device, request);
}
