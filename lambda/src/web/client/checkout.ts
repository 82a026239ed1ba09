/// <reference lib="dom" />
/** The script of the final confirmation and of the page that waits for a result. It holds no sentence and no amount. */
import { ELEMENT_IDS } from '../checkout-data';
import { pageData, showAnew } from './page';
import { showButton } from './pay';
import { pollResult } from './poll';

const pay = document.getElementById(ELEMENT_IDS.pay);
const checking = document.getElementById(ELEMENT_IDS.checking);
const element = pay ?? checking;

if (element !== null) {
  const data = pageData(element);
  // A page that the browser kept for its back button may show an order as unpaid that is paid by now.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) showAnew(data);
  });
}
if (pay !== null) void showButton(pageData(pay));
if (checking !== null) void pollResult(pageData(checking));
