/** The simulated Amazon Pay for Alexa: Setup and Charge through Connections, with books that can be read. */
import type {
  AmazonPayConnection,
  ConnectionAnswer,
  ConnectionContext,
  ConnectionName,
  Delivery,
  SimulatorEffects,
} from '../contract';
import { ordinaryBuyer, type AmazonPayAccount, type SimulatedBuyer } from './account';
import { processCharge } from './charge';
import { advance } from './clock';
import { deliver } from './delivery';
import { garble } from './garble';
import { createLedger, type Ledger } from './ledger';
import type { Change, SeenRequest } from './ledger-records';
import { parseDirective, type Directive, type UnparsedDirective } from './payload-schema';
import { refuse } from './refusal';
import { answerRefusal, answerResult, answerValidationFailure, type Result } from './result';
import type { Scenario } from './scenario';
import type { Moment } from './settle';
import { processSetup } from './setup';
import { createThrottle } from './throttle';

/** The simulated Amazon Pay as the console, the terminal player and tests hold it. */
export interface AmazonPay extends AmazonPayConnection {
  readonly ledger: Ledger;
  /** The next directive of the scenario's operation is answered with it; several wait in line. */
  force(scenario: Scenario): void;
  /** Forgets every scenario that still waits. */
  clearForced(): void;
  /** Brings the books up to the present time, as every directive does: Pending is decided, unused expires. */
  passTime(): void;
  /** Changes or adds a buyer; without effect when `buyerOf` was given, because buyers come from there. */
  setBuyer(buyer: SimulatedBuyer): void;
}

/** What the simulated Amazon Pay is made of. */
export interface AmazonPayOptions {
  readonly account: AmazonPayAccount | (() => AmazonPayAccount);
  readonly effects: SimulatorEffects;
  readonly ledger?: Ledger;
  /** The person behind an Alexa user id; the default knows everyone as an ordinary buyer. */
  readonly buyerOf?: (userId: string) => SimulatedBuyer;
  /** Hears of a defect of the simulator or a journal that cannot be written; the directive gets a 500. */
  readonly onDefect?: (error: unknown) => void;
}

/**
 * Opens the simulated Amazon Pay.
 * `account` may be a function, so that a console can close the account or change its limits while it runs.
 * Given the same effects, directives and scenarios, it answers the same.
 */
