import { browseHandler } from './browse';
import { cancelOrderHandler } from './cancel-order';
import { cartHandler } from './cart';
import { checkoutHandler } from './checkout';
import { connectionsResponseHandler } from './connections-response';
import {
  fallbackHandler,
  helpHandler,
  repeatHandler,
  screenFaultHandler,
  sessionEndedHandler,
  stopHandler,
  unknownRequestHandler,
} from './everyday';
import { type Handler } from './handler';
import { launchHandler } from './launch';
import { orderHandler, subscribeHandler } from './order';
import { orderStatusHandler } from './order-status';
import { refundHandler } from './refund';
import { removeItemHandler } from './remove-item';
import { startOverHandler } from './start-over';
import { supportHandler } from './support';
import { noHandler, yesHandler } from './yes-no';

/** All handlers in their order: the first that can answers, the last one always can. */
export const HANDLERS: readonly Handler[] = [
  connectionsResponseHandler,
  launchHandler,
  sessionEndedHandler,
  screenFaultHandler,
  yesHandler,
  noHandler,
  orderHandler,
  subscribeHandler,
  removeItemHandler,
  cartHandler,
  checkoutHandler,
  browseHandler,
  orderStatusHandler,
  cancelOrderHandler,
  refundHandler,
  supportHandler,
  startOverHandler,
  helpHandler,
  repeatHandler,
  stopHandler,
  fallbackHandler,
  unknownRequestHandler,
];
