/// <reference lib="dom" />
import { type ButtonOptions, type CompleteAnswer, type SheetEvent } from './amazon-pay';
import { type PageData, property, showAnew, textOf, write } from './page';
import { callShop } from './shop-calls';
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
export function createHandlers(data: PageData): Handlers {
  let address: unknown = null;
  let completing: Promise<CompleteAnswer> | undefined;

  const totals = async (): Promise<object> => {
    const answer = await callShop(data, 'cart', { address });
    if (
      property(answer, 'totalChargeAmount') !== undefined &&
      typeof answer === 'object' &&
      answer !== null
    ) {
      showTotals(data, answer);
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
    const status = textOf(await callShop(data, 'complete', sent), 'status');
    // After the sheet has its answer: the page then shows where the order is, whatever came of it.
    setTimeout(() => {
      showAnew(data);
    });
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
      void callShop(data, 'cancel', {});
    },
    onError(error) {
      write('status', data('faultText'));
      void callShop(data, 'errors', { source: 'checkout', code: codeOf(error) });
    },
  };
}

/** Only the code of an error leaves the page: its message may hold anything. */
function codeOf(error: unknown): string {
  const told = ['reasonCode', 'code', 'type', 'name'].map((name) => textOf(error, name));
  const code = told.find((text) => text !== '') ?? 'unknown';
  return code.replace(/[^A-Za-z0-9_.-]/g, '').slice(0, 64) || 'unknown';
}
