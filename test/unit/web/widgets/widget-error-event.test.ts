import { pageError } from '../../../../lambda/src/web/page-error';
import { widgetErrorEvent } from '../../../../lambda/src/web/widgets/widget-error-event';
import { recordingLog } from '../../../support/recording-log';

describe('an error of a widget in the log', () => {
  it('names widget, code and row, and nothing about the person', () => {
    expect(widgetErrorEvent({ source: 'wallet', code: 'BuyerSessionExpired' })).toEqual({
      fields: { step: 'widgetError', operation: 'wallet', code: 'BuyerSessionExpired', row: 'b08' },
    });
  });

  it('tells the merchant what to do when the merchant has to mend something', () => {
    const event = widgetErrorEvent({ source: 'button', code: 'InvalidSellerId' });

    expect(event?.action).toBe(
      'Set AMAZON_PAY_SELLER_ID to the seller (merchant) ID shown in Seller Central.',
    );
  });

  it('is an alert for a code that nobody knows, by its name', () => {
    expect(widgetErrorEvent({ source: 'consent', code: 'SomethingNew' })).toEqual({
      fields: { step: 'widgetError', operation: 'consent', code: 'SomethingNew', row: 'x90' },
      action: 'A code without a row: add it to the table after reading what it means.',
    });
  });

  it.each(['taro@example.jp', '153-0064', '見本', 'x'])(
    'does not write down "%s", which is no code',
    (code) => {
      expect(widgetErrorEvent({ source: 'wallet', code })?.fields.code).toBe('(misshapen)');
    },
  );

  it.each(['checkout', 'widgets', 'constructor', ''])('is none when "%s" reported it', (source) => {
    expect(widgetErrorEvent({ source, code: 'InvalidSellerId' })).toBeUndefined();
  });

  it('stands in the log with the order, as an alert only where the merchant has to act', () => {
    const log = recordingLog();

    pageError(log, '261122-482109', { source: 'addressBook', code: 'ITP' });
    pageError(log, '261122-482109', { source: 'wallet', code: 'WidgetNotApplicable' });
    pageError(log, '261122-482109', { source: 'checkout', code: 'scriptNotLoaded' });

    expect(log.warnings).toEqual([
      { step: 'widgetError', orderId: '261122-482109', operation: 'addressBook', code: 'ITP', row: 'b14' },
      { step: 'pageError', orderId: '261122-482109', operation: 'checkout', code: 'scriptNotLoaded' },
    ]);
    expect(log.alerts).toEqual([
      {
        step: 'widgetError',
        orderId: '261122-482109',
        operation: 'wallet',
        code: 'WidgetNotApplicable',
        row: 'b19',
        action: 'The seller account is not enabled for Billing Agreements: ask Amazon Pay support.',
      },
    ]);
  });
});
