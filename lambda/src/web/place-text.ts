import { type Destination } from '../payment/outcome';

/** A delivery place as one text, without the person's name; undefined when nothing is known of it. */
export function placeText(destination: Destination | undefined): string | undefined {
  const { postalCode, stateOrRegion, city, addressLine1, addressLine2, addressLine3 } = destination ?? {};
  const address = [stateOrRegion, city, addressLine1, addressLine2, addressLine3]
    .map((part) => part?.trim() ?? '')
    .join('');
  if (address === '') return undefined;
  return postalCode === undefined ? address : `〒${postalCode} ${address}`;
}
