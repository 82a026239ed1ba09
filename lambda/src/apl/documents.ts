/**
 * The two documents a screen shows, in Alexa Presentation Language. They hold no word: everything that is read comes from
 * the data source `screen`, whose fields are named after the `Screen` of the catalogue.
 * @see Amazon: APL document, data-binding syntax, Text component
 */

/** Old enough for every device that is still sold, new enough for `ScrollView` and conditional resources. */
const VERSION = '1.6';

/** One size for speakers with a large screen, one for the small round ones, whose corners cut off text. */
const RESOURCES = [
  { dimensions: { titleSize: '38dp', textSize: '28dp', edge: '5vw', gap: '12dp' } },
  {
    when: "${viewport.shape == 'round'}",
    dimensions: { titleSize: '26dp', textSize: '20dp', edge: '15vw', gap: '8dp' },
  },
] as const;

const TITLE = {
  type: 'Text',
  text: '${payload.screen.title}',
  fontSize: '@titleSize',
  fontWeight: 'bold',
  paddingBottom: '@gap',
} as const;

/** A list of sentences, one below the other. */
function sentences(field: 'status' | 'notes' | 'text'): object {
  return {
    type: 'Container',
    data: `\${payload.screen.${field}}`,
    items: [{ type: 'Text', text: '${data}', fontSize: '@textSize', paddingBottom: '@gap' }],
  };
}

/** Label to the left, amount to the right. `source`: what the two fields are read from. */
function amountRow(source: string, fontWeight: 'normal' | 'bold'): object {
  const text = { type: 'Text', fontSize: '@textSize', fontWeight } as const;
  return {
    type: 'Container',
    direction: 'row',
    justifyContent: 'spaceBetween',
    paddingBottom: '@gap',
    items: [
      { ...text, text: `\${${source}.label}`, shrink: 1 },
      { ...text, text: `\${${source}.amount}`, paddingLeft: '@gap' },
    ],
  };
}

/** Puts components onto a page that scrolls when they do not fit. */
function page(components: readonly object[]): object {
  return {
    type: 'APL',
    version: VERSION,
    theme: 'dark',
    resources: RESOURCES,
    mainTemplate: {
      parameters: ['payload'],
      items: [
        {
          type: 'ScrollView',
          width: '100vw',
          height: '100vh',
          paddingLeft: '@edge',
          paddingRight: '@edge',
          paddingTop: '@edge',
          paddingBottom: '@edge',
          items: [{ type: 'Container', width: '100%', items: components }],
        },
      ],
    },
  };
}

/** The document of each kind of screen. A kind without a document is a compile error where it is read. */
export const DOCUMENTS = {
  order: page([
    TITLE,
    sentences('status'),
    {
      type: 'Container',
      data: '${payload.screen.rows}',
      items: [amountRow('data', 'normal')],
    },
    amountRow('payload.screen.total', 'bold'),
    sentences('notes'),
  ]),
  notice: page([TITLE, sentences('text')]),
} as const;
