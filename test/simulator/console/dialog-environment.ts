import type { Config } from '../../../lambda/src/config';
import { DIALOG_SHOP_URL } from '../player/shop-house';

/** The settings of a shop that change what it says, as a sidecar names them; those of a dialog's own shop are left out. */
export function dialogEnvironment({
  amazonPrompts,
  paymentChannel,
  web,
}: Pick<Config, 'amazonPrompts' | 'paymentChannel' | 'web'>): Readonly<Record<string, string>> {
  return {
    ...(amazonPrompts === 'skip' && { AMAZON_PROMPTS: 'skip' }),
    ...(web && { SHOP_URL: DIALOG_SHOP_URL }),
    ...(paymentChannel === 'web' && { PAYMENT_CHANNEL: 'web' }),
  };
}
