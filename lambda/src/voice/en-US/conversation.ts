import { type CONVERSATION as JAPANESE } from '../ja-JP/conversation';

/** What the shop says outside of payment outcomes: welcome, goods, cart, questions, status, farewell. */
export const CONVERSATION = {
  // Arriving
  welcome: 'Welcome to {merchantName}, where you order {sells} by voice.',
  whatWouldYouLike: 'What would you like?',
  orderExample: 'Say, for example, "{orderExample}". To hear what we sell, say "what do you have".',
  cartLeft:
    'Welcome to {merchantName}. Your last order is still in the cart: {items}, {goodsYen} yen in all.',
  continueQuestion: 'Would you like to go on with it?',
  continueAnswers: 'To go on, say "yes". To start over, say "no".',
  startedOver: 'I have emptied your cart.',
  help: 'You can order goods, hear about your order, or ask for a cancellation or a refund.',
  notPlacedHere: 'No order has been placed in this step.',
  notUnderstood: 'Sorry, I did not understand that.',
  notSupported: 'Sorry, I cannot help with that.',
  farewell: 'Thank you for coming.',
  nothingMore: 'All right. Just call me when you need something.',

  // Goods
  goodsForSale: 'We have {products}. Prices include tax.',
  goodsItem: '{name} at {priceYen} yen per {counter}',
  itemAndQuantity: '{quantity} {counter} of {name}',
  askProduct: 'Which product would you like?',
  productName: '{name}',
  productAnswers: 'Please choose one of these: {names}.',
  unknownProduct: 'Sorry, we do not sell {spoken}.',
  askQuantity: '{name} is sold by the {counter}. How many would you like?',
  quantityAnswers: 'Please say a number from 1 to 99.',
  quantityOutOfRange: 'You can order from 1 to 99.',

  // Cart
  added: 'I have put {quantity} {counter} of {name} into your cart.',
  quantityCapped: 'You can order up to {quantity} {counter} of {name} at a time.',
  subscriptionAdded:
    'I have put {name} into your cart. It costs {priceYen} yen per {counter} and comes every month.',
  removed: 'I have taken {name} out of your cart.',
  notInCart: '{name} is not in your cart.',
  cartHolds: 'Your cart holds {items}. The goods come to {goodsYen} yen.',
  cartIsEmpty: 'Your cart is empty.',
  checkoutQuestion: 'Would you like to check out?',
  checkoutAnswers: 'To check out, say "yes". To choose something else, say "no".',
  changeQuestion: 'Would you like to add or change anything?',
  changeAnswers: 'To change your order, say "yes". To finish, say "no".',

  // Order summary before payment
  preparingCheckout: 'I am getting your checkout ready.',
  recapOpening: 'Here is your order.',
  recapSeller: 'The seller is {sellerName}.',
  recapItems: 'You are ordering {items}.',
  recapItem: '{quantity} {counter} of {name}',
  recapSubscription: '{name}',
  recapMonthly: '{name} comes every month, and each delivery costs {monthlyYen} yen plus shipping.',
  recapDestination: 'It goes to {destination}.',
  recapDestinationName: '{address}, {name}',
  recapDestinationAtAmazon: 'It goes to the address in your Amazon account.',
  recapTotal:
    'The goods are {goodsYen} yen and shipping is {shippingYen} yen, so the total including tax is {totalYen} yen.',
  recapTotalFreeShipping:
    'The goods are {goodsYen} yen and shipping is free, so the total including tax is {totalYen} yen.',
  termsChanged: 'The delivery address or the amount has changed, so here is your order once more.',
  pricesReadAgain: 'Some time has passed, so here is your order once more.',
  confirmQuestion: 'Shall I place the order, and charge {totalYen} yen with Amazon Pay?',
  confirmAnswers: 'To place the order, say "yes". To stop, say "no".',
  paymentNotMade: 'No payment was made.',
  chargeStarting: 'I am processing your payment.',
  oneMoment: 'This is taking a little longer. One moment, please.',
  tryAgainQuestion: 'Would you like to try again?',
  tryAgainAnswers: 'To try again, say "yes". To stop, say "no".',
  paymentInProgress: 'Your payment is being processed. You will not be charged twice.',

  // Paid
  orderPaid: 'Your payment is complete, and your order has been placed.',
  orderNumber: 'Your order number is {orderNumber}.',
  orderTotal: 'The total is {totalYen} yen.',
  cardSent: 'You can find your order on a card in the Alexa app.',
  thanks: 'Thank you.',

  // Status
  noOrders: 'There are no orders on record.',
  statusNotPlaced: 'You have an order that has not been placed yet. Nothing has been paid.',
  statusChecking:
    'For order number {orderNumber}, I am checking the result of the payment. You will not be charged twice.',
  statusPending:
    'For order number {orderNumber}, I am waiting for the result of the payment. Please do not order again, and wait.',
  statusAuthorized:
    'For order number {orderNumber}, the payment has been authorized. It is not complete yet.',
  statusAuthorizedAsAsked:
    'For order number {orderNumber}, the payment has been authorized, and the order has been taken. The payment is not complete yet. The payment is made when {paymentMoment}.',
  statusChargeable:
    'Order number {orderNumber} has been taken. Nothing has been paid yet. The payment is made when {paymentMoment}.',
  momentShipped: 'the goods are sent',
  momentHandedOver: 'the goods are handed over to you',
  statusDeclined:
    'For order number {orderNumber}, the payment was not completed. The order has not been placed.',
  statusAwaitingPayment: 'Order number {orderNumber} is waiting for its payment. It has not been placed.',
  statusPaid: 'For order number {orderNumber}, the payment of {totalYen} yen is complete.',
  statusNeedsHuman:
    'For order number {orderNumber}, our staff is checking the payment. You will not be charged twice.',
  statusAbandoned: 'Order number {orderNumber} has been cancelled. Nothing was paid.',
  statusRefunded: 'For order number {orderNumber}, the refund has been made.',
  cancelRequested: 'Your request to cancel has been received.',
  refundRequested: 'Your request for a refund has been received.',

  // Cancel and refund
  cancelQuestion: 'Would you like to cancel order number {orderNumber}, {totalYen} yen in all?',
  cancelCartQuestion: 'Nothing has been paid. Would you like to take everything out of your cart?',
  cancelAnswers: 'To cancel, say "yes". To keep it, say "no".',
  cartCancelled: 'I have cancelled your order. Nothing was paid.',
  nothingToCancel: 'There is no order that can be cancelled.',
  cancelHandedOver:
    'The order is already paid, so our staff has to cancel it. I have recorded your request and handed it over to them.',
  cancelHandedOverUnknown:
    'The result of the payment is being checked, so our staff has to cancel the order. I have recorded your request and handed it over to them.',
  orderLeftAsItIs: 'All right. Your order stays as it is.',
  refundQuestion: 'Would you like to ask for a refund of {totalYen} yen for order number {orderNumber}?',
  refundAnswers: 'To ask for it, say "yes". Otherwise, say "no".',
  nothingToRefund: 'There is no payment that can be refunded.',
  refundHandedOver:
    'Nothing has been refunded yet. I have recorded your request for a refund and handed it over to our staff.',
  alreadyRefunded: 'The refund for order number {orderNumber} has been made.',
  contactForDetails: 'If you have questions, please call {phone}.',

  // Support
  supportContact: 'You can call us at {phone}, {hours}. We speak Japanese.',
  supportCardSent: 'I have sent our contact details to a card in the Alexa app.',

  // Cards
  cardOrderTitle: 'Thank you for your order',
  cardRecapTitle: 'Your order (not placed yet)',
  cardSupportTitle: 'How to reach {merchantName}',
  cardOtherWayTitle: 'Ordering from {merchantName}',
  cardOrderNumber: 'Order number: {orderNumber}',
  cardSeller: 'Seller: {sellerName}',
  cardItem: '{name}, {quantity} {counter}: {lineYen} yen',
  cardShipping: 'Shipping: {shippingYen} yen',
  cardShippingFree: 'Shipping: free',
  cardTotal: 'Total (tax included): {totalYen} yen',
  cardDestination: 'Delivery address: {destination}',
  cardPayment: 'Payment: {payment} ({paymentTime})',
  cardDelivery: 'Delivery: {delivery}',
  cardCancellation: 'Cancellation: {cancellation}',
  cardSubscription: 'Terms of the monthly delivery: {subscription}',
  cardOrderPeriod: 'Order period: {orderPeriod} The amount that was read to you holds for {minutes} minutes.',
  cardContact: 'Contact: {phone} {email} ({hours})',
  cardOtherWay:
    'The payment could not be made on this device. Please contact us if you would like to order in another way.',
} as const satisfies Record<keyof typeof JAPANESE, string>;
