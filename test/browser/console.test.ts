/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { browserOfTests } from '../support/browser-bench';
import { openConsolePage, type ConsolePage } from './console-page';

const OPEN = 'こえみせ珈琲を開いて';
const TWO_BLEND = 'ブレンドを2つください';

/** Every screen of the page on a phone; the merchant's side has three pages. */
const SCREENS = [
  ['talk'],
  ['settings'],
  ['books', 'orders'],
  ['books', 'mails'],
  ['books', 'follow-ups'],
] as const;
const LONG_MAIL = {
  to: 'a-very-long-address-without-any-place-to-break@a-very-long-domain-name.koemise.example',
  subject: '【こえみせ珈琲】ご注文を承りました（ご注文番号 261122-000001）',
  text: `お支払いが完了し、ご注文を承りました。\n${'W'.repeat(120)}`,
  messageId: '<paid.261122-000001@koemise.example>',
};

const bench = browserOfTests();

async function open(options?: BrowserContextOptions): Promise<ConsolePage> {
  return bench.keep(await openConsolePage(bench.browser, options));
}

async function openForShopping(options?: BrowserContextOptions): Promise<ConsolePage> {
  const console = await open(options);
  await console.shop.post('consent', { consent: 'GRANTED' });
  return console;
}

describe('a shopper in the browser', () => {
  it('buys two bags: the words, the card, the order and the captured money are there', async () => {
    const { page, say, newestTurn, screenshot, errors } = await openForShopping();

    await say(OPEN, TWO_BLEND, 'はい', 'はい');

    expect(await newestTurn()).toContain('お支払いが完了し、ご注文を承りました。');
    expect(await page.locator('[data-card="Simple"] h4').last().innerText()).toBe(
      'ご注文ありがとうございます',
    );
    expect(await page.locator('[data-order]').innerText()).toMatch(
      /支払い済み[\s\S]*こえみせブレンド 2袋[\s\S]*¥3,192/,
    );
    expect(await page.locator('#captured').innerText()).toBe('¥3,192');
    expect(await page.locator('.authorization svg').getAttribute('aria-label')).toBe(
      'オーソリの状態図。現在の状態: Closed、理由: MaxCapturesProcessed',
    );
    expect(await page.locator('#announcer').textContent()).toContain('お支払いが完了し');
    expect(errors).toEqual([]);
    await screenshot('purchase');
  });

  it('is given a device with a screen, and sees title, goods and total on it', async () => {
    const { page, say, screenshot, errors } = await openForShopping();

    await page.locator('#set-hasScreen').check();
    await page.getByText('端末の画面 → オン').waitFor();
    await say(OPEN, TWO_BLEND, 'お会計して');

    const screen = page.locator('[data-screen]').last();
    expect(await screen.locator('h4').innerText()).toBe('ご注文内容の確認（まだ確定していません）');
    expect(await screen.locator('.screen-line').allInnerTexts()).toEqual([
      expect.stringMatching(/^こえみせブレンド 2袋\s+2,592円$/),
      expect.stringMatching(/^送料\s+600円$/),
      expect.stringMatching(/^合計（消費税込み）\s+3,192円$/),
      'お届け先: 東京都目黒区見本町1-2-3見本ビル101、見本 太郎様',
      '販売元: 株式会社こえみせ',
      '確定する場合は「はい」、やめる場合は「いいえ」とお話しください。',
    ]);
    await screen.scrollIntoViewIfNeeded();
    await screenshot('screen');
    await page.click('#language');
    expect(await page.locator('label:has(#set-hasScreen)').innerText()).toBe('Device with a screen');
    expect(await page.locator('[data-screen]').last().getAttribute('aria-label')).toBe(
      'Screen of the device',
    );
    expect(errors).toEqual([]);
  });

  it('accepts on the consent card, and the permission is really there', async () => {
    const { page, say, newestTurn, screenshot } = await open();
    await say(OPEN, TWO_BLEND, 'はい');

    await page.click('[data-card="AskForPermissionsConsent"] [data-consent="GRANTED"]');
    await page.locator('[data-consent-now][data-state="GRANTED"]').waitFor();
    await screenshot('consent');
    await say(OPEN, 'はい');

    expect(await page.locator('[data-consent-now]').innerText()).toBe('いまの状態: 許可');
    expect(await page.isChecked('#consent-GRANTED')).toBe(true);
    expect(await newestTurn()).toContain('ご注文内容の確認です。');
  });

  it('refuses on the consent card, and is asked again', async () => {
    const { page, say, newestTurn } = await open();
    await say(OPEN, TWO_BLEND, 'はい');

    await page.click('[data-card="AskForPermissionsConsent"] [data-consent="DENIED"]');
    await page.locator('[data-consent-now][data-state="DENIED"]').waitFor();
    await say(OPEN, 'はい');

    expect(await newestTurn()).toContain('Amazon Payの権限が有効になっておりません。');
  });

  it('is declined by a chosen scenario, which then leaves the line', async () => {
    const { page, say, choose, newestTurn, screenshot } = await openForShopping();
    await say(OPEN, TWO_BLEND, 'はい');

    await choose('Charge/Declined.AmazonRejected');
    await say('はい');

    expect(await newestTurn()).toContain('現在、お支払いを処理できません。後でもう一度試してください。');
    expect(await page.locator('#armed li').count()).toBe(0);
    expect(await page.locator('.diagram').getAttribute('data-state')).toBe('Declined');
    expect(await page.locator('.authorization summary').innerText()).toContain('AmazonRejected');
    expect(await page.locator('#captured').innerText()).toBe('¥0');
    await screenshot('decline');
  });

  it('takes a chosen scenario back with its cross, and goes on talking by keyboard', async () => {
    const { page, choose } = await openForShopping();
    await choose('Charge/Pending');

    await page.click('button[aria-label="Charge/Pending を取り消す"]');
    await page.locator('#armed-none').waitFor();

    expect(await page.evaluate(() => document.activeElement?.id)).toBe('utterance');
  });

  it('sees a pending payment and, half a minute later, its decision without touching anything', async () => {
    const { page, say, choose, newestTurn, shop, screenshot } = await openForShopping();
    await say(OPEN, TWO_BLEND, 'はい');
    await choose('Charge/Pending');
    await say('はい');
    const pending = await page.locator('.diagram').getAttribute('data-state');
    const words = await newestTurn();
    await screenshot('pending');

    shop.passSec(31);
    await page.locator('.diagram[data-state="Closed"]').waitFor();

    expect(pending).toBe('Pending');
    expect(words).toContain(
      'お支払いの結果を確認しています。もう一度ご注文なさらず、結果のお知らせをお待ちください。',
    );
    expect(await page.locator('#captured').innerText()).toBe('¥3,192');
  });

  it('delivers a late answer by its button', async () => {
    const { page, say, choose, newestTurn } = await openForShopping();
    await say(OPEN, TWO_BLEND, 'はい');
    await choose('Charge/late');
    await say('はい');

    await page.click('text=遅れた応答を届ける (1)');
    await page.locator('text=(遅れていた応答が届いた)').waitFor();

    expect(await newestTurn()).toContain('お支払いが完了し、ご注文を承りました。');
    expect(await page.isVisible('#late')).toBe(false);
  });

  it('lets the shop read the e-mail address, and finds one mail and a confirmed order by just waiting', async () => {
    const { page, say, shop, screenshot, errors } = await openForShopping();
    await page.click('#set-emailConsent');
    await page.locator('.note', { hasText: 'メールアドレスの許可 → 許可' }).waitFor();
    await say(OPEN, TWO_BLEND, 'はい', 'はい');
    const before = await page.locator('[data-order]').innerText();

    for (let second = 0; second < 3; second += 1) await shop.workAfterSec(1);
    await page.locator('[data-order] .state[title="CONFIRMED"]').waitFor();
    await screenshot('confirmed');
    await page.click('#pages [data-page="mails"]');
    await screenshot('mails');

    const mail = page.locator('[data-mail]');
    expect(before).toMatch(/支払い済み[\s\S]*注文確認のメール: 送信待ち/);
    expect(await page.locator('[data-order]').textContent()).toMatch(/確定[\s\S]*注文確認のメール: 送信済み/);
    expect(await mail.count()).toBe(1);
    expect(await mail.locator('.mail-subject').innerText()).toMatch(
      /^【こえみせ珈琲】ご注文を承りました（ご注文番号 \d{6}-\d{6}）$/,
    );
    expect(await mail.locator('.mail-to').innerText()).toBe('宛先 shopper@koemise.example');
    expect(await mail.locator('.mail-text').innerText()).toContain('合計（消費税込み）: 3192円');
    expect(await page.locator('#mails-count').innerText()).toBe('1');
    expect(errors).toEqual([]);
  });

  it('leaves an order without an answer to a person, who finds it and the command on the list', async () => {
    const { page, say, choose, shop, screenshot } = await openForShopping();
    await page.click('#pages [data-page="follow-ups"]');
    const empty = await page.locator('#follow-ups-note').innerText();
    await say(OPEN, TWO_BLEND, 'はい');
    await choose('Charge/lost');
    await say('はい');

    await shop.workAfterSec(121);
    await shop.workAfterSec(1);
    await page.locator('[data-follow-up]').waitFor();
    await screenshot('follow-ups');

    expect(empty).toBe('担当者を待つものはありません。');
    expect(await page.locator('[data-follow-up]').innerText()).toMatch(
      /結果不明の支払い[\s\S]*担当者の確認待ち[\s\S]*¥3,192/,
    );
    expect(await page.locator('#follow-ups-count').innerText()).toBe('1');
    expect(await page.locator('.command').innerText()).toContain('npm run follow-up');
    expect(await page.locator('[data-order]').textContent()).toContain('結果不明の支払い: 担当者待ち');
  });

  it('gets the same mail twice and sees that it is the same', async () => {
    const { page, shop, screenshot } = await open();
    const mail = {
      to: 'shopper@koemise.example',
      subject: '件名',
      text: '本文',
      messageId: '<paid.261122-000001@koemise.example>',
    };
    await shop.shop.background.mailer?.send(mail);
    await shop.shop.background.mailer?.send(mail);

    shop.passSec(1);
    await page.click('#pages [data-page="mails"]');
    await page.locator('[data-mail="2"]').waitFor();
    await screenshot('mail-twice');

    expect(await page.locator('[data-mail="2"]').innerText()).toContain('同じメール');
    expect(await page.locator('[data-mail="1"]').innerText()).not.toContain('同じメール');
    expect(await page.locator('[data-mail="2"]').getAttribute('open')).toBe('');
  });

  it.each([
    ['down', 'the skill cannot be reached'],
    ['garbage', 'the answer is not JSON'],
    ['error', 'HTTP status 500'],
  ])('sees that the skill is %s, in red and never as success', async (fault, complaint) => {
    const { page, say, screenshot } = await open();
    await page.selectOption('#set-skillFault', fault);
    await page.locator('.note', { hasText: 'スキルの故障' }).waitFor();

    await say(OPEN);

    const turn = page.locator('[data-turn]').last();
    expect(await turn.getAttribute('class')).toBe('turn failed');
    expect(await turn.locator('.complaints .error').first().innerText()).toContain(complaint);
    expect(await turn.locator('.bubble.skill').count()).toBe(0);
    expect(await turn.locator('.bubble.device').innerText()).toContain(
      'リクエストされたスキルの応答に問題があります',
    );
    await screenshot(`skill-${fault}`);
  });

  it('reads the SSML and the JSON of an answer', async () => {
    const { page, say } = await open();
    await say(OPEN);

    await page.click('.bubble.skill .ssml');
    await page.click('.json summary');

    expect(await page.locator('.bubble.skill p').innerText()).toMatch(/^<speak>こえみせ珈琲へようこそ。/);
    expect(await page.locator('.json pre').first().innerText()).toContain('"type": "LaunchRequest"');
  });

  it('saves the conversation as a replay file with a sidecar', async () => {
    const { page, say, shop, screenshot } = await openForShopping();
    await say(OPEN, TWO_BLEND, 'はい', 'はい');

    await page.click('#save');
    await page.fill('#save-name', 'my-purchase');
    await page.click('#save-form button[type="submit"]');
    await page.locator('.saved').waitFor();
    await screenshot('saving');
    const download = page.waitForEvent('download');
    await page.click('text=my-purchase.json をダウンロード');

    expect(JSON.parse(readFileSync(join(shop.folder, 'my-purchase.json'), 'utf8'))).toMatchObject({
      locale: 'ja-JP',
      type: 'text',
      userInput: [OPEN, TWO_BLEND, 'はい', 'はい', '.quit'],
    });
    expect(readFileSync(join(shop.folder, 'my-purchase.expect.yaml'), 'utf8')).toContain(
      'captures: [ 3192 ]',
    );
    expect((await download).suggestedFilename()).toBe('my-purchase.json');
  });

  it('finds the conversation again after a reload', async () => {
    const { page, say } = await open();
    await say(OPEN, 'ヘルプ');

    await page.reload();
    await page.waitForSelector('html[data-ready]');

    expect(await page.locator('[data-turn]').count()).toBe(2);
  });

  it('turns the page into English and back, while the skill goes on speaking Japanese', async () => {
    const { page, say, screenshot } = await open();
    await say(OPEN);

    await page.click('#language');
    const english = await page.locator('#talk-form button[type="submit"]').innerText();
    const lang = await page.getAttribute('html', 'lang');
    await screenshot('english');
    await page.click('#language');

    expect([english, lang]).toEqual(['Say', 'en']);
    expect(await page.locator('#talk-form button[type="submit"]').innerText()).toBe('話す');
    expect(await page.locator('.bubble.skill p').innerText()).toContain('こえみせ珈琲へようこそ。');
  });
});

