import { createHandlers } from '../../../../lambda/src/web/client/handlers';
import { showButton } from '../../../../lambda/src/web/client/pay';
import { setStage } from './page-stage';

const TOTALS = {
  totalShippingAmount: { amount: '1200', currencyCode: 'JPY' },
  totalChargeAmount: { amount: '13792', currencyCode: 'JPY' },
  lineItems: [],
};
const OKINAWA = { stateOrRegion: '沖縄県', countryCode: 'JP' };

describe('Amazon’s button', () => {
  it('is shown with the settings of the page and all six handlers', async () => {
    const stage = setStage();

    await showButton(stage.data, stage.effects);

    expect(stage.button?.selector).toBe('#amazon-pay-button');
    expect(stage.button?.options).toEqual({
      merchantId: 'A1KOEMISELOCAL',
      ledgerCurrency: 'JPY',
      sandbox: true,
      checkoutLanguage: 'ja_JP',
      productType: 'PayAndShip',
      placement: 'Checkout',
      buttonColor: 'Gold',
      estimatedOrderAmount: { amount: '3192', currencyCode: 'JPY' },
      checkoutSessionConfig: {
        storeId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
        scopes: ['name', 'phoneNumber', 'shippingAddress'],
        chargePermissionType: 'OneTime',
        paymentDetails: { paymentIntent: 'AuthorizeWithCapture', canHandlePendingAuthorization: false },
        merchantMetadata: { merchantReferenceId: '261122-482109', merchantStoreName: 'こえみせ珈琲' },
        deliverySpecifications: { addressRestrictions: { type: 'Allowed', restrictions: { JP: {} } } },
      },
      onInitCheckout: expect.any(Function),
      onShippingAddressSelection: expect.any(Function),
      onDeliveryOptionSelection: expect.any(Function),
      onCompleteCheckout: expect.any(Function),
      onCancel: expect.any(Function),
      onError: expect.any(Function),
    });
    expect(stage.said).toEqual(['読み込み中', '']);
  });

  it('asks for a permission that lasts where goods come monthly, and names no amount that shipping would raise', async () => {
    const stage = setStage({ chargePermissionType: 'Recurring' });

    await showButton(stage.data, stage.effects);

    const config = stage.button?.options.checkoutSessionConfig;
    expect(config).toMatchObject({ chargePermissionType: 'Recurring' });
    expect(config).toHaveProperty('recurringMetadata', { frequency: { unit: 'Month', value: '1' } });
  });

  it('names what each month costs where nothing is shipped', async () => {
    const stage = setStage({
      productType: 'PayOnly',
      chargePermissionType: 'Recurring',
      monthlyYen: '2480',
    });

    await showButton(stage.data, stage.effects);

    expect(stage.button?.options.checkoutSessionConfig).toMatchObject({
      chargePermissionType: 'Recurring',
      recurringMetadata: {
        frequency: { unit: 'Month', value: '1' },
        amount: { amount: '2480', currencyCode: 'JPY' },
      },
    });
  });

  it('asks for no delivery where nothing is delivered, and is live where the shop is', async () => {
    const stage = setStage({ productType: 'PayOnly', sandbox: 'false', canHandlePending: 'true' });

    await showButton(stage.data, stage.effects);

    expect(stage.button?.options).toMatchObject({
      sandbox: false,
      productType: 'PayOnly',
      checkoutSessionConfig: {
        scopes: ['name', 'billingAddress'],
        paymentDetails: { canHandlePendingAuthorization: true },
      },
    });
    expect(stage.button?.options.checkoutSessionConfig).not.toHaveProperty('deliverySpecifications');
  });

  it('that does not come is said, and told to the shop', async () => {
    const stage = setStage();
    stage.amazonPay = undefined;

    await showButton(stage.data, stage.effects);

    expect(stage.said.at(-1)).toBe('!ボタンなし');
    expect(stage.calls).toEqual([['errors', { source: 'checkout', code: 'scriptNotLoaded' }]]);
  });
});

