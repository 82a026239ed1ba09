/// <reference lib="dom" />
/** One visit of the buyer to the sheet, from the click on the button to the shop's last word. */
import { ADDRESS_NAMES, addressOf } from './addresses-table';
import type { AskAmazon } from './ask-amazon';
import { amazonError, type ButtonOptions, type CartHandler, type SheetEvent } from './button-options';
import { readCart, type ReadCart } from './cart-details';
import { openModal } from './modal';
import { drawSheet, type SheetState } from './sheet-view';
import { withCode, WORDS } from './sheet-words';

/** How the visit ended: what the shop answered to "pay", or that the buyer left. */
export type SheetOutcome = 'success' | 'decline' | 'error' | 'cancelled';

/** Where the sheet opens and whom it asks. `checkoutSessionId`: of the session that the click began. */
export interface SheetPlace {
  readonly root: ShadowRoot;
  readonly ask: AskAmazon;
  readonly checkoutSessionId: string;
}

/** Opens the sheet; resolves when it has closed. The page's handlers are called in Amazon's order. */
export function openSheet(options: ButtonOptions, place: SheetPlace): Promise<SheetOutcome> {
  const { root, ask, checkoutSessionId } = place;
  const { checkoutSessionConfig: config, onError } = options;
  const session = `checkoutSessions/${checkoutSessionId}`;
  const ships = options.productType === 'PayAndShip';
  let chosenAddress: string = ADDRESS_NAMES[0];
  let asked = 0;
  let state: SheetState = { cart: undefined, status: '', problem: '', isBusy: false, isPaying: false };

  return new Promise((resolve) => {
    const view = drawSheet(
      {
        ships,
        storeName: config.merchantMetadata?.merchantStoreName ?? options.merchantId,
        canHandlePending: config.paymentDetails.canHandlePendingAuthorization === true,
      },
      {
        chooseAddress: (value) => {
          chosenAddress = value;
          if (ships) void askTotals(options.onShippingAddressSelection);
        },
        chooseDelivery: () => void askTotals(options.onDeliveryOptionSelection),
        pay: (wish) => void pay(wish),
        leave: () => void leave(),
      },
    );
    const show = (changes: Partial<SheetState>): void => {
      state = { ...state, ...changes };
      view.show(state);
    };
    const eventNow = (): SheetEvent => {
      const address = addressOf(chosenAddress);
      const delivery = view.delivery();
      return {
        shippingAddress: ships ? address : null,
        billingAddress: ships ? null : address,
        deliveryOptions: delivery === undefined ? null : { id: delivery },
        buyer: null,
      };
    };
    const close = (outcome: SheetOutcome): void => {
      view.dialog.close();
      view.dialog.remove();
      resolve(outcome);
    };

    /** A page without this handler keeps its totals. Of two questions at once the later one counts. */
    async function askTotals(handler: CartHandler | undefined): Promise<void> {
      if (handler === undefined) return;
      asked += 1;
      const mine = asked;
      show({ cart: undefined, status: WORDS.asking, problem: '', isBusy: true });
      const read = await call(handler);
      if (mine !== asked) return;
      const told = read.ok ? '' : read.message || withCode(WORDS.noTotals, read.reasonCode);
      show({ cart: read.ok ? read.cart : undefined, status: '', problem: told, isBusy: false });
    }

    async function call(handler: CartHandler): Promise<ReadCart> {
      try {
        return readCart(await handler(eventNow()));
      } catch {
        onError?.(amazonError('handlerThrew'));
        return { ok: false, reasonCode: 'handlerThrew', message: '' };
      }
    }

    async function pay(wish: string): Promise<void> {
      const { cart } = state;
      if (cart === undefined || state.isPaying) return;
      show({ status: WORDS.paying, problem: '', isPaying: true });
      const { chargeAmount, totalOrderAmount } = cart;
      const event = eventNow();
      const written = await ask('PATCH', session, {
        address: event.shippingAddress ?? event.billingAddress,
        deliveryOptionId: event.deliveryOptions?.id,
        chargeAmount,
        totalOrderAmount,
        wish,
      });
      if (!written.ok) {
        show({ status: '', problem: withCode(WORDS.notPaid, written.code), isPaying: false });
        onError?.(amazonError(written.code));
        return;
      }
      close(await complete({ ...event, amazonCheckoutSessionId: checkoutSessionId }));
    }

    async function complete(event: SheetEvent): Promise<SheetOutcome> {
      try {
        const answer: unknown = await options.onCompleteCheckout(event);
        const status: unknown =
          typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'status') : undefined;
        return status === 'success' || status === 'decline' ? status : 'error';
      } catch {
        onError?.(amazonError('handlerThrew'));
        return 'error';
      }
    }

    async function leave(): Promise<void> {
      if (state.isPaying) return;
      show({ isPaying: true });
      await ask('DELETE', session);
      close('cancelled');
      options.onCancel(eventNow());
    }

    root.append(view.dialog);
    openModal(view.dialog, { leave: () => void leave() });
    void askTotals(options.onInitCheckout);
  });
}
