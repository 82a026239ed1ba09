import { type PAY_PAGE as JAPANESE } from '../ja-JP/pay-page';

/** What the skill says and shows about paying on the shop's page, which is in Japanese, and about goods sent to no place. */
export const PAY_PAGE = {
  // The way to the page
  webWayOffered: 'You can choose another way to pay on our web page.',
  notPaidYet: 'Nothing has been paid yet.',
  voicePaymentEnded: 'Paying by voice has ended, so please pay on our web page.',
  payPageSentToApp: 'I have sent the address of the payment page and a code to a card in the Alexa app.',
  payPageMailed: 'The link to the payment page is also sent by email.',
  payPageUntil: 'You can use the payment page until {until}.',
  payPageClosed: 'The payment page I told you about before has been closed.',
  untilHour: '{hour} on {month} {day}, Japan time',
  untilMinute: '{hour} on {month} {day}, Japan time',

  // An order that waits
  waitingForPayment:
    'Welcome to {merchantName}. Your order of {items} has not been paid yet, and it has not been placed.',
  sendCodeQuestion: 'Shall I send you the code for the payment page again?',
  sendCodeAnswers: 'To get the code again, say "yes". Otherwise, say "no".',
  leftWaiting: 'All right. Nothing has been paid yet.',

  // Cards
  cardPayPageTitle: 'Your payment page (not ordered yet)',
  cardPayPageOpening: 'Nothing has been paid yet. Your order has not been placed.',
  cardPayPageHow: 'Open this address in a browser and enter the code to pay. The page is in Japanese.',
  cardPayPageAddress: 'Address: {address}',
  cardPayPageCode: 'Code: {code}',
  cardPayPageUntil: 'Open until: {until}',
  pageUntil: '{hour} on {month} {day}, {year} (Japan time)',
  cardGoodsTotal: 'Goods (tax included): {goodsYen} yen',
  cardShippingOnPage: 'Shipping: added on the payment page, depending on the delivery address',

  // Goods that are sent to no place
  recapNoDestination: 'There is nothing to deliver, so there is no delivery address.',
  recapDigitalDelivery: '{digitalDelivery}',
  recapTotalNoShipping: 'There is no shipping charge. The total including tax is {totalYen} yen.',
  cardShippingNone: 'Shipping: none',
  cardDestinationNone: 'Delivery address: none',
  cardDigitalDelivery: 'How you get it: {digitalDelivery}',
} as const satisfies Record<keyof typeof JAPANESE, string>;
