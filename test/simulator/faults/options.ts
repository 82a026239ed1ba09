/** The options of the command. */
import { parseArgs } from 'node:util';

const OPTIONS = {
  seed: { type: 'string', default: '1' },
  orders: { type: 'string', default: '1000' },
  seeds: { type: 'string', default: '1' },
  threads: { type: 'string', default: '2' },
  world: { type: 'string' },
  order: { type: 'string' },
  'from-step': { type: 'string', default: '0' },
  defect: { type: 'string' },
  'fault-free': { type: 'boolean', default: false },
  ci: { type: 'boolean', default: false },
  nightly: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What was asked for; numbers are whole. `world`: replays this one. */
export interface Options {
  readonly seed: number;
  readonly seeds: number;
  readonly orders: number;
  readonly threads: number;
  readonly world: number | undefined;
  readonly orderId: string | undefined;
  readonly fromStep: number;
  readonly defect: string | undefined;
  readonly isFaultFree: boolean;
  readonly wantsHelp: boolean;
}

/** What `--help` prints. */
export const HELP = [
  'npm run simulate -- [options]: purchases under faults, judged against the ledger of the simulated Amazon Pay',
  '  --seed S --orders M   M visits under seed S (1, 1000)      --seeds N      N seeds from S on (1)',
  '  --ci                  5 seeds of 10,000                    --nightly      100 seeds of 10,000',
  '  --threads N           worker threads (2)                   --fault-free   nothing goes wrong: for the speed',
  '  --defect NAME         puts a defect in; `list` names them',
  '  --world W --order ID [--from-step N]   tells the story of one world of the seed again',
  'Rates: fault-rates-table.ts, each world with a mix of its own (each kind resting, as written or three times as',
  'often, two kinds fifteen times); they are assumptions like those of money-safety.md, section 10, and differ from',
  'them where worlds would else be short of crashes within a purchase. Exit code 1: a promise was broken.',
];

/**
 * Reads the command line.
 * @throws Error on an unknown option, or a number that is none
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const wide = values.ci
    ? { seeds: 5, orders: 10_000 }
    : values.nightly
      ? { seeds: 100, orders: 10_000 }
      : {};
  return {
    seed: whole('seed', values.seed),
    seeds: whole('seeds', values.seeds),
    orders: whole('orders', values.orders),
    threads: whole('threads', values.threads),
    world: values.world === undefined ? undefined : whole('world', values.world),
    orderId: values.order,
    fromStep: whole('from-step', values['from-step']),
    defect: values.defect,
    isFaultFree: values['fault-free'],
    wantsHelp: values.help,
    ...wide,
  };
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}"`);
  return Number(text);
}