export function createAmazonPay(options: AmazonPayOptions): AmazonPay {
  const { effects, ledger = createLedger(), onDefect = () => undefined } = options;
  const { account } = options;
  const accountOf = typeof account === 'function' ? account : () => account;
  const buyerOf = options.buyerOf ?? ((userId) => ledger.buyers.get(userId) ?? ordinaryBuyer(userId));
  const waiting: Record<ConnectionName, Scenario[]> = { Setup: [], Charge: [] };
  const isThrottled = createThrottle();

  /** Never throws: a defect, or a journal that cannot be written, is a 500 like any failure of a service. */
  function answer(directive: unknown, context: ConnectionContext): readonly Delivery[] {
    const parsed = parseDirective(directive);
    try {
      const moment = { nowMs: effects.now(), random: effects.random };
      advance(ledger, moment);
      if (!parsed.ok) return refuseUnparsed(parsed, context, moment.nowMs);
      const scenario = waiting[parsed.directive.name].shift();
      return carryOut({ directive: parsed.directive, context, moment, scenario });
    } catch (error) {
      onDefect(error);
      const { name, token } = parsed.ok ? parsed.directive : { name: parsed.name, token: parsed.token };
      return deliver(answerRefusal(name, token ?? '', refuse('InternalServerError')), undefined);
    }
  }

  /** It never reached Amazon Pay, so a waiting scenario goes on waiting. */
  function refuseUnparsed(
    parsed: UnparsedDirective,
    { userId }: ConnectionContext,
    atMs: number,
  ): readonly Delivery[] {
    const { name, token, fieldPaths } = parsed;
    ledger.books.commit([
      { kind: 'request', record: { atMs, userId, name, token, outcome: '400 validation' } },
    ]);
    return deliver(answerValidationFailure(name, token, fieldPaths), undefined);
  }

  function carryOut({ directive, context, moment, scenario }: Visit): readonly Delivery[] {
    const { name, token } = directive;
    const buyer = buyerOf(context.userId);
    const { spoken, changes, outcome } = respond({ directive, context, moment, scenario }, buyer);
    const request: SeenRequest = {
      atMs: moment.nowMs,
      userId: context.userId,
      name,
      token,
      outcome,
      scenario: scenario?.name,
      authorizationReferenceId:
        directive.name === 'Charge'
          ? directive.payload.authorizeAttributes.authorizationReferenceId
          : undefined,
    };
    const isKnown = ledger.buyers.get(buyer.userId) === buyer;
    ledger.books.commit([
      ...(isKnown ? [] : [{ kind: 'buyer', record: buyer } as const]),
      ...changes,
      { kind: 'request', record: request },
    ]);
    if (scenario === undefined) return deliver(spoken, undefined);
    const how = scenario.effect.garble;
    const facts = { foreignToken: how === 'tokenForeign' ? foreignTokenFor(token, context.userId) : '' };
    return deliver(how === undefined ? spoken : garble(spoken, how, facts), scenario.effect.deliver);
  }

  function respond(visit: Visit, buyer: SimulatedBuyer): Response {
    const { name, token } = visit.directive;
    const effect = visit.scenario?.effect;
    if (effect?.process.as === 'validation') {
      const spoken = answerValidationFailure(name, token, effect.process.fieldPaths);
      return { spoken, changes: [], outcome: '400 validation' };
    }
    const result: Result =
      effect?.process.as === 'refused'
        ? { ok: false, refusal: effect.process.refusal }
        : process(visit, buyer);
    const changes = result.ok ? result.changes : [];
    const outcome = result.ok ? `200 ${result.summary}` : `${result.refusal.status} ${result.refusal.code}`;
    const lost = effect?.answerLostIn;
    if (lost !== undefined) return { spoken: answerRefusal(name, token, lost), changes, outcome };
    return { spoken: answerResult(name, token, result), changes, outcome };
  }

  function process({ directive, context, moment, scenario }: Visit, buyer: SimulatedBuyer): Result {
    const account = accountOf();
    if (scenario === undefined && isThrottled(moment.nowMs, account.requestsPerSecond)) {
      return { ok: false, refusal: refuse('RequestThrottled') };
    }
    const how = scenario?.effect.process;
    const gate = { context, account, buyer, sellerId: directive.payload.sellerId };
    if (directive.name === 'Setup') {
      const forced = how?.as === 'agreement' ? how.forced : undefined;
      return processSetup(
        { ...gate, operation: 'Setup', request: directive.payload },
        { ledger, moment, forced },
      );
    }
    const forced = how?.as === 'authorization' ? how.forced : undefined;
    return processCharge(
      { ...gate, operation: 'Charge', request: directive.payload },
      { ledger, moment, forced },
    );
  }

  /** The latest token of another buyer, else of another request, else one that was never given out. */
  function foreignTokenFor(token: string, userId: string): string {
    const latestFirst = ledger.requests.slice(-200).reverse();
    const others = latestFirst.filter((seen) => seen.token !== undefined && seen.token !== token);
    const foreign = others.find((seen) => seen.userId !== userId) ?? others[0];
    return foreign?.token ?? `foreign.${token}`;
  }

  return {
    ledger,
    // Not an async function: the answer is decided before connect() returns, so a later crash cannot split it.
    connect: (directive, context) => Promise.resolve(answer(directive, context)),
    force: (scenario) => {
      const times = scenario.effect.times ?? 1;
      waiting[scenario.operation].push(...Array.from({ length: times }, () => scenario));
    },
    clearForced: () => {
      waiting.Setup.length = 0;
      waiting.Charge.length = 0;
    },
    passTime: () => {
      advance(ledger, { nowMs: effects.now(), random: effects.random });
    },
    setBuyer: (buyer) => {
      ledger.books.commit([{ kind: 'buyer', record: buyer }]);
    },
  };
}

/** One directive that passed the Connections layer, with all that belongs to it. */
interface Visit {
  readonly directive: Directive;
  readonly context: ConnectionContext;
  readonly moment: Moment;
  readonly scenario: Scenario | undefined;
}

/** An answer before it is spoilt and delivered, with what it writes. */
interface Response {
  readonly spoken: ConnectionAnswer;
  readonly changes: readonly Change[];
  readonly outcome: string;
}