describe('the page on a phone', () => {
  it.each(['light', 'dark'] as const)('fits 360 pixels on every screen, %s', async (colorScheme) => {
    const { page, say, screenshot, shop } = await openForShopping({
      viewport: { width: 360, height: 740 },
      colorScheme,
    });
    await shop.post('arm', { scenario: 'Charge/Declined.InvalidPaymentMethod.soft' });
    await say(OPEN, TWO_BLEND, 'はい', 'はい');
    await page.locator('.json summary').last().click();
    await shop.shop.background.mailer?.send(LONG_MAIL);
    shop.passSec(1);

    for (const [view, pageName] of SCREENS) {
      await page.click(`#views [data-view="${view}"]`);
      if (pageName !== undefined) await page.click(`#pages [data-page="${pageName}"]`);
      const tooWide = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((element) => element.closest('#suggestions, pre, svg, .visually-hidden') === null)
          .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
          .map((element) => element.outerHTML.slice(0, 80)),
      );

      expect(tooWide).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await screenshot(`phone-${colorScheme}-${pageName ?? view}`);
    }
  });
});

describe('the page by keyboard alone', () => {
  it('reaches the mail box and opens a mail', async () => {
    const { page, shop } = await open();
    await shop.shop.background.mailer?.send(LONG_MAIL);
    shop.passSec(1);
    await page.locator('[data-mail]').waitFor({ state: 'attached' });
    await page.focus('#pages [data-page="orders"]');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const pressed = await page.getAttribute('#pages [data-page="mails"]', 'aria-pressed');
    for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.matches('.mail summary'));
    await page.keyboard.press('Enter');

    expect([pressed, focused]).toEqual(['true', true]);
    expect(await page.locator('[data-mail]').getAttribute('open')).toBeNull();
  });

  it('leads a whole purchase, the consent card included', async () => {
    const { page, newestTurn, screenshot } = await open();
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const speak = async (words: string): Promise<void> => {
      const before = await page.locator('[data-turn]').count();
      await page.keyboard.type(words);
      await press('Enter');
      await page.locator('[data-turn]').nth(before).waitFor();
    };
    const tabTo = async (selector: string, key = 'Tab'): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
          return;
        await press(key);
      }
      throw new Error(`Tab never reaches ${selector}`);
    };

    await press('Tab', 'Enter');
    await tabTo('#utterance');
    for (const words of [OPEN, TWO_BLEND, 'はい']) await speak(words);
    await tabTo('[data-consent="GRANTED"]', 'Shift+Tab');
    await press('Enter');
    await page.locator('[data-consent-now][data-state="GRANTED"]').waitFor();
    await tabTo('#utterance');
    for (const words of [OPEN, 'はい', 'はい']) await speak(words);
    await screenshot('keyboard');

    expect(await newestTurn()).toContain('お支払いが完了し、ご注文を承りました。');
  });

  it('shows where the focus is on every control', async () => {
    const { page, say } = await open();
    await say(OPEN);
    await page.focus('.skip');

    const invisible: string[] = [];
    for (let presses = 0; presses < 45; presses += 1) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) return undefined;
        const shown = focused.matches('.segment input') ? focused.nextElementSibling : focused;
        const { outlineStyle, outlineWidth } = getComputedStyle(shown ?? focused);
        return outlineStyle === 'none' || outlineWidth === '0px' ? focused.outerHTML.slice(0, 80) : undefined;
      });
      if (unseen !== undefined) invisible.push(unseen);
    }

    expect(invisible).toEqual([]);
  });

  it('saves and comes back to the page with Escape', async () => {
    const { page, say, shop } = await open();
    await say(OPEN);
    await page.focus('#save');
    await page.keyboard.press('Enter');
    await page.keyboard.type('by-keyboard');
    await page.keyboard.press('Enter');
    await page.locator('.saved').waitFor();

    await page.keyboard.press('Escape');

    expect(await page.evaluate(() => document.activeElement?.id)).toBe('save');
    expect(readFileSync(join(shop.folder, 'by-keyboard.json'), 'utf8')).toContain('.quit');
  });

  it('names every control for screen readers', async () => {
    const { page, say } = await open();
    await say(OPEN, TWO_BLEND, 'はい');
    await page.click('.json summary');

    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, summary, [role=group], [role=img]')]
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          const label =
            element instanceof HTMLInputElement || element instanceof HTMLSelectElement
              ? element.labels?.[0]?.textContent
              : '';
          return `${element.getAttribute('aria-label') ?? ''}${label}${element.textContent}`.trim() === '';
        })
        .map((element) => element.outerHTML.slice(0, 100)),
    );

    expect(nameless).toEqual([]);
  });
});

describe('the page as it looks', () => {
  it.each(['light', 'dark'] as const)('is drawn for a desktop, %s', async (colorScheme) => {
    const { page, say, choose, screenshot, errors, shop } = await openForShopping({ colorScheme });
    await screenshot(`desktop-${colorScheme}-empty`);
    await say(OPEN, TWO_BLEND, 'はい', 'はい');
    await shop.shop.background.mailer?.send(LONG_MAIL);
    await choose('Charge/Pending');
    await shop.workAfterSec(1);
    await page.locator('[data-order] .state[title="CONFIRMED"]').waitFor();

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
    expect(errors).toEqual([]);
    await screenshot(`desktop-${colorScheme}`);
    await page.click('#pages [data-page="mails"]');
    await screenshot(`desktop-${colorScheme}-mails`);
  });
});
