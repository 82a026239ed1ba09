import { supportContact } from '../voice/replies/requests';
import { forIntent, type Handler } from './handler';

/** Tells the contact and sends it as a card. */
export const supportHandler: Handler = {
  name: 'SupportIntent',
  canHandle: forIntent('SupportIntent'),
  handle: ({ deps }) => Promise.resolve(supportContact(deps.shop)),
};
