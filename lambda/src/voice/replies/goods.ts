import { type Product, type Shop } from '../../shop/shop';
import { line, type Line } from '../line';
import { type Reply } from '../reply';

/** What is for sale, at what price, and what to say to order it. */
export function goodsForSale(shop: Shop): Reply {
  const products = shop.products.map(({ name, counter, priceYen }) =>
    line('goodsItem', { name, counter, priceYen }),
  );
  return {
    speech: [line('goodsForSale', { products: { list: products } }), line('whatWouldYouLike')],
    reprompt: orderExample(),
  };
}

/** Asks which product; `spoken` is a word the shop does not know, said back to the buyer. */
export function askProduct(shop: Shop, spoken?: string): Reply {
  const unknown = spoken === undefined ? [] : [line('unknownProduct', { spoken })];
  return { speech: [...unknown, line('askProduct')], reprompt: [productAnswers(shop)] };
}

/** Asks how many; `outOfRange` first says which numbers are taken. */
export function askQuantity({ name, counter }: Product, outOfRange: boolean): Reply {
  const range = outOfRange ? [line('quantityOutOfRange')] : [];
  return { speech: [...range, line('askQuantity', { name, counter })], reprompt: [line('quantityAnswers')] };
}

/** Asks what to order, in words that suit the start of a conversation. */
export function whatWouldYouLike(before: readonly Line[] = []): Reply {
  return {
    speech: [...before, line('whatWouldYouLike')],
    reprompt: orderExample(),
    question: { kind: 'order' },
  };
}

function orderExample(): readonly Line[] {
  return [line('orderExample')];
}

function productAnswers(shop: Shop): Line {
  const names = shop.products.map(({ name }) => line('productName', { name }));
  return line('productAnswers', { names: { list: names } });
}
