import { ConfigError } from '../../src/config';
import { ConflictError } from '../../src/orders/change-order';
import { StoreItemError } from '../../src/orders/store';

/** Why a command could not be carried out, in words for the person at the keyboard. */
export function explainFault(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StoreItemError || error instanceof ConflictError) {
    return error.message;
  }
  const isNoShopHere = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isNoShopHere
    ? 'No shop is running here: start it with npm start, or set ORDERS_TABLE and AWS_REGION for the table on AWS.'
    : 'The store did not answer: is the shop running, and are ORDERS_TABLE and AWS_REGION right?';
}
