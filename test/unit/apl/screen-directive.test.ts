import { screenDirective } from '../../../lambda/src/apl/screen-directive';
import { line, type Screen } from '../../../lambda/src/voice/line';
import { readScreen } from '../../simulator/alexa/read-screen';

const SHOP = { merchantName: 'こえみせ珈琲' };
const TOTAL = { label: line('screenTotal'), amount: line('screenAmount', { amountYen: '1,296' }) };

function orderOf(names: readonly string[]): Screen {
  const rows = names.map((name) => ({ label: line('screenItemMonthly', { name }), amount: TOTAL.amount }));
  return { type: 'order', title: line('screenCartTitle'), status: [], rows, total: TOTAL, notes: [] };
}

describe('the directive that shows a screen', () => {
  it('holds a document without words and the words as its data', () => {
    const directive = screenDirective(orderOf(['定期便']), SHOP);

    expect(directive).toMatchObject({
      type: 'Alexa.Presentation.APL.RenderDocument',
      token: 'order',
      document: { type: 'APL', version: '1.6', mainTemplate: { parameters: ['payload'] } },
      datasources: {
        screen: {
          title: 'カートの商品',
          status: [],
          rows: [{ label: '定期便（毎月）', amount: '1,296円' }],
          total: { label: '合計（消費税込み）', amount: '1,296円' },
          notes: [],
        },
      },
    });
    expect(JSON.stringify(directive?.document)).not.toMatch(/[^\x20-\x7e]/);
  });

  it('shows a notice sentence by sentence', () => {
    const notice = { type: 'notice', title: line('screenConsentTitle'), text: [line('cartKept')] } as const;

    expect(readScreen(screenDirective(notice, SHOP) as never)).toEqual({
      texts: ['Amazon Payの使用許可が必要です', 'カートは残してあります。'],
      faults: [],
    });
  });

  it('lets no name become markup of the text', () => {
    const { texts } = readScreen(screenDirective(orderOf(['<b>T&M</b>']), SHOP) as never);

    expect(texts).toContain('&lt;b&gt;T&amp;M&lt;/b&gt;（毎月）');
  });

  it('is left out when it would be larger than 60 KB', () => {
    const name = 'あ'.repeat(100);

    expect(screenDirective(orderOf(Array.from({ length: 120 }, () => name)), SHOP)).toBeDefined();
    expect(screenDirective(orderOf(Array.from({ length: 200 }, () => name)), SHOP)).toBeUndefined();
  });
});
