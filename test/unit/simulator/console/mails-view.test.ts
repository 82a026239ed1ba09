import { viewMails } from '../../../simulator/console/mails-view';

const mail = (messageId: string, subject: string) => ({
  messageId,
  to: ['taro@example.jp'],
  from: 'shop@koemise.example',
  subject,
  text: '本文',
});

describe('the mail box of the console', () => {
  it('shows the newest mail first, with address, subject and text', () => {
    expect(viewMails([mail('<a>', '一通目'), mail('<b>', '二通目')])).toEqual([
      { no: 2, to: ['taro@example.jp'], subject: '二通目', text: '本文', isCopy: false },
      { no: 1, to: ['taro@example.jp'], subject: '一通目', text: '本文', isCopy: false },
    ]);
  });

  it('marks what came once more under the same Message-ID, and only that', () => {
    const mails = [mail('<a>', '一'), mail('<b>', '二'), mail('<a>', '一')];

    expect(viewMails(mails).map(({ no, isCopy }) => [no, isCopy])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
  });

  it('takes mails without a Message-ID for different ones', () => {
    expect(viewMails([mail('', '一'), mail('', '二')]).map(({ isCopy }) => isCopy)).toEqual([false, false]);
  });

  it('keeps the numbers when old mails are no longer shown', () => {
    const shown = viewMails(Array.from({ length: 60 }, (_none, index) => mail(`<${index}>`, '件名')));

    expect([shown.length, shown[0]?.no, shown.at(-1)?.no]).toEqual([50, 60, 11]);
  });
});
