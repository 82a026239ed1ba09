/** Hosts that nobody can own, at the end of an address or of a mail address. @see RFC 2606 */
const SAMPLE_HOST =
  /(?:^|[/.@])(?:[\w-]+\.)*(?:example|invalid|test|localhost|example\.(?:com|org|net|jp))(?:[:/]|$)/iu;

/** Facts of shop.json that belong to the sample shop, or that only a form to be filled in has. */
const SAMPLE_FACTS = [
  { path: /^(?:merchantName|invocationName)$|^seller\.name$/u, text: /こえみせ/u },
  { path: /^seller\./u, text: /見本|サンプル|ダミー|テスト/u },
  { path: /\.phone$/u, text: /1234-?5678|^0{2,}|0000-?0000|x{3,}/iu },
  { path: /\.postalCode$/u, text: /^(?:000-?0000|123-?4567)$/u },
] as const;

/** Whether a text is an address or mail address of a host that stands for another. */
export function isSampleHost(text: string): boolean {
  return /^(?:https?:\/\/|[^\s@]+@)\S+$/u.test(text) && SAMPLE_HOST.test(text);
}

/** Whether a text of shop.json is still that of the sample. `path`: as in `seller.phone`. */
export function isSampleFact(path: string, text: string): boolean {
  return SAMPLE_FACTS.some((sample) => sample.path.test(path) && sample.text.test(text));
}
