import type { ReceivedMail } from '../mailbox';
import type { MailView } from './wire-merchant';

const SHOWN_MAILS = 50;

/** Shows the latest mails, the newest first. `mails`: all that arrived, the oldest first. */
export function viewMails(mails: readonly ReceivedMail[]): readonly MailView[] {
  return mails
    .map(({ to, subject, text, messageId }, index) => ({
      no: index + 1,
      to,
      subject,
      text,
      isCopy: messageId !== '' && mails.findIndex((mail) => mail.messageId === messageId) < index,
    }))
    .slice(-SHOWN_MAILS)
    .reverse();
}
