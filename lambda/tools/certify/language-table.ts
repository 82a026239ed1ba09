/** What the rules need to know of a language. `{name}`: the invocation name, `{request}`: what is asked for. */
export interface Language {
  /** Ways to open a skill without asking for anything. */
  readonly openings: readonly string[];
  /** Ways to open it with a request. */
  readonly askings: readonly string[];
  /** A number as Alexa hears it, as the source of a pattern. */
  readonly number: string;
  /** Characters an invocation name may have. */
  readonly nameCharacters: RegExp;
  /** Words an invocation name must not hold: wake words and words that open a skill. */
  readonly forbiddenInName: RegExp;
  /** What makes an invocation name doubtful: particles, too few words; each with what to do. */
  readonly doubts: readonly { readonly pattern: RegExp; readonly fix: string }[];
  /** Words by which a description tells of account linking and of a spoken code. */
  readonly accountLinking: RegExp;
  readonly voiceCode: RegExp;
  /** What is true only of a skill that is paid inside Alexa. */
  readonly paidInAlexa: RegExp;
  /** Our own sentence for a shop that is paid on its page, because nobody can pay inside Alexa any more. */
  readonly paidOnPage: string;
}

/** The languages whose phrases and names can be judged, by locale. */
const LANGUAGES = {
  'ja-JP': {
    openings: ['アレクサ{name}を開いて', 'アレクサ{name}を起動して', 'アレクサ{name}をスタート'],
    askings: ['アレクサ{name}で{request}', 'アレクサ{name}に{request}', 'アレクサ{name}を使って{request}'],
    number: '(?:[0-9]+|[一二三四五六七八九十百]+)',
    nameCharacters: /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ーa-z '.]+$/u,
    forbiddenInName:
      /アレクサ|アマゾン|エコー|コンピューター|スキル|アプリ|開いて|起動|スタート|教えて|聞いて|alexa|amazon|echo/u,
    doubts: [
      {
        // A particle shows for sure only where kanji, katakana or Latin letters stand on both sides.
        pattern: /[^\p{Script=Hiragana}](?:が|を|に|へ|と|で|は|も|や|の|から|まで)[^\p{Script=Hiragana}]/u,
        fix: 'take the particle out of the invocation name',
      },
      {
        // One script without a break is most likely one noun; four kanji are mostly two.
        pattern: /^(?:\p{Script=Hiragana}+|[\p{Script=Katakana}ー]+|\p{Script=Han}{1,3}|[a-z'.]+)$/u,
        fix: 'make the invocation name of at least two nouns',
      },
    ],
    accountLinking: /アカウントリンク|アカウントをリンク|アカウント連携/u,
    voiceCode: /4桁|確認コード|音声コード/u,
    paidInAlexa: /Amazon Payの使用を許可|Alexaアプリの「設定」から4桁の確認コード/gu,
    paidOnPage: 'お支払いは、Alexaの中ではなく、お店のページでAmazon Payを使って行います。',
  },
  'en-US': {
    openings: ['Alexa open {name}', 'Alexa launch {name}', 'Alexa start {name}'],
    askings: [
      'Alexa ask {name} for {request}',
      'Alexa ask {name} to {request}',
      'Alexa ask {name} {request}',
      'Alexa tell {name} {request}',
      'Alexa tell {name} to {request}',
    ],
    number: '(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)',
    nameCharacters: /^[a-z '.]+$/u,
    forbiddenInName:
      /\b(?:alexa|amazon|echo|computer|skill|app|open|launch|start|ask|tell|load|begin|enable|run|use|play)\b/u,
    doubts: [
      {
        pattern:
          /^(?:a|an|the|for|to|of|about|up|by|at|off|with)\s|\s(?:for|to|about|by|with|in|from|using)\s/u,
        fix: 'take articles and connecting words out of the invocation name',
      },
      { pattern: /^\S+$/u, fix: 'make the invocation name of at least two words' },
    ],
    accountLinking: /account linking|link (?:your|an) account/iu,
    voiceCode: /voice code|four-digit|4-digit/iu,
    paidInAlexa: /allow Amazon Pay|four-digit voice code under Settings in the Alexa app/giu,
    paidOnPage: 'You pay with Amazon Pay on the shop’s own page, not inside Alexa.',
  },
} as const satisfies Record<string, Language>;

/** What is known of a locale's language; undefined: its phrases and names cannot be judged. */
export function languageOf(locale: string): Language | undefined {
  const languages: Readonly<Record<string, Language>> = LANGUAGES;
  return Object.hasOwn(LANGUAGES, locale) ? languages[locale] : undefined;
}
