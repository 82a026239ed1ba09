import { ordinaryBuyer, type SimulatedBuyer } from '../amazon-pay/account';
import type { BuyerChange } from './requests';
import type { BuyerSettings } from './wire';

/** Shows a simulated buyer as the page's selects. */
export function viewBuyer(buyer: SimulatedBuyer): BuyerSettings {
  const { paymentMethod, voiceCode, voicePurchaseEnabled, oneClickEnabled, deviceSupported } = buyer;
  return {
    prefecture: buyer.shippingAddress?.stateOrRegion ?? '',
    paymentMethod,
    voiceCode,
    voicePurchaseEnabled,
    oneClickEnabled,
    deviceSupported,
    emailRegistered: buyer.email !== undefined,
  };
}

/** The buyer after a change. An address or e-mail that comes back is the ordinary buyer's. */
export function changeBuyer(buyer: SimulatedBuyer, change: BuyerChange): SimulatedBuyer {
  const { prefecture, emailRegistered, ...rest } = change;
  const ordinary = ordinaryBuyer(buyer.userId);
  const address = buyer.shippingAddress ?? ordinary.shippingAddress;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...buyer,
    ...given,
    ...(prefecture === '' && { shippingAddress: undefined }),
    ...(prefecture && { shippingAddress: { ...address, stateOrRegion: prefecture } }),
    ...(emailRegistered !== undefined && { email: emailRegistered ? ordinary.email : undefined }),
  };
}
