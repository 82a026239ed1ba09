/// <reference lib="dom" />
/**
 * Stands in for Amazon's checkout.js: the same interface, with a sheet of its own in the page in place of Amazon's window.
 * @see amazon-pay-server-apis.md, section 13 (Buy Now)
 */
import { createAskAmazon, originOfThisScript } from './ask-amazon';
import { renderJSButton } from './button';
import type { ButtonOptions } from './button-options';
import { addToAmazon } from './window';

const ask = createAskAmazon(originOfThisScript().origin);

addToAmazon({
  Pay: {
    renderJSButton: (selector: string, options: ButtonOptions) => {
      renderJSButton(selector, options, ask);
    },
  },
});
