/** Judges a whole crowd after a crash. */
import { type Crowd } from './crash-lane';
import { findOrderFaults, findingLine } from './judge';
import { type Outside } from './outside';

/** A boundary with its number, from 1. */
export interface NumberedBoundary {
  readonly no: number;
  readonly name: string;
}

/** What was judged and what was found. */
export interface CrowdJudgement {
  readonly orders: number;
  readonly capturedOrders: number;
  readonly findings: readonly string[];
}

/** Judges every order of the crowd, everything they heard and every mail they got, by Amazon Pay's ledger. */
export async function judgeCrowd(
  { store, books, mailbox }: Outside,
  { buyers, heardFaults }: Crowd,
  boundary: NumberedBoundary,
): Promise<CrowdJudgement> {
  const list = await store.openFollowUps();
  const listed = `${list.orderIds.join(' ')} ${list.alerts.map(({ reason }) => reason).join(' ')}`;
  let orders = 0;
  let capturedOrders = 0;
  const found = heardFaults.map(({ buyer, found: fault }) => ({ buyer, fault }));
  for (const buyer of buyers) {
    for (const orderId of (await store.readBuyer(buyer.account.buyerKey)).orderIds) {
      const order = await store.readOrder(orderId);
      if (order === undefined) continue;
      const received = mailbox.mails().filter(({ messageId }) => messageId.includes(orderId));
      const mails = [...new Map(received.map((mail) => [mail.messageId + mail.text, mail])).values()];
      const money = books.moneyOf(orderId);
      const faults = findOrderFaults({ order, money, isListed: listed.includes(orderId), mails });
      found.push(...faults.map((fault) => ({ buyer, fault: `order ${orderId} ${fault}` })));
      orders += 1;
      if (money.capturedYen > 0) capturedOrders += 1;
    }
  }
  const findings = found.map(({ buyer, fault }) =>
    findingLine({
      boundaryNo: boundary.no,
      boundary: boundary.name,
      buyer: buyer.account.userId,
      answerFate: buyer.answerFate,
      comesBack: buyer.comesBack,
      found: fault,
    }),
  );
  return { orders, capturedOrders, findings };
}
