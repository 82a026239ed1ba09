import shopFile from '../../lambda/src/shop/shop.json';
import { parseShop } from '../../lambda/src/shop/shop';
import { createSkill } from '../../lambda/src/skill';
import { createShopper, type Shopper } from '../support/shopper';
import { createTestSkill } from '../support/test-skill';

/** A shopper of a tea shop, which changed nothing but its shop.json. */
function teaShopper(): Shopper {
  const [sencha] = shopFile.products.map((product) => ({
    ...product,
    id: 'sencha',
    name: '煎茶',
    synonyms: ['緑茶'],
  }));
  const shop = parseShop({
    ...shopFile,
    merchantName: 'みどり茶舗',
    sells: 'お茶',
    orderExample: '煎茶を2袋ください',
    products: [sencha],
    translations: {
      'en-US': {
        ...shopFile.translations['en-US'],
        みどり茶舗: 'Midori Tea',
        お茶: 'tea',
        煎茶: 'Sencha',
        煎茶を2袋ください: 'two bags of sencha',
      },
    },
  });
  const { deps } = createTestSkill();
  const skill = createSkill({ ...deps, shop });
  return createShopper({
    userId: 'amzn1.ask.account.TARO',
    skillId: deps.config.skillId,
    send: (envelope) => skill.invoke(envelope as never),
  });
}

describe('a shop with its own shop.json', () => {
  it('offers its own goods, and an order of them as the example', async () => {
    const welcome = await teaShopper().launch();

    expect(welcome.speech).toBe('みどり茶舗へようこそ。お茶のご注文を承ります。何をご用意しましょうか。');
    expect(welcome.reprompt).toBe(
      '「煎茶を2袋ください」のようにお話しください。商品を知りたいときは「何がありますか」とお話しください。',
    );
  });

  it('does so in English', async () => {
    const shopper = teaShopper();
    shopper.locale = 'en-US';

    const welcome = await shopper.launch();

    expect(welcome.speech).toBe('Welcome to Midori Tea, where you order tea by voice. What would you like?');
    expect(welcome.reprompt).toBe(
      'Say, for example, "two bags of sencha". To hear what we sell, say "what do you have".',
    );
  });
});
