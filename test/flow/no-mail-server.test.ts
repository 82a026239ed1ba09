import { createTestSkill } from '../support/test-skill';
import { WEB_SETTINGS } from '../support/web-settings';
import { newestOrder } from '../unit/handlers/answering';

const profile: typeof fetch = () => Promise.resolve(new Response('"taro@example.jp"'));

describe('a shop without a mail server', () => {
  it('promises no mail with the link, although the address may be read', async () => {
    const environment = { ...WEB_SETTINGS, SMTP_URL: '', MAIL_FROM: '', PAYMENT_CHANNEL: 'web' };
    const skill = createTestSkill({ environment, fetch: profile });
    skill.shopper.emailConsent = 'GRANTED';
    await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });

    const first = await skill.shopper.says('CheckoutIntent');
    await skill.shopper.launch();
    const again = await skill.shopper.says('AMAZON.YesIntent');

    expect(first.speech).toBe(
      'お支払いはまだ行われていません。音声でのお支払いは終了しましたので、ウェブページでのお支払いをお願いいたします。お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。お支払いページは、11月23日の12時までご利用いただけます。',
    );
    expect(again.speech).toBe(
      'お支払いはまだ行われていません。お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。お支払いページは、11月23日の12時までご利用いただけます。',
    );
    expect(newestOrder(skill).mails).toEqual([]);
  });
});
