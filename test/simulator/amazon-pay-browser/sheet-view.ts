/// <reference lib="dom" />
/**
 * The sheet's elements. Tests drive them by these attributes, whose elements stand in an open shadow root:
 * `data-simulated="pay-button"` the button in the page, `"outcome"` the line below it (with `data-status`),
 * `"dialog"` the sheet, `"address"`, `"delivery-option"` and `"result"` its selects (values: names of addresses-table.ts,
 * ids of the page's delivery options, names of wished-results-table.ts), `"total"` the amount to pay, `"problem"` why the
 * buyer cannot pay, `"pay"` and `"cancel"` its buttons. While the page is asked, `"dialog"` has `aria-busy="true"`.
 */
import { el } from '../console/client/dom';
import { ADDRESS_NAMES, ADDRESSES } from './addresses-table';
import { showPrice, type Cart } from './cart-details';
import { WORDS } from './sheet-words';
import { WISHED_RESULTS, type WishedResult } from './wished-results-table';

/** What the sheet shows. `status`: what is going on; `problem`: why it cannot be paid; both may be empty. */
export interface SheetState {
  readonly cart: Cart | undefined;
  readonly status: string;
  readonly problem: string;
  /** The page is asked: only leaving is possible. */
  readonly isBusy: boolean;
  /** The payment is under way: nothing is possible. */
  readonly isPaying: boolean;
}

/** What the buyer does. */
export interface SheetActions {
  readonly chooseAddress: (value: string) => void;
  readonly chooseDelivery: (id: string) => void;
  readonly pay: (wish: string) => void;
  readonly leave: () => void;
}

/** What the sheet is for. */
export interface SheetFacts {
  readonly ships: boolean;
  readonly storeName: string;
  /** Whether a decision may come later; else such results cannot be chosen. */
  readonly canHandlePending: boolean;
}

/** The sheet, closed, and its way to another state. */
export interface SheetView {
  readonly dialog: HTMLDialogElement;
  readonly show: (state: SheetState) => void;
  readonly delivery: () => string | undefined;
}

/** Draws it. */
export function drawSheet(
  { ships, storeName, canHandlePending }: SheetFacts,
  actions: SheetActions,
): SheetView {
  const address = el(
    'select',
    { id: 'address', 'data-simulated': 'address' },
    ...ADDRESS_NAMES.map((name) => el('option', { value: name }, ADDRESSES[name].label)),
  );
  const delivery = el('select', { id: 'delivery', 'data-simulated': 'delivery-option' });
  const wish = el(
    'select',
    { id: 'wish', 'data-simulated': 'result' },
    ...Object.entries<WishedResult>(WISHED_RESULTS).map(([name, result]) => {
      const isLater = result.act === 'charge' && result.decision === 'later';
      return el('option', { value: name, disabled: isLater && !canHandlePending }, result.label);
    }),
  );
  const goods = el('ul');
  const amounts = el('dl', { class: 'amounts' });
  const status = el('p', { class: 'status', role: 'status' });
  const problem = el('p', { class: 'problem', role: 'alert', 'data-simulated': 'problem' });
  const pay = el('button', { type: 'button', class: 'primary', 'data-simulated': 'pay' }, WORDS.pay);
  const cancel = el(
    'button',
    { type: 'button', class: 'secondary', 'data-simulated': 'cancel' },
    WORDS.cancel,
  );
  const deliveryField = el(
    'div',
    { class: 'field' },
    el('label', { for: 'delivery' }, WORDS.delivery),
    delivery,
  );
  deliveryField.hidden = !ships;
  const dialog = el(
    'dialog',
    { class: 'simulated', lang: 'ja', 'aria-labelledby': 'title', 'data-simulated': 'dialog' },
    el(
      'div',
      { class: 'sheet' },
      el('h2', { id: 'title' }, WORDS.title),
      el('p', { class: 'hint' }, WORDS.notReal),
      el('p', {}, `${WORDS.shop}: ${storeName}`),
      el(
        'div',
        { class: 'field' },
        el('label', { for: 'address' }, ships ? WORDS.shippingAddress : WORDS.billingAddress),
        address,
      ),
      deliveryField,
      el('div', { class: 'field' }, el('span', { class: 'name' }, WORDS.goods), goods, amounts),
      el(
        'div',
        { class: 'field wish' },
        el('label', { for: 'wish' }, WORDS.wish),
        wish,
        el('span', { class: 'hint' }, WORDS.wishHint),
      ),
      status,
      problem,
      el('div', { class: 'buttons' }, cancel, pay),
    ),
  );
  address.addEventListener('change', () => {
    actions.chooseAddress(address.value);
  });
  delivery.addEventListener('change', () => {
    actions.chooseDelivery(delivery.value);
  });
  pay.addEventListener('click', () => {
    actions.pay(wish.value);
  });
  cancel.addEventListener('click', actions.leave);

  return {
    dialog,
    delivery: () => (delivery.value === '' ? undefined : delivery.value),
    show({ cart, status: going, problem: why, isBusy, isPaying }) {
      status.textContent = going;
      problem.textContent = why;
      dialog.setAttribute('aria-busy', String(isBusy || isPaying));
      for (const one of [address, delivery, wish]) one.disabled = isPaying;
      cancel.disabled = isPaying;
      pay.disabled = cart === undefined || isBusy || isPaying;
      goods.replaceChildren(...(cart?.goods ?? []).map((line) => el('li', {}, line)));
      amounts.replaceChildren(...drawAmounts(cart));
      if (cart !== undefined) showDelivery(delivery, cart);
    },
  };
}

function drawAmounts(cart: Cart | undefined): readonly HTMLElement[] {
  if (cart === undefined) return [];
  const total = showPrice(cart.chargeAmount);
  return [
    ...cart.rows.flatMap(({ label, price }) => [el('dt', {}, label), el('dd', {}, showPrice(price))]),
    el('dt', { class: 'sum' }, WORDS.total),
    el('dd', { class: 'sum', 'data-simulated': 'total' }, total),
  ];
}

/** What was chosen stays chosen when the page still offers it. */
function showDelivery(select: HTMLSelectElement, { deliveryOptions }: Cart): void {
  const before = select.value;
  const chosen =
    deliveryOptions.find(({ id }) => id === before) ?? deliveryOptions.find(({ isDefault }) => isDefault);
  const entries = deliveryOptions.map(({ id, name, price }) =>
    el('option', { value: id, selected: id === chosen?.id }, `${name}（${showPrice(price)}）`),
  );
  select.replaceChildren(...(entries.length > 0 ? entries : [el('option', { value: '' }, WORDS.noDelivery)]));
}
