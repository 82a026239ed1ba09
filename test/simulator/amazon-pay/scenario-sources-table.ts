/** The tables that scenarios come from, by their headings in the seed documents. */
import type { ScenarioSource } from './scenario';

const seed000 = (ja: string, en: string): ScenarioSource => ({ document: '000', table: { ja, en } });

export const SETUP_AMAZON = seed000(
  'Setup APIエラー(Amazon Payが処理)',
  'Setup API errors handled by Amazon Pay',
);
export const SETUP_MERCHANT = seed000(
  'Setup APIエラー(販売事業者が処理)',
  'Setup API errors handled by the merchant',
);
export const PERMISSION = seed000('アクセス権限エラー', 'Permission errors');
export const CHARGE_AMAZON = seed000(
  'Charge APIエラー(Amazon Payが処理)',
  'Charge API errors handled by Amazon Pay',
);
export const CHARGE_MERCHANT = seed000(
  'Charge APIエラー(販売事業者が処理)',
  'Charge API errors handled by the merchant',
);
export const PIN = seed000('PINエラー', 'PIN errors');
export const ONE_CLICK = seed000('Declineハンドリング(1-Click設定)', 'Decline handling (1-Click settings)');
export const DECLINE = seed000('Declineハンドリング(応答)', 'Decline handling (responses)');
export const AGREEMENT = seed000(
  'Billing Agreementの状態とエラーコード',
  'Billing Agreement states and error codes',
);
export const STATES: ScenarioSource = {
  document: '003',
  table: { ja: 'オーソリ状態と理由コード', en: 'Authorization states and reason codes' },
};
/** Not in the seeds: shapes that the wire contract knows. */
export const SHAPES: ScenarioSource = {
  document: 'alexa-amazon-pay',
  table: { ja: 'Connections.Responseの形', en: 'Shapes of the Connections.Response' },
};
/** Not in the seeds: what can happen to an answer on its way. */
export const FAULTS: ScenarioSource = {
  document: 'money-safety',
  table: { ja: '音声決済の障害モデル', en: 'Failure model of a voice charge' },
};
