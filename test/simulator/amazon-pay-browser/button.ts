/// <reference lib="dom" />
import { el } from '../console/client/dom';
import { addressOf, ADDRESS_NAMES } from './addresses-table';
import type { AskAmazon } from './ask-amazon';
import { amazonError, type ButtonOptions } from './button-options';
import { drawApart } from './shadow';
import { openSheet } from './sheet';
import { withCode, WORDS } from './sheet-words';
import { CSS } from './styles';

/**
 * Puts the button into the page's element. A click begins a session at Amazon and opens the sheet; how that ended stands
 * below the button.
 * @throws Error when the page has no such element
 */
export function renderJSButton(selector: string, options: ButtonOptions, ask: AskAmazon): void {
  const container = document.querySelector(selector);
  if (container === null) throw new Error(`The page has no element ${selector}.`);
  const outcome = el('p', { class: 'outcome', role: 'status', 'data-simulated': 'outcome' });
  const button = el(
    'button',
    { type: 'button', class: 'pay-button', 'data-simulated': 'pay-button' },
    WORDS.button,
    el('small', {}, WORDS.simulated),
  );
  const root = drawApart(container, CSS, el('div', { class: 'simulated', lang: 'ja' }, button, outcome));
  const tell = (status: string, words: string): void => {
    outcome.setAttribute('data-status', status);
    outcome.textContent = words;
  };

  async function click(): Promise<void> {
    button.disabled = true;
    tell('opening', WORDS.opening);
    const { merchantId, ledgerCurrency, sandbox, productType, checkoutSessionConfig: config } = options;
    const begun = await ask('POST', 'checkoutSessions', {
      merchantId,
      ledgerCurrency,
      sandbox,
      productType,
      storeId: config.storeId,
      chargePermissionType: config.chargePermissionType ?? 'OneTime',
      recurringMetadata: config.recurringMetadata,
      paymentIntent: config.paymentDetails.paymentIntent,
      canHandlePendingAuthorization: config.paymentDetails.canHandlePendingAuthorization ?? false,
      merchantReferenceId: config.merchantMetadata?.merchantReferenceId,
      merchantStoreName: config.merchantMetadata?.merchantStoreName,
      address: addressOf(ADDRESS_NAMES[0]),
    });
    button.disabled = false;
    if (!begun.ok) {
      tell('error', withCode(WORDS.notOpened, begun.code));
      options.onError?.(amazonError(begun.code));
      return;
    }
    // The focus comes back to where it is when the sheet opens.
    button.focus();
    tell('open', '');
    const checkoutSessionId = String(begun.json['checkoutSessionId']);
    const ended = await openSheet(options, { root, ask, checkoutSessionId });
    tell(ended, ended === 'cancelled' ? '' : WORDS[ended]);
  }
  button.addEventListener('click', () => void click());
}
