import { type ButtonOptions, type CompleteAnswer, type SheetEvent } from './amazon-pay';
import { type PageData, property, textOf } from './page';
import { type PageEffects } from './page-effects';
import { showTotals } from './summary';

type Handlers = Pick<
  ButtonOptions,
  | 'onInitCheckout'
  | 'onShippingAddressSelection'
  | 'onDeliveryOptionSelection'
  | 'onCompleteCheckout'
  | 'onCancel'
  | 'onError'
>;

/** The one reason that Amazon's sheet knows for totals that cannot be given. */
const NO_TOTALS = { status: 'error', reasonCode: 'unknownError' } as const;

/** What happens in Amazon's sheet, carried to the shop's server. The page itself computes and decides nothing. */
export function createHandlers(data: PageData, effects: PageEffects): Handlers {
  const { call, write, showAnew } = effects;
  let address: unknown = null;
  let completing: Promise<CompleteAnswer> | undefined;

  const totals = async (): Promise<object> => {
    const answer = await call('cart', { address });
    if (
      typeof answer === 'object' &&
      answer !== null &&
      property(answer, 'totalChargeAmount') !== undefined
    ) {
      showTotals(data, effects, answer);
      return answer;
    }
    write('status', textOf(answer, 'message') || data('faultText'));
    return NO_TOTALS;
  };
  const totalsFor = (event: SheetEvent): Promise<object> => {
    address = (data('productType') === 'PayAndShip' ? event.shippingAddress : event.billingAddress) ?? null;
    return totals();
  };
  const complete = async (event: SheetEvent): Promise<CompleteAnswer> => {
    write('status', data('payingText'));
    const sent = { checkoutSessionId: textOf(event, 'amazonCheckoutSessionId') };
    const status = textOf(await call('complete', sent), 'status');
    // Whatever came of it, and also when nothing came back: the page then shows where the order is.
    showAnew();
    return { status: status === 'success' || status === 'decline' ? status : 'error' };
  };

  return {
    onInitCheckout: totalsFor,
    onShippingAddressSelection: totalsFor,
    onDeliveryOptionSelection: totals,
    onCompleteCheckout(event) {
      completing ??= complete(event);
      return completing;
    },
    onCancel() {
      write('status', data('cancelledText'));
      void call('cancel', {});
    },
    onError(error) {
      write('status', data('faultText'));
      void call('errors', { source: 'checkout', code: codeOf(error) });
    },
  };
}

/** Only the code of an error leaves the page: its message may hold anything. */
function codeOf(error: unknown): string {
  const told = ['reasonCode', 'code', 'type', 'name'].map((name) => textOf(error, name));
  const code = told.find((text) => text !== '') ?? '';
  return code.replace(/[^A-Za-z0-9_.-]/g, '').slice(0, 64) || 'unknown';
}
