import { createSay } from '../page-text';
import { type WebDeps } from '../web-deps';
import { type PageFacts, writeCheckoutData } from '../write-checkout-data';
import { widgetPolicy } from './widget-policy';
import { type WidgetsData } from './widgets-data';
import { widgetsScriptUrl } from './widgets-script';

/** What the page's script is told beside the settings. `reloadedOnce`: an error has led to this page already. */
export interface WidgetsFacts extends PageFacts {
  readonly reloadedOnce: boolean;
}

/** Collects everything the script of a widget page needs. Nothing of it is secret, and nothing of it is believed later. */
export function writeWidgetsData(
  deps: Pick<WebDeps, 'config' | 'web' | 'shop'>,
  facts: WidgetsFacts,
): WidgetsData {
  const { config, web, shop } = deps;
  const shared = writeCheckoutData(deps, facts);
  const policy = widgetPolicy(createSay(shop), { reloadedOnce: facts.reloadedOnce });
  return {
    shopPath: shared.shopPath,
    csrfToken: shared.csrfToken,
    scriptUrl: widgetsScriptUrl(web, config),
    merchantId: shared.merchantId,
    storeId: shared.storeId,
    productType: shared.productType,
    yenText: shared.yenText,
    freeText: shared.freeText,
    placeChosenText: shared.placeChosenText,
    missingText: shared.missingText,
    payingText: shared.payingText,
    faultText: shared.faultText,
    needsConsent: facts.quote.lines.some(({ monthly }) => monthly) ? 'true' : 'false',
    policy: JSON.stringify(policy),
  };
}
