import { createTransport } from 'nodemailer';
import { type Mailer } from './worker-deps';

/** The mail server and the sender. */
export interface SmtpSettings {
  readonly smtpUrl: string;
  readonly from: string;
}

/** A mail server that hangs must not hold the worker past its lease. */
const SMTP_TIMEOUT_MS = 10_000;

/**
 * Sends mails over SMTP. The Message-ID of a mail is the same in each try, because SMTP itself delivers at least once.
 * `send` rejects when the server did not take the mail.
 * @see money-safety.md, section 8
 */
export function createSmtpMailer({ smtpUrl, from }: SmtpSettings): Mailer {
  const url = new URL(smtpUrl);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port === '' ? DEFAULT_PORTS[url.protocol] : url.port),
    secure: url.protocol === 'smtps:',
    // A password never goes over the wire in the clear, whatever the server offers.
    requireTLS: url.username !== '',
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  });
  return {
    async send({ to, subject, text, messageId }) {
      await transport.sendMail({ from, to, subject, text, messageId });
    },
  };
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'smtp:': '587', 'smtps:': '465' };
