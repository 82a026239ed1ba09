/** Hosts that nobody can own (RFC 2606), and names that only a form to be filled in has. */
const SAMPLE_HOSTS = [
  /(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|org|net|jp))$/iu,
  /(?:^|\.)(?:your[-_][^.]*|replace-?me)(?:\.|$)/iu,
] as const;
/** What stands in a setting until somebody knows better. */
const SAMPLE_VALUE = /^(?:x{3,}|todo|tbd)$|\breplace-?me\b|\byour[-_.\s]/iu;
/** The host of an address (https://host:port/path) or of a mail address. */
const HOST = /^(?:https?:\/\/|[^\s@]+@)([^\s/:?#@]+)\S*$/u;

/** Facts of shop.json that belong to the sample shop, or that only a form to be filled in has. */
const SAMPLE_FACTS = [
  { path: /^(?:merchantName|invocationName)$|^seller\.name$/u, text: /こえみせ/u },
  { path: /^seller\./u, text: /見本|サンプル|ダミー|テスト/u },
  { path: /\.phone$/u, text: /1234-?5678|^0{2,}|0000-?0000|x{3,}/iu },
  { path: /\.postalCode$/u, text: /^(?:000-?0000|123-?4567)$/u },
] as const;

/** Whether a text is an address or mail address, with or without a port, of a host that stands for another. */
export function isSampleHost(text: string): boolean {
  const host = HOST.exec(text)?.[1];
  return host !== undefined && SAMPLE_HOSTS.some((sample) => sample.test(host));
}

/** Whether a setting still has what stood there before anybody filled it in: a sample host, or words like `todo`. */
export function isPlaceholder(text: string): boolean {
  return isSampleHost(text) || SAMPLE_VALUE.test(text);
}

/** Whether a text of shop.json is still that of the sample. `path`: as in `seller.phone`. */
export function isSampleFact(path: string, text: string): boolean {
  return SAMPLE_FACTS.some((sample) => sample.path.test(path) && sample.text.test(text));
}
