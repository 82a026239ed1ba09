/** Says every few seconds how far a run is. */
import type { Totals } from './totals';

const EVERY_MS = 3000;

/** Makes what hears of each part that is done. `visits`: of the whole run. */
export function progressPrinter(
  visits: number,
  { print, now }: { readonly print: (line: string) => void; readonly now: () => number },
): (part: Totals) => void {
  let done = 0;
  let findings = 0;
  let printedAtMs = now();
  return (part) => {
    done += part.visits;
    findings += part.findings.length;
    if (now() - printedAtMs < EVERY_MS) return;
    printedAtMs = now();
    print(`${done} of ${visits} visits, ${findings} findings`);
  };
}