describe('Amazon’s sheet', () => {
  it.each(['onInitCheckout', 'onShippingAddressSelection'] as const)(
    'gets the totals that the server computed, untouched, and the page follows them: %s',
    async (handler) => {
      const stage = setStage();
      stage.answers['cart'] = TOTALS;

      const answer = await createHandlers(stage.data, stage.effects)[handler]({ shippingAddress: OKINAWA });

      expect(answer).toBe(TOTALS);
      expect(stage.calls).toEqual([['cart', { address: OKINAWA }]]);
      expect(stage.shown).toEqual({ shipping: '1,200円', total: '13,792円' });
      expect(stage.said).toEqual(['送料は1,200円、合計は13,792円です。']);
    },
  );

  it('gets them for the address chosen last when only the way of delivery changes', async () => {
    const stage = setStage();
    stage.answers['cart'] = TOTALS;
    const handlers = createHandlers(stage.data, stage.effects);

    await handlers.onInitCheckout({});
    await handlers.onShippingAddressSelection({ shippingAddress: OKINAWA });
    await handlers.onDeliveryOptionSelection({});

    expect(stage.calls.map(([, body]) => body)).toEqual([
      { address: null },
      { address: OKINAWA },
      { address: OKINAWA },
    ]);
  });

  it('gets them by the address of the bill where nothing is delivered, and the page says nothing of places', async () => {
    const stage = setStage({ productType: 'PayOnly' });
    stage.answers['cart'] = { ...TOTALS, totalShippingAmount: { amount: '0', currencyCode: 'JPY' } };

    await createHandlers(stage.data, stage.effects).onInitCheckout({
      shippingAddress: OKINAWA,
      billingAddress: { countryCode: 'US' },
    });

    expect(stage.calls).toEqual([['cart', { address: { countryCode: 'US' } }]]);
    expect(stage.shown).toEqual({ shipping: '無料', total: '13,792円' });
    expect(stage.said).toEqual(['']);
  });

  it.each([
    [
      'the server refuses the address',
      { status: 'error', reasonCode: 'notJapan', message: '国内のみ' },
      ['!国内のみ'],
    ],
    ['nothing comes back', undefined, ['!問題']],
    ['something else comes back', 'hello', ['!問題']],
    ['totals come back without their amounts', { totalChargeAmount: {} }, []],
  ])('is told that there are no totals when %s', async (_title, cart, said) => {
    const stage = setStage();
    stage.answers['cart'] = cart;

    const answer = await createHandlers(stage.data, stage.effects).onInitCheckout({});

    expect(answer).toEqual(said.length === 0 ? cart : { status: 'error', reasonCode: 'unknownError' });
    expect(stage.said).toEqual(said);
    expect(stage.shown).toEqual({});
  });

  it.each([
    [{ status: 'success' }, 'success'],
    [{ status: 'decline' }, 'decline'],
    [{ status: 'error' }, 'error'],
    [{ status: 'paid' }, 'error'],
    [undefined, 'error'],
  ])('hears how paying ended, and the page is shown anew whatever it was: %j', async (complete, status) => {
    const stage = setStage();
    stage.answers['complete'] = complete;

    const answer = await createHandlers(stage.data, stage.effects).onCompleteCheckout({
      amazonCheckoutSessionId: 'session-1',
    });

    expect(answer).toEqual({ status });
    expect(stage.calls).toEqual([['complete', { checkoutSessionId: 'session-1' }]]);
    expect(stage.said).toEqual(['手続き中']);
    expect(stage.anew).toBe(1);
  });

  it('pays once, though it asks twice', async () => {
    const stage = setStage();
    const handlers = createHandlers(stage.data, stage.effects);

    await Promise.all([
      handlers.onCompleteCheckout({ amazonCheckoutSessionId: 'session-1' }),
      handlers.onCompleteCheckout({ amazonCheckoutSessionId: 'session-1' }),
    ]);

    expect(stage.calls).toHaveLength(1);
  });

  it('closed by the buyer is said and told to the shop; the page stays', () => {
    const stage = setStage();

    createHandlers(stage.data, stage.effects).onCancel({});

    expect([stage.said, stage.calls, stage.anew]).toEqual([['やめました'], [['cancel', {}]], 0]);
  });

  it('closed while paying is under way is not said to be unpaid: the page is shown anew', () => {
    const stage = setStage();
    const handlers = createHandlers(stage.data, stage.effects);

    void handlers.onCompleteCheckout({ amazonCheckoutSessionId: 'session-1' });
    handlers.onCancel({});

    expect([stage.said, stage.anew]).toEqual([['手続き中'], 1]);
  });

  it('hands over only the parts of an address that the server knows', async () => {
    const stage = setStage();

    await createHandlers(stage.data, stage.effects).onInitCheckout({
      shippingAddress: {
        ...OKINAWA,
        addressLine2: null,
        isDefault: true,
        geo: { lat: 26 },
        note: 'x',
        city: 7,
      },
    });

    expect(stage.calls).toEqual([['cart', { address: { ...OKINAWA, addressLine2: null } }]]);
  });

  it.each([
    [{ reasonCode: 'InternalServerError', message: '見本 太郎' }, 'InternalServerError'],
    [new TypeError('見本 太郎'), 'TypeError'],
    [{ code: '見本 E-1' }, 'E-1'],
    [{ code: '見本' }, 'unknown'],
    [{ code: 'A'.repeat(100) }, 'A'.repeat(64)],
    ['見本 太郎', 'unknown'],
    [null, 'unknown'],
  ])('that reports an error tells the shop its code and nothing else: %j', (error, code) => {
    const stage = setStage();

    createHandlers(stage.data, stage.effects).onError(error);

    expect(stage.calls).toEqual([['errors', { source: 'checkout', code }]]);
    expect(stage.said).toEqual(['!問題']);
  });
});
