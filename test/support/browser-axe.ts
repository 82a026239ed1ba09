/// <reference lib="dom" />
import { type AxeResults, source } from 'axe-core';
import { type Page } from 'playwright-core';

/**
 * What axe-core finds wrong with the page as it stands, of every weight, one line each: `rule (weight): elements`. It is run
 * from outside, so that the page's own security policy stays as it is.
 */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(runAxe);
  return violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact ?? 'unknown'}): ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Runs in the page. Waits for nothing: what moves or fades is not there. */
function runAxe(): Promise<AxeResults> {
  const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
  return axe.run({ resultTypes: ['violations'] });
}
