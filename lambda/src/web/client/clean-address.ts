/// <reference lib="dom" />

/**
 * Takes out of the address why the buyer was led here: it was said once, and after a reload or in a link that is sent on
 * it would be false.
 */
export function cleanAddress(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has('after')) return;
  address.searchParams.delete('after');
  history.replaceState(history.state, '', address);
}
