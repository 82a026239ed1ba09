import { OUTCOME_ROWS } from '../fixtures/outcome-rows';
import { errorAnswer, setupAnswer } from '../support/payment-answers';
import { createTestSkill } from '../support/test-skill';

/** Latin words that belong to Japanese speech here; anything else in Latin letters would be an English word or a code. */
const ALLOWED = /Amazon Pay|Amazon|Alexa|1-Click|Eメール/g;

describe('what the shopper hears', () => {
  it.each(OUTCOME_ROWS.map((row) => [row.title, row] as const))(
    'holds no code, English word, number of HTTP or placeholder: %s',
    async (_title, row) => {
      const { shopper } = createTestSkill();
      await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
      await shopper.says('CheckoutIntent');
      if (row.operation === 'Charge') {
        await shopper.answers(setupAnswer());
        await shopper.says('AMAZON.YesIntent');
      }
      const heard = await shopper.answers(row.answers[0]!);

      expect(heard.speech).not.toBe('');
      expect(heard.speech.replaceAll(ALLOWED, '')).not.toMatch(/[A-Za-z{}$]|\b[2345]\d\d\b/);
    },
  );

  it('names the recognised speaker by the name tag, and leaves the words out when nobody is recognised', async () => {
    const { shopper } = createTestSkill();
    shopper.personId = 'amzn1.ask.person.HANAKO';
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');

    const heard = await shopper.answers(errorAnswer('Setup', '403', ['VoicePurchaseNotEnabled']));

    expect(heard.speech).toBe(
      'お支払いを進めるには、<alexa:name type="first" personId="amzn1.ask.person.HANAKO"/>さんのAlexaアプリの「設定」タブで、音声ショッピングを有効にしてください。ご注文は確定していません。カートは残してあります。',
    );
  });

  it('does not say again what Amazon Pay said, with AMAZON_PROMPTS=skip', async () => {
    const { shopper } = createTestSkill({ environment: { AMAZON_PROMPTS: 'skip' } });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');

    const heard = await shopper.answers(errorAnswer('Setup', '403', ['VoicePurchaseNotEnabled']));

    expect(heard.speech).toBe('ご注文は確定していません。カートは残してあります。');
  });

  it('speaks the prompt of a decline even with AMAZON_PROMPTS=skip, because silence would sound like an order', async () => {
    const { shopper } = createTestSkill({ environment: { AMAZON_PROMPTS: 'skip' } });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(setupAnswer());
    await shopper.says('AMAZON.YesIntent');

    const declined = OUTCOME_ROWS.find(({ title }) => title === 'a48 Declined AmazonRejected');
    const heard = await shopper.answers(declined!.answers[0]!);

    expect(heard.speech).toBe(
      '現在、お支払いを処理できません。後でもう一度試してください。ご注文は確定していません。カートは残してあります。',
    );
  });

  it('escapes what the shopper said when it is said back', async () => {
    const { shopper } = createTestSkill();

    const heard = await shopper.says('OrderIntent', { product: '<audio src="x"/> & 紅茶', quantity: '2' });

    expect(heard.speech).toBe(
      '申し訳ございません、&lt;audio src=&quot;x&quot;/&gt; &amp; 紅茶はお取り扱いしておりません。どの商品になさいますか。',
    );
  });
});
