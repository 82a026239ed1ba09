import { ordinaryBuyer, type SimulatedBuyer } from '../amazon-pay/account';
import type { Before, Sidecar } from './sidecar-schema';

/** The buyer of a sidecar as Amazon knows the person: the ordinary buyer, with what the sidecar changes. */
export function settingUp(
  userId: string,
  { address = {}, ...wishes }: NonNullable<Sidecar['buyer'] | Before['buyer']>,
): SimulatedBuyer {
  const ordinary = ordinaryBuyer(userId);
  const { paymentMethod, oneClickEnabled, voicePurchaseEnabled, voiceCode, deviceSupported } = wishes;
  return {
    ...ordinary,
    shippingAddress: address === 'none' ? undefined : { ...ordinary.shippingAddress, ...address },
    paymentMethod: paymentMethod ?? ordinary.paymentMethod,
    oneClickEnabled: oneClickEnabled ?? ordinary.oneClickEnabled,
    voicePurchaseEnabled: voicePurchaseEnabled ?? ordinary.voicePurchaseEnabled,
    voiceCode: voiceCode ?? ordinary.voiceCode,
    deviceSupported: deviceSupported ?? ordinary.deviceSupported,
  };
}
