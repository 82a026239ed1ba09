import { parseShop, ShopFileError } from '../../src/shop/shop';
import { languageOf } from './language-table';
import { MANIFEST_FILE, SHOP_FILE, type AskProject } from './project';
import { type Fault, type Rule } from './rule';

/**
 * Which duty of a mail-order shop each part of shop.json answers.
 * @see certification-and-law.md, section 5.1 (Act on Specified Commercial Transactions, Art. 11 and 12-6)
 */
const DUTIES = {
  'seller.name': 'name of the seller',
  'seller.representative': 'person responsible',
  'seller.postalCode': 'address of the seller',
  'seller.address': 'address of the seller',
  'seller.phone': 'phone of the seller',
  'seller.email': 'how to reach the seller',
  support: 'where to cancel and complain',
  'terms.payment': 'way of payment',
  'terms.paymentTime': 'time of payment',
  'terms.delivery': 'delivery time',
  'terms.orderPeriod': 'period of the offer',
  'terms.cancellation': 'cancellation terms',
  'terms.returns': 'return terms',
  'terms.otherCosts': 'costs beside the price',
  'terms.quantityLimit': 'limits of quantity',
  'terms.subscription': 'terms of a contract that goes on',
  'terms.digitalDelivery': 'delivery of goods that are not shipped',
  shipping: 'price of shipping',
  products: 'prices and goods',
} as const;

/** About 100 dollars: where Amazon wants a spoken code offered. The threshold in yen is not known. */
const EXPENSIVE_YEN = 15_000;

/** The goods and the legal facts of the shop. */
export const SHOP_RULES: readonly Rule[] = [
  {
    id: 'legal-facts',
    severity: 'error',
    when: 'always',
    source:
      'Act on Specified Commercial Transactions (tokushōhō), Art. 11: facts a mail-order shop has to show',
    find: findLegalFaults,
  },
  {
    id: 'expensive-goods',
    severity: 'warning',
    when: 'always',
    source: 'Amazon: Requirements for Skills That Allow Purchases (goods of $100 or more)',
    find: findExpensiveGoods,
  },
];

function findLegalFaults({ files }: AskProject): readonly Fault[] {
  try {
    parseShop(files.shop);
    return [];
  } catch (error) {
    if (!(error instanceof ShopFileError)) throw error;
    return error.faults.map((fault) => ({ file: SHOP_FILE, fix: `fill in ${fault}${dutyOf(fault)}` }));
  }
}

function dutyOf(fault: string): string {
  const duty = Object.entries(DUTIES).find(
    ([path]) => fault.startsWith(`${path}:`) || fault.startsWith(`${path}.`),
  )?.[1];
  return duty === undefined ? '' : ` (${duty})`;
}

function findExpensiveGoods({ shop, locales }: AskProject): readonly Fault[] {
  const expensive = shop.products.filter(({ priceYen }) => priceYen >= EXPENSIVE_YEN);
  const silent = locales.filter(
    ({ locale, store }) => languageOf(locale)?.voiceCode.test(store?.description ?? '') !== true,
  );
  return expensive.flatMap(({ name, priceYen }) =>
    silent.map(({ locale }) => ({
      file: MANIFEST_FILE,
      fix: `tell buyers in the ${locale} description of the four-digit voice code: ${name} costs ${priceYen} yen, and from about ${EXPENSIVE_YEN} yen on Amazon wants one offered`,
    })),
  );
}
