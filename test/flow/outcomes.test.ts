import { OUTCOME_ROWS, type ExpectedRow } from '../fixtures/outcome-rows';
import { setupAnswer } from '../support/payment-answers';
import { type Heard } from '../support/shopper';
import { createTestSkill, type TestSkill } from '../support/test-skill';

/** Brings a shopper to the point where the operation was sent. */
async function send({ shopper }: TestSkill, operation: 'Setup' | 'Charge'): Promise<void> {
  await shopper.launch();
  await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
  await shopper.says('CheckoutIntent');
  if (operation === 'Setup') return;
  await shopper.answers(setupAnswer());
  await shopper.says('AMAZON.YesIntent');
}

async function answerAll({ shopper }: TestSkill, answers: ExpectedRow['answers']): Promise<Heard> {
  const heard: Heard[] = [];
  for (const answer of answers) heard.push(await shopper.answers(answer));
  return heard.at(-1)!;
}

function storedOrder({ store }: TestSkill) {
  return JSON.parse([...store.orders.values()][0]!);
}

const CARDS = {
  none: undefined,
  consent: { type: 'AskForPermissionsConsent', permissions: ['payments:autopay_consent'] },
  otherWay: {
    type: 'Simple',
    title: 'こえみせ珈琲へのご注文について',
    content:
      'この端末ではお支払いいただけませんでした。ほかの方法でのご注文は、お問い合わせ先までご連絡ください。\nお問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
  },
};

describe('what a shopper hears, sees and finds stored for every answer of Amazon Pay', () => {
  it.each(OUTCOME_ROWS.map((row) => [`${row.operation}: ${row.title}`, row] as const))(
    '%s',
    async (_title, row) => {
      const skill = createTestSkill();
      await send(skill, row.operation);
      skill.log.clear();

      const heard = await answerAll(skill, row.answers);

      expect(heard.speech).toBe(row.speech);
      expect(heard.sent?.name).toBe(row.directive);
      expect(heard.isOpen).toBe(row.isOpen ?? false);
      expect(heard.card).toEqual(CARDS[row.card ?? 'none']);
      expect(storedOrder(skill).state).toBe(row.state);
      expect(skill.log.alerts).toHaveLength(row.alert === 'now' ? 1 : 0);
      const counted = skill.log.warnings.filter(({ step }) => step === 'countedEvent');
      expect(counted).toHaveLength(row.alert === 'counted' ? row.answers.length : 0);
    },
  );

  it.each(OUTCOME_ROWS.map((row) => [`${row.operation}: ${row.title}`, row] as const))(
    'the same answer again has no second effect and the same words: %s',
    async (_title, row) => {
      const skill = createTestSkill();
      await send(skill, row.operation);
      const first = await answerAll(skill, row.answers);
      const before = storedOrder(skill);

      const second = await skill.shopper.answersAgain();

      expect(second.speech).toBe(first.speech);
      expect(second.sent).toEqual(first.sent);
      expect(second.card).toEqual(first.card);
      expect(storedOrder(skill)).toEqual(before);
    },
  );
});
