/**
 * Watches something that changes by itself: each call of the returned function looks once, one look after the other,
 * and calls `changed` when it is not what it was at the look before (the first look always counts as a change).
 * `look` must not reject; its value is compared as JSON.
 */
export function createWatch(look: () => Promise<unknown>, changed: () => void): () => void {
  let seen: string | undefined;
  let running: Promise<void> = Promise.resolve();
  let queued = false;

  const lookOnce = async (): Promise<void> => {
    queued = false;
    const now = JSON.stringify(await look());
    if (now === seen) return;
    seen = now;
    changed();
  };
  return () => {
    if (queued) return;
    queued = true;
    running = running.then(lookOnce);
  };
}
