import { isPlaceholder, isSampleHost } from '../../../lambda/tools/certify/placeholders';

describe('an address that stands for another', () => {
  it.each([
    'https://pay.example.com:8443',
    'https://koemise.example/privacy',
    'https://pay.example?x=1',
    'http://localhost:3000',
    'shop@koemise.example',
    'shop@example.jp',
    'https://voice.your-shop.jp/alexa',
  ])('%s is told, in the settings and in skill.json and shop.json', (text) => {
    expect([isPlaceholder(text), isSampleHost(text)]).toEqual([true, true]);
  });

  it.each([
    'https://pay.midori-coffee.jp:8443',
    'https://my-example.jp',
    'https://midori-coffee.jp/test',
    'https://midori-coffee.jp/?from=shop.example',
    'owner@mastodon.jp',
    'shop@mail.test-kitchen.jp',
  ])('%s is somebody’s own', (text) => {
    expect([isPlaceholder(text), isSampleHost(text)]).toEqual([false, false]);
  });
});

describe('a setting that nobody has filled in', () => {
  it.each(['xxx', 'TODO', 'tbd', 'replace-me', 'your-seller-id', 'YOUR_KEY_ID', 'your seller id'])(
    '%s is told',
    (text) => {
      expect(isPlaceholder(text)).toBe(true);
    },
  );

  it('leaves a sentence of the skill’s description alone', () => {
    expect(isSampleHost('Say "open koemise coffee" to see your cart.')).toBe(false);
  });
});
