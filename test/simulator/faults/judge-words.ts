/** Judges what a buyer hears and gets by mail against what Amazon Pay has captured. */
import type { ProviderBooks } from './provider-books';
import type { Report } from './violation';

/** What the judge of words looks at. */
export interface WordJudgeWorld {
  readonly books: ProviderBooks;
  readonly report: Report;
}

/** Judges claims. */
export interface WordJudge {
  /**
   * A buyer hears a speech (SSML). `aboutOrderId`: the order that the turn was about, as the token or the open
   * question names it; undefined when none did.
   */
  readonly hears: (ssml: string, aboutOrderId: string | undefined) => void;
  /** A mail server takes a mail. */
  readonly mailTaken: (mail: {
    readonly messageId: string;
    readonly text: string;
    readonly subject: string;
  }) => void;
}

const SAID = [
  /お支払いが完了し、ご注文を承りました。ご注文番号は<say-as[^>]*>([\d-]+)<\/say-as>です。合計は(\d+)円です。/g,
  /ご注文番号<say-as[^>]*>([\d-]+)<\/say-as>は、(\d+)円のお支払いが完了しています。/g,
];
// 「このお手続きでは、」 limits the sentence to this turn: it is true also when another device paid.
const NOT_PLACED =
  /(?<!このお手続きでは、)ご注文は確定していません|お支払いは行われていません|お支払いは行われませんでした|お支払いが完了していません/;
const MAIL_ID = /^<(paid|notPaid)\.([\d-]+)@/;

/** Makes the judge of words. */
export function createWordJudge({ books, report }: WordJudgeWorld): WordJudge {
  const mails = new Map<string, { messageId: string; text: string }>();
  return {
    hears(ssml, aboutOrderId) {
      for (const pattern of SAID) {
        for (const [, orderId = '?', yen] of ssml.matchAll(pattern)) {
          if (books.moneyOf(orderId).capturedYen !== Number(yen))
            report('saidPaidWithoutCapture', orderId, `${yen ?? '?'} yen said`);
        }
      }
      if (aboutOrderId === undefined || !NOT_PLACED.test(ssml)) return;
      if (books.moneyOf(aboutOrderId).capturedYen > 0)
        report('saidNotPlacedAfterCapture', aboutOrderId, ssml.replace(/<[^>]*>/g, ''));
    },
    mailTaken({ messageId, text, subject }) {
      const [, kind = '?', orderId = '?'] = MAIL_ID.exec(messageId) ?? [];
      const key = `${kind} ${orderId}`;
      const first = mails.get(key) ?? { messageId, text };
      if (first.messageId !== messageId || first.text !== text) report('mailTwice', orderId, subject);
      mails.set(key, first);
      const { capturedYen } = books.moneyOf(orderId);
      if (kind === 'paid' && !text.includes(`合計（消費税込み）: ${capturedYen}円`))
        report('mailedPaidWithoutCapture', orderId, `${capturedYen} yen captured`);
      if (kind === 'notPaid' && capturedYen > 0)
        report('mailedNotPaidAfterCapture', orderId, `${capturedYen} yen captured`);
    },
  };
}
