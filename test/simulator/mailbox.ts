import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';

/** A mail as it arrived. `to`: the addresses of the SMTP envelope. */
export interface ReceivedMail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail server on loopback that keeps what it gets and delivers nothing. */
export interface Mailbox {
  readonly smtpUrl: string;
  /** The oldest first. SMTP delivers at least once, so the same messageId may stand there twice. */
  mails(): readonly ReceivedMail[];
  /** False: every mail is refused with 451, as a server in trouble does. */
  setAccepting(isAccepting: boolean): void;
  close(): Promise<void>;
}

const MAIL = z.object({
  messageId: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
});

/** Opens the mailbox. `file`: where mails are kept, one JSON line each; absent: in memory. */
export async function openMailbox({ file }: { readonly file?: string | undefined } = {}): Promise<Mailbox> {
  const received: ReceivedMail[] = file === undefined ? [] : readMails(file);
  let isAccepting = true;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, callback) {
      buffer(stream)
        .then((raw) => PostalMime.parse(raw))
        .then((parsed) => {
          if (!isAccepting) {
            callback(Object.assign(new Error('try again later'), { responseCode: 451 }));
            return;
          }
          const mail = {
            messageId: parsed.messageId ?? '',
            to: session.envelope.rcptTo.map(({ address }) => address),
            from: parsed.from?.address ?? '',
            subject: parsed.subject ?? '',
            text: parsed.text ?? '',
          };
          received.push(mail);
          if (file !== undefined) appendFileSync(file, `${JSON.stringify(mail)}\n`);
          callback();
        })
        .catch(callback);
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    const listener = server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = listener.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails: () => received,
    setAccepting(accepting) {
      isAccepting = accepting;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

function readMails(file: string): ReceivedMail[] {
  mkdirSync(dirname(file), { recursive: true });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.filter((text) => text !== '').map((text) => MAIL.parse(JSON.parse(text)));
}
