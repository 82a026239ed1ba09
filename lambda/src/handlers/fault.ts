import { type Answer } from '../alexa/respond';
import { type Turn } from '../alexa/turn';
import { line } from '../voice/line';

/** Intents in whose middle a payment begins: when they fail, no directive has left. */
const PAYMENT_INTENTS: readonly string[] = ['CheckoutIntent', 'AMAZON.YesIntent'];

/**
 * What a buyer hears when something of ours broke. After an answer of Charge money may have moved, so nothing is said
 * to have failed; before a payment no directive has left, so the order is certainly not placed.
 * @see money-safety.md, section 5; endpoint-security.md, section 5
 */
export function answerToFault({ requestType, intent, request }: Turn): Answer {
  const apology = line('genericApology');
  if (requestType === 'Connections.Response') {
    return { speech: [apology, line(isSetup(request) ? 'orderNotPlaced' : 'resultBeingChecked')] };
  }
  const isPayment = intent !== undefined && PAYMENT_INTENTS.includes(intent.name);
  return { speech: isPayment ? [apology, line('orderNotPlaced')] : [apology] };
}

function isSetup(request: unknown): boolean {
  return typeof request === 'object' && request !== null && 'name' in request && request.name === 'Setup';
}
