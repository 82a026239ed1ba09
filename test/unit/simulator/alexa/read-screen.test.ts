import { checkDirectives } from '../../../simulator/alexa/check-directives';
import { readScreen, shownLines } from '../../../simulator/alexa/read-screen';

const TEXT = { type: 'Text', text: '${payload.order.title}', fontSize: '@big' };
const LIST = {
  type: 'Container',
  data: '${payload.order.rows}',
  items: [{ type: 'Text', text: '${data.name}' }],
};

function documentOf(items: readonly unknown[], changes: object = {}): Record<string, unknown> {
  return {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token: 'order',
    document: {
      type: 'APL',
      version: '1.6',
      resources: [{ dimensions: { big: '40dp' } }],
      mainTemplate: { parameters: ['payload'], items },
      ...changes,
    },
    datasources: { order: { title: 'ご注文', rows: [{ name: 'ブレンド' }, { name: 'ドリップ' }] } },
  };
}

describe('a document on a screen', () => {
  it('is read from top to bottom, lists row by row', () => {
    expect(readScreen(documentOf([{ type: 'ScrollView', items: [TEXT, LIST] }]))).toEqual({
      texts: ['ご注文', 'ブレンド', 'ドリップ'],
      faults: [],
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['without a token', { ...documentOf([TEXT]), token: undefined }, 'token is no text'],
    ['without a document', { ...documentOf([TEXT]), document: undefined }, 'document is no APL document'],
    ['of another kind', documentOf([TEXT], { type: 'APLA' }), 'document is no APL document'],
    ['of an unknown version', documentOf([TEXT], { version: 'banana' }), 'the document has no known version'],
    [
      'without a template',
      documentOf([TEXT], { mainTemplate: undefined }),
      'the document has no mainTemplate',
    ],
    ['without components', documentOf([]), 'a component has no items'],
    ['with an unknown component', documentOf([{ type: 'Txt' }]), 'a component of an unknown type'],
    ['with a resource that is not there', documentOf([{ ...TEXT, fontSize: '@huge' }]), 'no resource @huge'],
    [
      'with a value that is not there',
      documentOf([{ type: 'Text', text: '${payload.order.sum}' }]),
      '"${payload.order.sum}" is no text',
    ],
    [
      'with a list that is not there',
      documentOf([{ ...LIST, data: '${payload.order.goods}' }]),
      '"${payload.order.goods}" is no list',
    ],
    [
      'whose template takes no parameter',
      documentOf([TEXT], { mainTemplate: { items: [TEXT] } }),
      '"${payload.order.title}" is no text',
    ],
  ])('%s is refused', (_title, directive, fault) => {
    expect(readScreen(directive).faults).toEqual([fault]);
  });
});

describe('the lines of a screen', () => {
  it('keep what stands in a row together, and say what is bold', () => {
    const row = {
      type: 'Container',
      direction: 'row',
      items: [
        { ...TEXT, fontWeight: 'bold' },
        { ...TEXT, fontWeight: 'bold' },
      ],
    };

    expect(shownLines([{ type: 'Dialog.Delegate' }, documentOf([TEXT, row])])).toEqual([
      { texts: ['ご注文'], isBold: false },
      { texts: ['ご注文', 'ご注文'], isBold: true },
    ]);
  });

  it('hold the signs that their entities stand for', () => {
    const shown = { ...documentOf([TEXT]), datasources: { order: { title: '&lt;豆&gt; &amp;lt;' } } };

    expect(shownLines([shown])).toEqual([{ texts: ['<豆> &lt;'], isBold: false }]);
  });

  it('are not there without a document', () => {
    expect(shownLines([])).toBeUndefined();
    expect(shownLines([undefined, { type: 'Dialog.Delegate' }])).toBeUndefined();
  });
});

describe('a document beside other directives', () => {
  const errors = (directives: readonly unknown[], hasScreen = true): readonly string[] =>
    checkDirectives(directives, true, hasScreen).map(({ text }) => text);
  const setup = { type: 'Connections.SendRequest', name: 'Setup', payload: {}, token: 't' };
  const good = documentOf([TEXT]);

  it('is taken alone, on a device with a screen', () => {
    expect(errors([good])).toEqual([]);
    expect(errors([good], false)).toEqual([
      'Alexa.Presentation.APL.RenderDocument needs the interface Alexa.Presentation.APL, which this device has not',
    ]);
  });

  it('is refused beside another one and beside Connections.SendRequest', () => {
    expect(errors([good, good])).toEqual(['2 Alexa.Presentation.APL.RenderDocument in one response']);
    expect(errors([good, setup])).toEqual([
      'Alexa.Presentation.APL.RenderDocument beside Connections.SendRequest, which leaves the skill',
    ]);
  });

  it('is refused when it cannot be read', () => {
    expect(errors([documentOf([])])).toEqual([
      'Alexa.Presentation.APL.RenderDocument: a component has no items',
    ]);
  });
});
