import {
  type ChargeReader,
  type OutgoingMail,
  type Reading,
  type WorkerDeps,
} from '../../lambda/src/worker/worker-deps';
import { runPass } from '../../lambda/src/worker/run-worker';
import { type TestSkill } from './test-skill';

/** The background of a test skill, whose passes happen when a test wants them. */
export interface Background {
  readonly deps: WorkerDeps;
  readonly mails: OutgoingMail[];
  /** What was asked of Amazon Pay, in order: `read S03-…` or `repeat <reference>`. */
  readonly asked: string[];
  /** Lets time pass and runs one pass. */
  after(elapsedMs: number): Promise<void>;
}

/** `reading`: what Amazon Pay answers; absent: no server API. `mailsFail`: the mail server takes nothing. */
export interface BackgroundOptions {
  readonly reading?: () => Reading;
  readonly mayRepeatCharge?: boolean;
  readonly mailsFail?: boolean;
  readonly owner?: string;
}

/** Puts a background beside a test skill: the same store, clock and log. */
export function createBackground(skill: TestSkill, options: BackgroundOptions = {}): Background {
  const { reading, mayRepeatCharge = false, mailsFail = false, owner = 'worker-1' } = options;
  const mails: OutgoingMail[] = [];
  const asked: string[] = [];
  const chargeReader: ChargeReader | undefined =
    reading === undefined
      ? undefined
      : {
          readAuthorization(id) {
            asked.push(`read ${id}`);
            return Promise.resolve(reading());
          },
          repeatCharge({ authorizationReferenceId }) {
            asked.push(`repeat ${authorizationReferenceId}`);
            return Promise.resolve(reading());
          },
        };
  const deps: WorkerDeps = {
    store: skill.store,
    shop: skill.deps.shop,
    log: skill.log,
    now: skill.clock.now,
    owner,
    chargeReader,
    payPage: { tokenSecret: skill.deps.config.tokenSecret, web: skill.deps.config.web },
    mayRepeatCharge,
    mailer: {
      send(mail) {
        if (mailsFail) return Promise.reject(new Error('refused'));
        mails.push(mail);
        return Promise.resolve();
      },
    },
  };
  return {
    deps,
    mails,
    asked,
    async after(elapsedMs) {
      skill.clock.advance(elapsedMs);
      await runPass(deps);
    },
  };
}
