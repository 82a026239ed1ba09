import { property, textOf } from './page';
import { showTotals } from './summary';
import { type BegunAgreement } from './widgets-amazon';
import { type Choices, mayOrder, NO_CHOICES } from './widgets-choices';
import { type WidgetEffects } from './widgets-effects';
import { createErrorHandling } from './widgets-errors';
import { createOpenWidgets, type OpenWidgets } from './widgets-open';
import { type WidgetsData } from './widgets-page-data';

/** What the page offers to the outside: the start, and the press of the button that orders. */
export interface WidgetFlow {
  readonly start: () => Promise<void>;
  readonly order: () => Promise<void>;
}

/**
 * Leads a buyer through the widgets: sign-in, address, payment method, consent where it is needed, and the order. The
 * page computes no amount and decides about no error: both come from the server.
 */
export function createWidgetFlow(data: WidgetsData, effects: WidgetEffects): WidgetFlow {
  const { call, say, show, showAnew } = effects;
  const ships = data('productType') === 'PayAndShip';
  const fresh: Choices = { ...NO_CHOICES, needsConsent: data('needsConsent') === 'true' };
  let choices = fresh;
  let open: OpenWidgets | undefined;
  let readings = 0;
  let isOver = false;

  const choose = (changes: Partial<Choices>): void => {
    choices = { ...choices, ...changes };
    effects.enableOrder(mayOrder(choices));
  };
  const errors = createErrorHandling(data, effects, {
    isPaying: () => choices.isPaying,
    isOver: () => isOver,
    agreementId: () => choices.agreementId,
    signInAgain() {
      forgetStatus();
      signInAgain();
    },
    showAddressReadOnly() {
      if (choices.agreementId === undefined) return;
      effects.empty('addressBook');
      open?.readOnlyAddress(choices.agreementId);
      void readTotal();
    },
    consentIsThere: () => {
      choose({ hasConsent: true });
    },
    paymentIsThere: () => {
      choose({ hasPayment: true });
    },
    stop: () => {
      isOver = true;
      choose({ agreementId: undefined });
      forgetStatus();
    },
  });

  /** What was said about the choices goes with them. */
  function forgetStatus(): void {
    say('', 'progress');
  }

  /** Back to the button: whatever was chosen belonged to an agreement that is over. */
  function signInAgain(): void {
    choose(fresh);
    for (const widget of ['addressBook', 'wallet', 'consent'] as const) effects.empty(widget);
    show('choices', false);
    show('signIn', true);
    effects.focus('signInTitle');
  }

  function signedIn(): void {
    errors.clear();
    show('signIn', false);
    show('choices', true);
    show('spinner', true);
    effects.focus('choicesTitle');
    if (ships) open?.addressBook();
    else open?.wallet();
  }

  function begun(agreement: BegunAgreement): void {
    show('spinner', false);
    const agreementId = String(agreement.getAmazonBillingAgreementId());
    if (isOver || agreementId === choices.agreementId) return;
    choose({ agreementId, totalYen: undefined, hasPayment: false, hasConsent: false });
    if (ships) open?.wallet(agreementId);
    else void readTotal();
    if (choices.needsConsent) askForConsent(agreementId);
  }

  function askForConsent(agreementId: string): void {
    show('consentPart', true);
    open?.consent(agreementId);
  }

  /** Asks the server for the total of the chosen address; an answer that was overtaken says nothing any more. */
  async function readTotal(): Promise<void> {
    const { agreementId } = choices;
    if (agreementId === undefined) return;
    readings += 1;
    const reading = readings;
    choose({ totalYen: undefined });
    const answer = await call('widgets/total', { billingAgreementId: agreementId });
    if (reading !== readings || agreementId !== choices.agreementId) return;
    if (answer === undefined) say(data('faultText'), 'problem');
    else if (!takeTotals(answer)) refused(answer);
  }

  function takeTotals(answer: unknown): boolean {
    const amount = Number(textOf(property(answer, 'totalChargeAmount'), 'amount'));
    if (!(amount > 0)) return false;
    showTotals(data, effects, answer);
    choose({ totalYen: amount });
    return true;
  }

  /** Nothing was charged, and the server said why. */
  function refused(answer: unknown): void {
    takeTotals(property(answer, 'totals'));
    say(textOf(answer, 'message'), 'problem');
    const next = textOf(answer, 'next');
    if (next === 'anew') showAnew();
    if (next === 'signIn') signInAgain();
    const { agreementId } = choices;
    if (textOf(answer, 'reason') !== 'consentNeeded' || agreementId === undefined) return;
    choose({ needsConsent: true, hasConsent: false });
    askForConsent(agreementId);
  }

  return {
    async start() {
      show('spinner', true);
      const amazon = await effects.loadWidgets();
      show('spinner', false);
      if (amazon === undefined) {
        say(data('missingText'), 'problem');
        void call('errors', { source: 'widgets', code: 'scriptNotLoaded' });
        return;
      }
      const events = {
        authorization: () => {
          effects.signIn((isSignedIn) => {
            if (isSignedIn) signedIn();
          });
        },
        begun,
        addressChosen: () => void readTotal(),
        paymentChosen: () => {
          choose({ hasPayment: true });
        },
        consentTold: (status: { readonly getConsentStatus: () => unknown }) => {
          choose({ hasConsent: String(status.getConsentStatus()) === 'true' });
        },
      };
      open = createOpenWidgets(amazon, { data, effects, errors, events });
      open.button();
    },
    async order() {
      if (!mayOrder(choices)) return;
      const { agreementId, totalYen } = choices;
      choose({ isPaying: true });
      say(data('payingText'), 'progress');
      const answer = await call('widgets/pay', { billingAgreementId: agreementId, shownTotalYen: totalYen });
      // No answer is not "not paid": the page is shown anew, and the server knows where the order is.
      if (textOf(answer, 'status') !== 'refused') {
        showAnew();
        return;
      }
      choose({ isPaying: false });
      refused(answer);
    },
  };
}
