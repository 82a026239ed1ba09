import { createServer, type AddressInfo } from 'node:net';
import { createSmtpMailer } from '../../../lambda/src/worker/smtp-mailer';
import { type OutgoingMail } from '../../../lambda/src/worker/worker-deps';
import { openMailbox, type Mailbox } from '../../simulator/mailbox';

const MAIL: OutgoingMail = {
  to: 'taro@example.jp',
  subject: '【こえみせ珈琲】ご注文を承りました（ご注文番号 261122-482109）',
  text: 'お支払いが完了し、ご注文を承りました。\n\n合計（消費税込み）: 3192円',
  messageId: '<paid.261122-482109@koemise.example>',
};
let mailbox: Mailbox;

beforeEach(async () => {
  mailbox = await openMailbox();
});

afterEach(async () => {
  await mailbox.close();
});

describe('a mail over SMTP', () => {
  it('arrives with its Japanese subject and text, from the shop, to the buyer alone', async () => {
    const mailer = createSmtpMailer({ smtpUrl: mailbox.smtpUrl, from: 'shop@koemise.example' });

    await mailer.send(MAIL);

    const [mail, ...more] = mailbox.mails();
    expect(more).toEqual([]);
    expect(mail).toEqual({
      ...MAIL,
      to: ['taro@example.jp'],
      from: 'shop@koemise.example',
    });
  });

  it('that goes twice carries the same Message-ID, so that a mail system can drop the copy', async () => {
    const mailer = createSmtpMailer({ smtpUrl: mailbox.smtpUrl, from: 'shop@koemise.example' });

    await mailer.send(MAIL);
    await mailer.send(MAIL);

    expect(mailbox.mails().map(({ messageId }) => messageId)).toEqual([MAIL.messageId, MAIL.messageId]);
  });

  it('that the server refuses with 451 is reported as not sent', async () => {
    const mailer = createSmtpMailer({ smtpUrl: mailbox.smtpUrl, from: 'shop@koemise.example' });
    mailbox.setAccepting(false);

    await expect(mailer.send(MAIL)).rejects.toMatchObject({ responseCode: 451 });

    expect(mailbox.mails()).toEqual([]);
  });

  it('is reported as not sent when no server is there', async () => {
    await mailbox.close();
    const mailer = createSmtpMailer({ smtpUrl: mailbox.smtpUrl, from: 'shop@koemise.example' });

    await expect(mailer.send(MAIL)).rejects.toMatchObject({ code: 'ESOCKET' });
    mailbox = await openMailbox();
  });

  it('that needs a password does not go to a server without TLS: the password would be readable', async () => {
    const { host } = new URL(mailbox.smtpUrl);
    const smtpUrl = `smtp://shop%40koemise:p%2Fw@${host}`;
    const mailer = createSmtpMailer({ smtpUrl, from: 'shop@koemise.example' });

    await expect(mailer.send(MAIL)).rejects.toMatchObject({ code: 'ETLS' });

    expect(mailbox.mails()).toEqual([]);
  });

  it('speaks TLS from the first byte with smtps', async () => {
    const firstBytes: number[] = [];
    const server = createServer((socket) => {
      socket.once('data', (chunk) => {
        firstBytes.push(chunk[0] ?? 0);
        socket.destroy();
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const mailer = createSmtpMailer({ smtpUrl: `smtps://127.0.0.1:${port}`, from: 'shop@koemise.example' });

    await expect(mailer.send(MAIL)).rejects.toThrow();

    // 22: a TLS handshake record.
    expect(firstBytes).toEqual([22]);
    await new Promise((resolve) => server.close(resolve));
  });
});
