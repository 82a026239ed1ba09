/// <reference lib="dom" />
import type { ConsoleState } from '../wire';
import type { MailView } from '../wire-merchant';
import { el, keepList, openNewest, part } from './dom';
import { withShopLinks } from './shop-links';
import { t } from './words';

/** Brings the mail box up to date; the newest mail is open. */
export function updateMails({ mails }: ConsoleState): void {
  const list = part('mails', HTMLElement);
  openNewest(list, mails.map(keyOf), () => {
    keepList(list, mails, { keyOf, draw: drawMail });
  });
  const newest = mails[0]?.no;
  part('mails-count', HTMLElement).textContent = newest === undefined ? '' : String(newest);
  part('mails-none', HTMLElement).hidden = newest !== undefined;
}

const keyOf = ({ no }: MailView): string => String(no);

function drawMail({ no, to, subject, text, isCopy }: MailView): HTMLElement {
  return el(
    'details',
    { class: isCopy ? 'mail copy' : 'mail', 'data-mail': no },
    el(
      'summary',
      {},
      el('span', { class: 'mail-subject', lang: 'ja' }, subject),
      el('small', { class: 'mail-to' }, t('mailTo', { address: to.join(', ') })),
      isCopy ? el('span', { class: 'state order-moving' }, t('mailCopy')) : undefined,
    ),
    isCopy ? el('p', { class: 'hint' }, t('mailCopyHint')) : undefined,
    el('p', { class: 'mail-text', lang: 'ja' }, ...withShopLinks(text)),
  );
}
