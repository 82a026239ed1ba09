/** Lets time pass in the books: what Amazon or the calendar does to authorizations by itself. */
import { isTransition } from './authorization-transitions-table';
import type { Ledger } from './ledger';
import type { Authorization, PlannedChange } from './ledger-records';
import { OPEN_MS } from './authorization-states-table';
import { changesOf, settle, type ChargeRecords, type Moment } from './settle';
import { openUntil, type Verdict } from './verdict';

/**
 * Carries out every planned change that is due at `moment.nowMs`, in the order of time: Pending to Open, Declined
 * or captured after 30 s or the time-out; Open to Closed/ExpiredUnused after 30 days (sandbox 2 days).
 * Cheap when nothing is due.
 * @throws Error when the books are torn: an authorization without its agreement.
 */
export function advance(ledger: Ledger, moment: Moment): void {
  // A change may plan the next one (decided, then expired), and a jump of the clock may pass both.
  for (let due = ledger.books.due(moment.nowMs); due.length > 0; due = ledger.books.due(moment.nowMs)) {
    for (const authorization of due) carryOutPlan(ledger, authorization, moment.random);
  }
}

function carryOutPlan(ledger: Ledger, authorization: Authorization, random: () => number): void {
  const { planned, amazonAuthorizationId } = authorization;
  const records = recordsOf(ledger, amazonAuthorizationId);
  if (planned === undefined || records === undefined) {
    throw new Error(`Authorization ${amazonAuthorizationId} has lost its agreement or order reference`);
  }
  const after = move(records, plannedVerdict(authorization, planned), { nowMs: planned.atMs, random });
  ledger.books.commit(changesOf(after));
}

/** Authorization, agreement and order reference that belong together; `undefined` for an unknown id. */
export function recordsOf(ledger: Ledger, amazonAuthorizationId: string): ChargeRecords | undefined {
  const authorization = ledger.authorizations.get(amazonAuthorizationId);
  const agreement = ledger.billingAgreements.get(authorization?.billingAgreementId ?? '');
  const orderReference = ledger.orderReferences.get(authorization?.amazonOrderReferenceId ?? '');
  if (authorization === undefined || agreement === undefined || orderReference === undefined)
    return undefined;
  return { authorization, agreement, orderReference };
}

/**
 * Moves an authorization along an arrow of the table.
 * @throws Error when the table has no such arrow: a defect of the simulator, never of its user.
 */
export function move(records: ChargeRecords, verdict: Verdict, moment: Moment): ChargeRecords {
  const from = records.authorization.state;
  const { state: to, reasonCode } = verdict;
  if (!isTransition({ from, to, ...(reasonCode === undefined ? {} : { reasonCode }) })) {
    throw new Error(`No transition from ${from} to ${to} ${reasonCode ?? ''}`);
  }
  return settle(records, verdict, moment);
}

function plannedVerdict(authorization: Authorization, planned: PlannedChange): Verdict {
  switch (planned.change) {
    case 'authorize':
      if (!authorization.captureNow) return openUntil(planned.atMs + OPEN_MS[authorization.environment]);
      return { state: 'Closed', reasonCode: 'MaxCapturesProcessed', capturedYen: authorization.amountYen };
    case 'decline':
      return { state: 'Declined', reasonCode: planned.reasonCode };
    case 'expire':
      return { state: 'Closed', reasonCode: planned.reasonCode };
  }
}
