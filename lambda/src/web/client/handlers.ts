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
  const { call, say, showAnew } = effects;
  let address: object | null = null;
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
    say(textOf(answer, 'message') || data('faultText'), 'problem');
    return NO_TOTALS;
  };
  const totalsFor = (event: SheetEvent): Promise<object> => {
    address = addressOf(data('productType') === 'PayAndShip' ? event.shippingAddress : event.billingAddress);
    return totals();
  };
  const complete = async (event: SheetEvent): Promise<CompleteAnswer> => {
    say(data('payingText'), 'progress');
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
      void call('cancel', {});
      // Once paying has begun nobody here knows whether it was stopped: the page shows what the server knows.
      if (completing === undefined) say(data('cancelledText'), 'progress');
      else showAnew();
    },
    onError(error) {
      say(data('faultText'), 'problem');
      void call('errors', { source: 'checkout', code: codeOf(error) });
    },
  };
}

/** The parts of Amazon's address that the shop's server knows. */
const ADDRESS_PARTS = [
  'name',
  'addressLine1',
  'addressLine2',
  'addressLine3',
  'city',
  'county',
  'district',
  'stateOrRegion',
  'postalCode',
  'countryCode',
  'phoneNumber',
] as const;

/** An address as the server takes it; whatever Amazon may add one day stays here. Null: there is none yet. */
function addressOf(given: unknown): object | null {
  if (typeof given !== 'object' || given === null) return null;
  const parts = ADDRESS_PARTS.map((name) => [name, property(given, name)] as const);
  return Object.fromEntries(parts.filter(([, part]) => typeof part === 'string' || part === null));
}

/** Only the code of an error leaves the page: its message may hold anything. */
function codeOf(error: unknown): string {
  const told = ['reasonCode', 'code', 'type', 'name'].map((name) => textOf(error, name));
  const code = told.find((text) => text !== '') ?? '';
  return code.replace(/[^A-Za-z0-9_.-]/g, '').slice(0, 64) || 'unknown';
}
