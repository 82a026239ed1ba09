/**
 * Messages that seed 001 prescribes for the errors of the CV1 widgets, character by character.
 * @see outcome-table.md, section 8
 */
export const WIDGET_MESSAGES = {
  widgetSessionExpired:
    'セッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
} as const;
