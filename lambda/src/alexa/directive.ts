import { type ChargePayload } from '../payment/charge-payload';
import { type SetupPayload } from '../payment/setup-payload';

/** A directive to Amazon Pay. Its `token` is the only way back to the order. @see alexa-amazon-pay.md, section 2 */
export type ConnectionsDirective =
  | {
      readonly type: 'Connections.SendRequest';
      readonly name: 'Setup';
      readonly payload: SetupPayload;
      readonly token: string;
    }
  | {
      readonly type: 'Connections.SendRequest';
      readonly name: 'Charge';
      readonly payload: ChargePayload;
      readonly token: string;
    };

/** Asks Alexa to listen for one slot of the present order; the other slots keep their values. */
interface ElicitDirective {
  readonly type: 'Dialog.ElicitSlot';
  readonly slotToElicit: 'product' | 'quantity';
}

/** A directive of this skill. At most one goes with a response. */
export type SkillDirective = ConnectionsDirective | ElicitDirective;
