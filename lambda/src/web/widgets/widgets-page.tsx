import { type VNode } from 'preact';
import { type FailureMessage } from '../../checkout/failure-message';
import { type Order, type Quote } from '../../orders/order';
import { type WidgetMessage } from '../../payment/codes/widget-codes';
import { FinalConfirmation, type Opening } from '../pages/final-confirmation';
import { type PageFrame } from '../pages/layout';
import { type WidgetsData } from './widgets-data';
import { WidgetsForm } from './widgets-form';

/** What the widget page shows. `failure`: about the last try. `notice`: the error after which it was loaded anew. */
export interface WidgetsPageProps extends PageFrame {
  readonly order: Order;
  readonly quote: Quote;
  readonly data: WidgetsData;
  readonly failure: FailureMessage | undefined;
  readonly notice: WidgetMessage | undefined;
  readonly sandbox: boolean;
}

/** These widgets always capture at once; a shop that is paid later has none. */
const CAPTURES = { paymentIntent: 'AuthorizeWithCapture' } as const;

/**
 * The final confirmation with Amazon's sign-in, address book, wallet and consent, and a button of our own that orders.
 * @see issue "web checkout", item 4
 */
export function WidgetsPage(props: WidgetsPageProps): VNode {
  return (
    <FinalConfirmation {...props} web={CAPTURES} script="/assets/widgets.js" opening={openingOf(props)}>
      <WidgetsForm {...props} />
    </FinalConfirmation>
  );
}

function openingOf({ quote, failure, notice }: WidgetsPageProps): Opening {
  if (notice !== undefined) return { kind: 'problem', problem: notice, hint: 'pageWidgetsHintAgain' };
  if (failure !== undefined) return { kind: 'problem', problem: failure, hint: 'pageNotPaid' };
  return { kind: 'lead', lead: quote.ships ? 'pageWidgetsLead' : 'pageWidgetsLeadNoPlace' };
}
