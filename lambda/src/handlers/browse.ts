import { goodsForSale } from '../voice/replies/goods';
import { forIntent, type Handler } from './handler';

/** Names the goods and their prices. */
export const browseHandler: Handler = {
  name: 'BrowseIntent',
  canHandle: forIntent('BrowseIntent'),
  handle: ({ deps }) => Promise.resolve({ ...goodsForSale(deps.shop), question: { kind: 'order' } }),
};
