import { groupScenarios } from '../../../simulator/console/client/scenario-groups';
import { viewScenarios } from '../../../simulator/console/scenario-view';

const rowsFrom = (letter: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}${String(from + index).padStart(2, '0')}`);

describe('the scenario chooser', () => {
  it('has a scenario for every row of Setup, Charge and the authorization states', () => {
    const listed = new Set(viewScenarios().flatMap(({ rows }) => rows));

    const missing = [...rowsFrom('a', 1, 51), ...rowsFrom('d', 1, 14)].filter((row) => !listed.has(row));

    expect(missing).toEqual([]);
  });

  it('describes every scenario in Japanese too', () => {
    const withoutJapanese = viewScenarios().filter(
      ({ description }) => !/[ぁ-んァ-ヶ一-龠]/.test(description.ja),
    );

    expect(withoutJapanese).toEqual([]);
  });

  it('groups them by document and table', () => {
    const groups = groupScenarios(viewScenarios(), { operation: '', words: '' });

    expect(groups.map(({ document, table }) => `${document} ${table.ja}`)).toEqual([
      '000 Setup APIエラー(Amazon Payが処理)',
      '000 Setup APIエラー(販売事業者が処理)',
      '000 アクセス権限エラー',
      '000 PINエラー',
      '000 Declineハンドリング(1-Click設定)',
      'alexa-amazon-pay Connections.Responseの形',
      '000 Billing Agreementの状態とエラーコード',
      'money-safety 音声決済の障害モデル',
      '000 Charge APIエラー(Amazon Payが処理)',
      '000 Charge APIエラー(販売事業者が処理)',
      '000 Declineハンドリング(応答)',
      '003 オーソリ状態と理由コード',
    ]);
  });

  it.each([
    ['a row', { operation: '', words: 'd09' }, ['Charge/Closed.MaxCapturesProcessed']],
    [
      'a code, whatever its letters',
      { operation: '', words: 'periodicAMOUNT' },
      ['Charge/PeriodicAmountExceeded'],
    ],
    ['Japanese words', { operation: '', words: '音声コード' }, ['Setup/CustomerApprovalFailure']],
    ['full-width letters', { operation: '', words: 'ａ０５' }, ['Setup/InvalidSellerId']],
    ['all of several words', { operation: '', words: 'soft 000' }, []],
    ['one operation', { operation: 'Charge', words: 'InvalidSellerId' }, ['Charge/InvalidSellerId']],
  ])('finds %s', (_case, wish, expected) => {
    const found = groupScenarios(viewScenarios(), wish).flatMap(({ scenarios }) => scenarios);

    expect(found.map(({ name }) => name).slice(0, 1)).toEqual(expected);
  });
});
