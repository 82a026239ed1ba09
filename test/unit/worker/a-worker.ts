import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop } from '../../../lambda/src/shop/shop';
import { type OutgoingMail, type WorkerDeps } from '../../../lambda/src/worker/worker-deps';
import { fixedEffects, type FixedEffects } from '../../support/fixed-effects';
import { memoryStore, type MemoryStore } from '../../support/memory-store';
import { recordingLog, type RecordingLog } from '../../support/recording-log';

/** A background with nothing but memory behind it. */
export interface TestWorker {
  readonly deps: WorkerDeps;
  readonly store: MemoryStore;
  readonly log: RecordingLog;
  readonly clock: FixedEffects;
  readonly mails: OutgoingMail[];
}

/** Makes a worker with a fixed clock whose mails are kept; any dependency may be replaced. */
export function aWorker(changes: Partial<WorkerDeps> = {}): TestWorker {
  const store = memoryStore();
  const log = recordingLog();
  const clock = fixedEffects();
  const mails: OutgoingMail[] = [];
  const mailer: WorkerDeps['mailer'] = {
    send(mail) {
      mails.push(mail);
      return Promise.resolve();
    },
  };
  const shop = parseShop(shopFile);
  const owner = 'worker-1';
  const deps = { store, shop, log, now: clock.now, owner, mayRepeatCharge: false, mailer, ...changes };
  return { deps, store, log, clock, mails };
}
