import { parseShop, ShopFileError } from '../../src/shop/shop';

/** Every fault of a parsed shop file with the path of its field; none when the shop is complete. */
export function findShopFaults(file: unknown): readonly string[] {
  try {
    parseShop(file);
    return [];
  } catch (error) {
    if (error instanceof ShopFileError) {
      return error.faults.map((fault) => `shop.json: ${fault}`);
    }
    throw error;
  }
}
