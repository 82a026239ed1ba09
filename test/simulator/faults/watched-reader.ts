/** The background's questions to Amazon Pay, seen by the judge: a repetition that charges is a charge like any other. */
import { chargePayload } from '../../../lambda/src/payment/charge-payload';
import type { ChargeReader } from '../../../lambda/src/worker/worker-deps';
import type { Judge } from './judge';

/** Shows each repetition to the judge before it is carried out. */
export function watchedReader(
  reader: ChargeReader,
  { judge, now }: { readonly judge: Judge; readonly now: () => number },
): ChargeReader {
  return {
    readAuthorization: (id) => reader.readAuthorization(id),
    repeatCharge(content) {
      judge.chargeArrives({
        orderId: content.orderId,
        authorizationReferenceId: content.authorizationReferenceId,
        amountYen: content.amountYen,
        token: 'background',
        content: JSON.stringify(chargePayload(content)),
        from: 'background',
        atMs: now(),
      });
      return reader.repeatCharge(content);
    },
  };
}
