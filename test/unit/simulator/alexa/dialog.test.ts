import { parseInteractionModel } from '../../../simulator/alexa/interaction-model';
import { ask, bench, tell, type Bench, type SentEnvelope } from './fake-skill';

const OPEN = 'こえみせ珈琲を開いて';

/** Elicits what is missing, as the shop's skill does. */
function eliciting({ request }: SentEnvelope): object {
  const { intent } = request;
  if (request.type === 'SessionEndedRequest') return {};
  if (intent?.name !== 'OrderIntent' && intent?.name !== 'RemoveItemIntent') return ask('どうぞ。');
  const missing = Object.entries(intent.slots).find(([, { value }]) => value === undefined)?.[0];
  if (missing === undefined) return ask('承りました。');
  return ask('お話しください。', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: missing }] });
}

/** Says the lines and tells the last intent as `name dialogState slot=value …`. */
async function lastIntent({ device, sent }: Bench, ...lines: string[]): Promise<string> {
  await device.say(OPEN);
  for (const line of lines) await device.say(line);
  const { intent, dialogState } = sent.at(-1)!.request;
  const values = Object.entries(intent!.slots).flatMap(([name, { value }]) =>
    value === undefined ? [] : [`${name}=${value}`],
  );
  return [intent!.name, dialogState ?? '-', ...values].join(' ');
}

