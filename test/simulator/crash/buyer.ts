/** A person who buys two bags of coffee, one turn at a time, and acts sensibly when nothing comes back. */
import { type Heard } from '../../support/shopper';
import { type AmazonPay } from '../amazon-pay/amazon-pay';
import { type ConnectionAnswer } from '../contract';
import { type AlexaAccount } from './alexa-account';
import { NoAnswerError } from './post';

/** What becomes of an answer of Amazon Pay that the dead process did not take. */
export type AnswerFate = 'delivered again' | 'delivered late' | 'lost';

/** How this person lives through a crash. */
export interface BuyerOptions {
  readonly account: AlexaAccount;
  readonly amazonPay: AmazonPay;
  readonly answerFate: AnswerFate;
  readonly comesBack: boolean;
  /** Hears every sentence. `chargedOrderIds`: the orders for which a Charge has left. */
  readonly hears: (speech: string, chargedOrderIds: readonly string[]) => void;
}

/** The person. */
export interface Buyer extends Pick<BuyerOptions, 'account' | 'answerFate' | 'comesBack'> {
  /** Says or hands over the next thing and waits for the answer. False: there was nothing to do. */
  step(): Promise<boolean>;
  /** Opens the shop again when the purchase is not over. */
  returns(): void;
  /** Amazon Pay's answer that nobody took is delivered once more. */
  redeliver(): void;
  /** Whether the person has said yes to a total. */
  readonly consented: boolean;
}

type Say = () => Promise<Heard>;

/** Puts a person in front of an account. */
export function createBuyer(options: BuyerOptions): Buyer {
  const { account, amazonPay, hears } = options;
  const { shopper, userId } = account;
  const undelivered: ConnectionAnswer[] = [];
  const chargedOrderIds: string[] = [];
  let consented = false;
  let knows = false;
  let next: [step: string, say: Say] | undefined = ['launch', () => shopper.launch()];

  const order: Say = () => shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
  const yes: Say = () => shopper.says('AMAZON.YesIntent');

  /** What the person says to what was heard; undefined: the conversation is over. */
  function react(heard: Heard): typeof next {
    const kind = questionOf(heard);
    if (PAID.test(heard.speech)) knows = true;
    if (kind === 'confirmQuote') return ['yes', sayYesToQuote];
    if (kind === 'checkout' || kind === 'continueCart' || kind === 'tryAgain') return ['checkout', yes];
    if (kind !== 'order' && kind !== 'change') return undefined;
    // Who has agreed to pay asks what became of it before ordering once more.
    if (consented && !knows) return ['status', () => shopper.says('OrderStatusIntent')];
    return knows ? undefined : ['order', order];
  }

  const sayYesToQuote: Say = () => {
    consented = true;
    return yes();
  };

  async function carry(directive: NonNullable<Heard['sent']>): Promise<void> {
    if (directive.name === 'Charge') chargedOrderIds.push(directive.token.split('.')[0] ?? '');
    const context = { userId, stage: 'development', consent: 'GRANTED' } as const;
    const [delivery] = await amazonPay.connect(directive, context);
    if (delivery === undefined) return;
    const { answer } = delivery;
    next = [
      `${directive.name} answer`,
      () => {
        undelivered.push(answer);
        return shopper.answers(answer).then((heard) => {
          undelivered.splice(undelivered.indexOf(answer), 1);
          return heard;
        });
      },
    ];
  }

  return {
    ...options,
    get consented() {
      return consented;
    },
    async step() {
      if (next === undefined) return false;
      const [step, say] = next;
      next = undefined;
      account.step = step;
      try {
        const heard = await say();
        hears(heard.speech, chargedOrderIds);
        if (heard.sent === undefined) next = react(heard);
        else await carry(heard.sent);
      } catch (error) {
        if (!(error instanceof NoAnswerError)) throw error;
      }
      return true;
    },
    returns() {
      if (!knows) next = ['launch', () => shopper.launch()];
    },
    redeliver() {
      const [answer] = undelivered.splice(0, 1);
      if (answer !== undefined) next = ['answer again', () => shopper.answers(answer)];
    },
  };
}

const PAID = /お支払いが完了し、ご注文を承りました|円のお支払いが完了しています/;

function questionOf({ envelope, isOpen }: Heard): string | undefined {
  const attributes = envelope.sessionAttributes as { question?: { kind?: string } } | undefined;
  return isOpen ? attributes?.question?.kind : undefined;
}
