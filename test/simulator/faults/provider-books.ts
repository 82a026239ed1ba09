/** The judge's own reading of Amazon Pay's ledger: what was really captured, by order. */
import type { Authorization, Capture, Change } from '../amazon-pay/ledger-records';

/** Money of one order at Amazon Pay. */
export interface OrderMoney {
  readonly captures: readonly Capture[];
  /** Authorizations made under any reference of the order. */
  readonly authorizations: readonly Authorization[];
  readonly capturedYen: number;
}

/** The books by order number (sellerOrderId), kept up to date by the ledger's own journal. */
export interface ProviderBooks {
  readonly record: (changes: readonly Change[]) => void;
  readonly moneyOf: (orderId: string) => OrderMoney;
  /** Whether Amazon Pay has processed this reference: then a repetition gets the first answer. */
  readonly isProcessed: (authorizationReferenceId: string) => boolean;
}

const NOTHING: OrderMoney = { captures: [], authorizations: [], capturedYen: 0 };

/** Opens the books. `onCapture`: hears of each capture with its order. */
export function createProviderBooks(onCapture: (orderId: string, capture: Capture) => void): ProviderBooks {
  const orderOfReference = new Map<string, string>();
  const orderOfAuthorization = new Map<string, string>();
  const money = new Map<string, OrderMoney>();
  const processed = new Set<string>();

  const put = (orderId: string, change: (before: OrderMoney) => OrderMoney): void => {
    money.set(orderId, change(money.get(orderId) ?? NOTHING));
  };
  const putAuthorization = (record: Authorization): void => {
    const orderId = orderOfReference.get(record.amazonOrderReferenceId) ?? '?';
    orderOfAuthorization.set(record.amazonAuthorizationId, orderId);
    processed.add(record.authorizationReferenceId);
    put(orderId, (before) => ({
      ...before,
      authorizations: [
        ...before.authorizations.filter((one) => one.amazonAuthorizationId !== record.amazonAuthorizationId),
        record,
      ],
    }));
  };
  const putCapture = (record: Capture): void => {
    const orderId = orderOfAuthorization.get(record.amazonAuthorizationId) ?? '?';
    put(orderId, (before) => ({
      ...before,
      captures: [...before.captures, record],
      capturedYen: before.capturedYen + record.amountYen,
    }));
    onCapture(orderId, record);
  };
  return {
    record(changes) {
      for (const change of changes) {
        if (change.kind === 'orderReference')
          orderOfReference.set(change.record.amazonOrderReferenceId, change.record.sellerOrderId ?? '?');
        if (change.kind === 'authorization') putAuthorization(change.record);
        if (change.kind === 'capture') putCapture(change.record);
      }
    },
    moneyOf: (orderId) => money.get(orderId) ?? NOTHING,
    isProcessed: (reference) => processed.has(reference),
  };
}