describe('a dialog that the skill leads by ElicitSlot', () => {
  it.each([
    ['ふたつ', 'OrderIntent IN_PROGRESS product=深煎り quantity=2'],
    ['12', 'OrderIntent IN_PROGRESS product=深煎り quantity=12'],
    ['三袋でお願いします', 'OrderIntent IN_PROGRESS product=深煎り quantity=3'],
    ['えーと、4つかな', 'OrderIntent IN_PROGRESS product=深煎り quantity=4'],
    ['ドリップ', 'OrderIntent IN_PROGRESS product=ドリップ'],
    ['ブレンドを3つください', 'OrderIntent IN_PROGRESS product=ブレンド quantity=3'],
    ['やめる', 'AMAZON.StopIntent -'],
    ['ヘルプ', 'AMAZON.HelpIntent -'],
    ['はい', 'AMAZON.YesIntent -'],
    ['注文内容を確認して', 'CartIntent -'],
    ['ブレンドをやめて', 'RemoveItemIntent STARTED product=ブレンド'],
    ['今日は暑い', 'AMAZON.FallbackIntent -'],
  ])('asked how many, the buyer says %s', async (answer, expected) => {
    expect(await lastIntent(bench({ answer: eliciting }), '深煎りをください', answer)).toBe(expected);
  });

  it.each([
    ['ドリップバッグ', 'OrderIntent IN_PROGRESS product=ドリップバッグ'],
    ['深煎りにします', 'OrderIntent IN_PROGRESS product=深煎り'],
    ['2袋', 'OrderIntent IN_PROGRESS quantity=2'],
    ['ほうじ茶', 'OrderIntent IN_PROGRESS product=ほうじ茶'],
    ['ほうじ茶でお願いします', 'OrderIntent IN_PROGRESS product=ほうじ茶'],
    ['いいえ', 'AMAZON.NoIntent -'],
    ['お会計して', 'CheckoutIntent -'],
  ])('asked which product, the buyer says %s', async (answer, expected) => {
    expect(await lastIntent(bench({ answer: eliciting }), '注文したい', answer)).toBe(expected);
  });

  it('takes a bare product for the product to take out when that was asked', async () => {
    expect(await lastIntent(bench({ answer: eliciting }), '商品を減らしたい', 'ブレンド')).toBe(
      'RemoveItemIntent IN_PROGRESS product=ブレンド',
    );
  });

  it('sends a word the shop does not know with ER_SUCCESS_NO_MATCH', async () => {
    const { device, sent } = bench({ answer: eliciting });
    await device.say(OPEN);

    await device.say('紅茶をください');

    const resolutions = {
      resolutionsPerAuthority: [
        {
          authority: 'amzn1.er-authority.echo-sdk.amzn1.ask.skill.test.PRODUCT',
          status: { code: 'ER_SUCCESS_NO_MATCH' },
        },
      ],
    };
    expect(sent[1]!.request.intent!.slots).toStrictEqual({
      product: {
        name: 'product',
        value: '紅茶',
        resolutions,
        confirmationStatus: 'NONE',
        source: 'USER',
        slotValue: { type: 'Simple', value: '紅茶', resolutions },
      },
      quantity: { name: 'quantity', confirmationStatus: 'NONE' },
    });
  });

  it('sends a synonym with its canonical name and id, and a number without resolutions', async () => {
    const { device, sent } = bench({ answer: eliciting });
    await device.say(OPEN);

    await device.say('ブレンドコーヒーを三つください');

    const resolutions = {
      resolutionsPerAuthority: [
        {
          authority: 'amzn1.er-authority.echo-sdk.amzn1.ask.skill.test.PRODUCT',
          status: { code: 'ER_SUCCESS_MATCH' },
          values: [{ value: { name: 'こえみせブレンド', id: 'blend' } }],
        },
      ],
    };
    expect(sent[1]!.request.intent!.slots).toStrictEqual({
      product: {
        name: 'product',
        value: 'ブレンドコーヒー',
        resolutions,
        confirmationStatus: 'NONE',
        source: 'USER',
        slotValue: { type: 'Simple', value: 'ブレンドコーヒー', resolutions },
      },
      quantity: {
        name: 'quantity',
        value: '3',
        confirmationStatus: 'NONE',
        source: 'USER',
        slotValue: { type: 'Simple', value: '3' },
      },
    });
  });

  it('goes on with the values of updatedIntent, also after a launch', async () => {
    const updatedIntent = {
      name: 'OrderIntent',
      confirmationStatus: 'NONE',
      slots: { product: { name: 'product', value: '定期便', confirmationStatus: 'NONE' } },
    };
    const elicit = { type: 'Dialog.ElicitSlot', slotToElicit: 'quantity', updatedIntent };
    const skill = bench({
      answer: ({ request }) =>
        request.type === 'LaunchRequest' ? ask('何か月ですか。', { directives: [elicit] }) : ask('はい。'),
    });

    expect(await lastIntent(skill, '六か月')).toBe('OrderIntent IN_PROGRESS product=定期便 quantity=6');
  });

  it.each([
    [{ type: 'Dialog.ElicitSlot', slotToElicit: 'size' }, 'error: slotToElicit names no slot of OrderIntent'],
    [
      { type: 'Dialog.ConfirmSlot', slotToConfirm: 'size' },
      'error: slotToConfirm names no slot of OrderIntent',
    ],
    [
      { type: 'Dialog.ElicitSlot', slotToElicit: 'product', updatedIntent: { name: 'NoIntent' } },
      'error: the model has no intent NoIntent',
    ],
  ])('refuses %j', async (directive, complaint) => {
    const { device } = bench({
      answer: ({ request }) => (request.intent === undefined ? {} : ask('え。', { directives: [directive] })),
    });

    const turn = await device.say('こえみせ珈琲でブレンドをください');

    expect(turn.complaints).toContain(complaint);
  });

  it('refuses to elicit after a launch without saying for which intent', async () => {
    const { device } = bench({
      answer: () => ask('え。', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'product' }] }),
    });

    const turn = await device.say(OPEN);

    expect(turn.complaints[0]).toBe('error: Dialog.ElicitSlot needs an updatedIntent here');
  });
});

describe('a confirmation', () => {
  const confirming =
    (type: string) =>
    ({ request }: SentEnvelope): object =>
      request.intent?.name === 'OrderIntent' && request.dialogState === 'STARTED'
        ? ask('よろしいですか。', { directives: [{ type, slotToConfirm: 'quantity' }] })
        : ask('はい。');

  it.each([
    ['はい', 'CONFIRMED'],
    ['いいえ', 'DENIED'],
  ])('of a slot is given by %s', async (answer, status) => {
    const skill = bench({ answer: confirming('Dialog.ConfirmSlot') });
    await lastIntent(skill, 'ブレンドを30袋ください', answer);

    const { intent, dialogState } = skill.sent.at(-1)!.request;

    expect(intent).toMatchObject({
      name: 'OrderIntent',
      slots: { quantity: { value: '30', confirmationStatus: status } },
    });
    expect(dialogState).toBe('IN_PROGRESS');
  });

  it('of the intent is given by はい', async () => {
    const skill = bench({ answer: confirming('Dialog.ConfirmIntent') });
    await lastIntent(skill, 'ブレンドを30袋ください', 'はい');

    expect(skill.sent.at(-1)!.request.intent).toMatchObject({
      name: 'OrderIntent',
      confirmationStatus: 'CONFIRMED',
    });
  });

  it('is left by another request', async () => {
    const skill = bench({ answer: confirming('Dialog.ConfirmSlot') });

    expect(await lastIntent(skill, 'ブレンドを30袋ください', 'お会計して')).toBe('CheckoutIntent -');
  });
});

