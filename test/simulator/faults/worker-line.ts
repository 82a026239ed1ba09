/** The merchant's background on virtual time: passes of the real worker, with processes that die and come back. */
import { runPass } from '../../../lambda/src/worker/run-worker';
import type { ChargeReader, Mailer, Reading, WorkerDeps } from '../../../lambda/src/worker/worker-deps';
import type { WorkStore } from '../../../lambda/src/orders/store';
import { faultyStore } from './faulty-store';
import { createHost, type Host } from './host';
import type { SkillWorld } from './skill-hosts';

/** What the background needs of its world. */
export interface WorkerWorld extends SkillWorld {
  /** Absent: no server API is configured. */
  readonly reader: ChargeReader | undefined;
  readonly mayRepeatCharge: boolean;
  readonly hasMailer: boolean;
  readonly mailTaken: (mail: Parameters<Mailer['send']>[0]) => void;
  readonly readFailed: (subject: string) => void;
  /** When the next order is due (epoch milliseconds); Infinity when none is. */
  readonly nextDueMs: () => number;
  /** Calls back when an order with a due time was written. */
  readonly onDue: (callback: () => void) => void;
}

const EVERY_MS = 1000;

/**
 * Starts one worker that runs a pass every second until the world ends. Passes over nothing are left out: the worker
 * rests until something is due by its own clock.
 */
export function startWorker(world: WorkerWorld, name: string): void {
  const { scheduler, faults, dice } = world;
  let host = createHost(name, world);
  let isBusy = false;
  let plannedMs = Number.POSITIVE_INFINITY;
  const plan = (delayMs: number): void => {
    const atMs = scheduler.now() + delayMs;
    if (atMs >= plannedMs) return;
    plannedMs = atMs;
    scheduler.after(delayMs, () => {
      if (plannedMs !== atMs) return;
      plannedMs = Number.POSITIVE_INFINITY;
      tick();
    });
  };
  const tick = (): void => {
    if (!host.isAlive) {
      host = createHost(name, world);
      isBusy = false;
    }
    const waitMs = world.nextDueMs() - host.now();
    if (waitMs > 0 || isBusy) {
      if (waitMs < Number.POSITIVE_INFINITY) plan(Math.max(EVERY_MS, waitMs));
      return;
    }
    if (faults.strikes('workerDown')) {
      plan(dice.between(10_000, 90_000));
      return;
    }
    isBusy = true;
    const worker = host;
    void pass(world, worker).then(() => {
      if (worker === host) isBusy = false;
    });
    plan(EVERY_MS);
  };
  world.onDue(() => {
    plan(dice.between(1, EVERY_MS));
  });
}

async function pass(world: WorkerWorld, host: Host): Promise<void> {
  if (world.faults.strikes('clockJumped')) host.jumpClock(world.dice.between(-120_000, 120_000));
  const store: WorkStore = world.wrapStore(faultyStore(world, host), 'worker');
  const deps: WorkerDeps = {
    store,
    shop: world.shops[0],
    log: world.log,
    now: host.now,
    owner: host.name,
    chargeReader: world.reader === undefined ? undefined : faultyReader(world, host, world.reader),
    mayRepeatCharge: world.mayRepeatCharge,
    mailer: world.hasMailer ? faultyMailer(world, host) : undefined,
  };
  await runPass(deps).catch((error: unknown) => {
    world.trace.note(host.name, () => `pass ends: ${String(error)}`);
  });
}

function faultyReader(world: WorkerWorld, host: Host, reader: ChargeReader): ChargeReader {
  const ask = (
    subject: string,
    question: () => Promise<Reading>,
    fault: 'readNotAnswered' | 'repeatAnswerLost',
  ) =>
    new Promise<Reading>((resolve) => {
      if (!host.passes('before the question to Amazon Pay')) return;
      world.scheduler.after(world.dice.between(50, 500), () => {
        void question().then((reading) => {
          const isLost = world.faults.strikes(fault);
          if (isLost || reading.type === 'noAnswer') world.readFailed(subject);
          world.trace.note(
            host.name,
            () => `asks Amazon Pay: ${isLost ? 'no answer' : JSON.stringify(reading)}`,
          );
          if (host.passes('after the question to Amazon Pay'))
            resolve(isLost ? { type: 'noAnswer', reason: 'simulated' } : reading);
        });
      });
    });
  return {
    readAuthorization: (id) => ask(id, () => reader.readAuthorization(id), 'readNotAnswered'),
    repeatCharge: (content) => ask(content.orderId, () => reader.repeatCharge(content), 'repeatAnswerLost'),
  };
}

function faultyMailer({ scheduler, dice, faults, mailTaken, trace }: WorkerWorld, host: Host): Mailer {
  return {
    send: (mail) =>
      new Promise((resolve, reject) => {
        if (!host.passes('before the mail')) return;
        scheduler.after(dice.between(20, 400), () => {
          const isRefused = faults.strikes('mailRefused');
          trace.note(host.name, () => `mails ${mail.messageId}${isRefused ? ': refused' : ''}`);
          if (!isRefused) mailTaken(mail);
          if (!host.passes('after the mail')) return;
          if (isRefused || faults.strikes('mailTakenAnswerLost')) reject(new Error('simulated'));
          else resolve();
        });
      }),
  };
}
