/// <reference lib="dom" />
/** The script of the final confirmation and of the page that waits for a result. It holds no sentence and no amount. */
import { ELEMENT_IDS } from '../checkout-data';
import { cleanAddress } from './clean-address';
import { pageData } from './page';
import { createPageEffects } from './page-effects';
import { showButton } from './pay';
import { pollResult } from './poll';

const pay = document.getElementById(ELEMENT_IDS.pay);
const checking = document.getElementById(ELEMENT_IDS.checking);
const data = pageData((pay ?? checking)?.dataset ?? {});
const effects = createPageEffects(data);

cleanAddress();
if (pay !== null) void showButton(data, effects);
if (checking !== null) void pollResult(effects);

// A page that the browser kept for its back button may show an order as unpaid that is paid by now.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted && (pay ?? checking) !== null) effects.showAnew();
});