describe('a dialog that the skill delegates', () => {
  const delegating = ({ request }: SentEnvelope): object =>
    request.dialogState === undefined || request.dialogState === 'COMPLETED'
      ? ask('承りました。')
      : { directives: [{ type: 'Dialog.Delegate' }], shouldEndSession: false };

  it('is led by the device in its own words, and ends as COMPLETED', async () => {
    const { device, sent } = bench({ answer: delegating });
    await device.say(OPEN);

    const first = await device.say('注文したい');
    const second = await device.say('ドリップ');
    await device.say('二箱');

    expect(first.exchanges[0]!.deviceSpeech).toBe('どの商品になさいますか。');
    expect(second.exchanges[0]!.deviceSpeech).toBe('おいくつご用意しますか。');
    expect(sent.map(({ request }) => request.dialogState)).toStrictEqual([
      undefined,
      'STARTED',
      'IN_PROGRESS',
      'COMPLETED',
    ]);
    expect(first.complaints).toStrictEqual([]);
  });

  it('is completed within the turn when nothing is missing', async () => {
    const { device, sent } = bench({ answer: delegating });
    await device.say(OPEN);

    const turn = await device.say('ドリップを二箱ください');

    expect(sent.slice(1).map(({ request }) => request.dialogState)).toStrictEqual(['STARTED', 'COMPLETED']);
    expect(turn.exchanges[1]!.speech!.text).toBe('承りました。');
  });

  it('repeats the device’s own question when the buyer keeps silent', async () => {
    const { device } = bench({ answer: delegating });
    await device.say(OPEN);
    await device.say('注文したい');

    const turn = await device.silence();

    expect(turn.reprompted).toStrictEqual({ text: 'どの商品になさいますか。' });
  });

  it('is refused for an intent without dialog rules', async () => {
    const { device } = bench({
      answer: () => ({ directives: [{ type: 'Dialog.Delegate' }], shouldEndSession: false }),
    });

    const turn = await device.say('こえみせ珈琲で何がありますか');

    expect(turn.complaints[0]).toBe('error: the dialog model has no intent BrowseIntent to delegate');
  });

  it('confirms what the model wants confirmed', async () => {
    const model = parseInteractionModel({
      interactionModel: {
        languageModel: {
          invocationName: '店',
          intents: [
            {
              name: 'BuyIntent',
              slots: [{ name: 'count', type: 'AMAZON.NUMBER' }],
              samples: ['{count} 個 買う'],
            },
            { name: 'AMAZON.YesIntent' },
          ],
        },
        dialog: {
          intents: [
            {
              name: 'BuyIntent',
              confirmationRequired: true,
              slots: [
                {
                  name: 'count',
                  type: 'AMAZON.NUMBER',
                  confirmationRequired: true,
                  prompts: { confirmation: 'Confirm.count' },
                },
              ],
            },
          ],
        },
        prompts: [
          { id: 'Confirm.count', variations: [{ type: 'PlainText', value: 'その数でよろしいですか。' }] },
        ],
      },
    });
    const { device, sent } = bench({ model, answer: delegating });

    const asked = await device.say('店で3個買う');
    await device.say('はい');
    await device.say('はい');

    expect(asked.exchanges[0]!.deviceSpeech).toBe('その数でよろしいですか。');
    expect(sent.at(-1)!.request).toMatchObject({
      dialogState: 'COMPLETED',
      intent: {
        confirmationStatus: 'CONFIRMED',
        slots: { count: { value: '3', confirmationStatus: 'CONFIRMED' } },
      },
    });
  });

  it('stops a skill that delegates a completed dialog again and again', async () => {
    const { device } = bench({
      answer: ({ request }) =>
        request.intent === undefined
          ? tell('')
          : { directives: [{ type: 'Dialog.Delegate' }], shouldEndSession: false },
    });

    const turn = await device.say('こえみせ珈琲でドリップを二箱ください');

    expect(turn.complaints).toStrictEqual([
      'error: more than 10 directives follow one another in one turn: stopped',
    ]);
  });
});
