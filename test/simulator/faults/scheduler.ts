/** Virtual time: events wait in one queue, and the clock jumps from each to the next. Nothing really sleeps. */

/** The clock and queue of one simulated world. */
export interface Scheduler {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /**
   * Runs `event` after `delayMs`; events of the same instant run in the order in which they were planned. The returned
   * function takes it back.
   */
  readonly after: (delayMs: number, event: () => void) => () => void;
  readonly sleep: (delayMs: number) => Promise<void>;
  /** Runs events until none is left. Every promise that an event settles is followed up before the next event. */
  readonly run: () => Promise<void>;
  readonly steps: number;
}

interface Planned {
  readonly atMs: number;
  readonly order: number;
  event: (() => void) | undefined;
}

/** Makes a scheduler whose clock stands at `startMs` (epoch milliseconds). */
export function createScheduler(startMs: number): Scheduler {
  const queue: Planned[] = [];
  let nowMs = startMs;
  let planned = 0;
  let steps = 0;
  const after = (delayMs: number, event: () => void): (() => void) => {
    planned += 1;
    const item: Planned = { atMs: nowMs + Math.max(0, delayMs), order: planned, event };
    push(queue, item);
    return () => {
      item.event = undefined;
    };
  };
  return {
    now: () => nowMs,
    after,
    sleep: (delayMs) =>
      new Promise((resolve) => {
        after(delayMs, resolve);
      }),
    async run() {
      await settled();
      for (let first = pop(queue); first !== undefined; first = pop(queue)) {
        if (first.event === undefined) continue;
        nowMs = first.atMs;
        steps += 1;
        first.event();
        await settled();
      }
    },
    get steps() {
      return steps;
    },
  };
}

/**
 * Resolves when every promise reaction that is ready has run: a tick that is asked for among them comes after them all.
 * Nothing in a world waits for anything else, so no turn of the event loop is needed.
 */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}

/** A binary heap: the earliest event is at 0, each parent is earlier than its two children. */
function push(heap: Planned[], item: Planned): void {
  let index = heap.length;
  heap.push(item);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(item, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = item;
}

function pop(heap: Planned[]): Planned | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let index = 0;
  for (;;) {
    const child = earlierChild(heap, index);
    const below = heap[child];
    if (below === undefined || !isBefore(below, last)) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = last;
  return first;
}

function earlierChild(heap: readonly Planned[], index: number): number {
  const left = 2 * index + 1;
  const [one, other] = [heap[left], heap[left + 1]];
  return one !== undefined && other !== undefined && isBefore(other, one) ? left + 1 : left;
}

function isBefore(one: Planned, other: Planned): boolean {
  return one.atMs === other.atMs ? one.order < other.order : one.atMs < other.atMs;
}
