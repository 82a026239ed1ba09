/** Plays one world again and tells its story. */
import type { TraceLine } from './trace';
import { runWorld, type WorldResult, type WorldSettings } from './world';

/** What is shown of the story. `orderId`: only what concerns this order and its devices. */
export interface ReplayView {
  readonly orderId?: string | undefined;
  readonly fromStep?: number | undefined;
}

/** Runs a world with its story kept. Resolves to the lines and the world's result. */
export async function replay(
  settings: WorldSettings,
  { orderId, fromStep = 0 }: ReplayView,
): Promise<{ readonly lines: readonly string[]; readonly result: WorldResult }> {
  const result = await runWorld({ ...settings, keepsLines: true });
  const { lines } = result;
  const startMs = lines[0]?.atMs ?? 0;
  const actors = new Set(
    lines
      .filter(({ actor, event }) => actor.startsWith('echo') && event.includes(orderId ?? ''))
      .map(({ actor }) => actor),
  );
  const isShown = ({ actor, event, step }: TraceLine): boolean =>
    step >= fromStep && (orderId === undefined || actors.has(actor) || event.includes(orderId));
  return {
    result,
    lines: lines.filter(isShown).map((line) => {
      const seconds = ((line.atMs - startMs) / 1000).toFixed(3).padStart(9);
      return `${String(line.step).padStart(6)} ${seconds} s  ${line.actor.padEnd(10)} ${line.event}`;
    }),
  };
}
