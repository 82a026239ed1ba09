import { type Config } from '../config';
import { changeOrder, type Change, isOpen, moveTo } from '../orders/change-order';
import { checkoutCode, codeKeyOf } from '../orders/checkout-code';
import { type Mail, type Order } from '../orders/order';
import { makeQuote } from '../orders/quote';
import { type OrderStore, StoreUnavailableError } from '../orders/store';
import { type Shop } from '../shop/shop';

/** Price and goods are held for a day; Amazon Pay keeps a checkout session as long. */
const LINK_LIFE_MS = 24 * 60 * 60 * 1000;
/** The pointer outlives the link: whoever paid under it finds the result for a month. */
const POINTER_LIFE_MS = 30 * 24 * 60 * 60 * 1000;
const MAX_TRIES = 4;

/** What a link is made with. */
export interface LinkDeps {
  /** Without a mail server no mail is put into the outbox: nobody may be told of one that never goes out. */
  readonly config: Pick<Config, 'tokenSecret' | 'web' | 'mail'>;
  readonly shop: Shop;
  readonly store: OrderStore;
  readonly now: () => number;
}

/**
 * Gives an order a payment link: it waits as AWAITING_PAYMENT with a price snapshot until the link expires. A link that
 * is open already stays the one there is, so that an answer that comes twice shows the same code. `email`: the buyer's
 * address, with consent; where the shop sends mails the link is mailed then, once.
 * The pointer is written before the order names it: a crash in between leaves a code nobody was told.
 * Undefined: the order is not open any more, or nothing is in its cart; nothing was changed.
 * @throws StoreUnavailableError as the store does, and when four codes in a row were taken
 */
export async function issueLink(deps: LinkDeps, order: Order, email?: string): Promise<Order | undefined> {
  const { store, config, now } = deps;
  let no = order.linksMade + 1;
  for (let tries = 0; tries < MAX_TRIES; tries += 1, no += 1) {
    if (!isOpen(order)) return undefined;
    if (hasOpenLink(order, now())) {
      return changeOrder(store, order, (current) => withOpenLink(deps, current, email));
    }
    const codeKey = codeKeyOf(
      checkoutCode({ orderId: order.orderId, no }, config.tokenSecret),
      config.tokenSecret,
    );
    const expiresAtSec = Math.ceil((now() + POINTER_LIFE_MS) / 1000);
    if (!(await store.createPointer({ key: codeKey, orderId: order.orderId, expiresAtSec }))) continue;
    return changeOrder(store, order, (current) => withLink(deps, current, { no, codeKey, email }));
  }
  throw new StoreUnavailableError('every code that was tried belongs to another order');
}

/** Whether the order can be paid under its present link: nothing has left, or what left was refused or declined. */
export function hasOpenLink(order: Order, nowMs: number): boolean {
  const { checkout, state } = order;
  return checkout !== undefined && nowMs < checkout.expiresAtMs && PAYABLE.includes(state);
}

const PAYABLE: readonly Order['state'][] = ['AWAITING_PAYMENT', 'DECLINED_SOFT', 'DECLINED_HARD'];

interface NewLink {
  readonly no: number;
  readonly codeKey: string;
  readonly email: string | undefined;
}

function withLink(deps: LinkDeps, order: Order, { no, codeKey, email }: NewLink): Change<Order | undefined> {
  const { shop, config, now } = deps;
  const nowMs = now();
  if (!isOpen(order)) return { result: undefined };
  if (hasOpenLink(order, nowMs)) return withOpenLink(deps, order, email);
  const expiresAtMs = nowMs + LINK_LIFE_MS;
  const facts = {
    no: order.quotesMade + 1,
    lines: order.lines,
    destination: order.quote?.destination,
    nowMs,
  };
  const quote = { ...makeQuote(facts, shop), asked: false, expiresAtMs };
  if (quote.lines.length === 0) return { result: undefined };
  const address = email ?? order.email;
  const isMailed = address !== undefined && config.mail !== undefined;
  const next = moveTo(order, 'AWAITING_PAYMENT', {
    quote,
    quotesMade: quote.no,
    checkout: { no, codeKey, issuedAtMs: nowMs, expiresAtMs },
    linksMade: no,
    awaiting: undefined,
    email: address,
    mails: isMailed ? [...withoutLinkMail(order.mails), linkMail(nowMs)] : order.mails,
    nowMs,
  });
  return { order: next, result: next };
}

/** An open link stays as it is; an address that came only now gets the mail that was not sent yet. */
function withOpenLink(
  { config, now }: LinkDeps,
  order: Order,
  email: string | undefined,
): Change<Order | undefined> {
  const nowMs = now();
  if (!hasOpenLink(order, nowMs)) return { result: undefined };
  const isMailed = order.mails.some(({ kind, state }) => kind === 'payLink' && state !== 'givenUp');
  if (email === undefined || isMailed || config.mail === undefined) return { result: order };
  const mails = [...withoutLinkMail(order.mails), linkMail(nowMs)];
  const next = moveTo(order, order.state, { email, mails, nowMs });
  return { order: next, result: next };
}

function withoutLinkMail(mails: readonly Mail[]): Mail[] {
  return mails.filter(({ kind }) => kind !== 'payLink');
}

function linkMail(nowMs: number): Mail {
  return { kind: 'payLink', state: 'due', tries: 0, nextAtMs: nowMs };
}

/** The code of the order's link; undefined when it has none. */
export function codeOf({ orderId, checkout }: Order, tokenSecret: string): string | undefined {
  return checkout === undefined ? undefined : checkoutCode({ orderId, no: checkout.no }, tokenSecret);
}
