import { createHmac } from 'node:crypto';

/** What Signature Version 2 covers. `host` and `path` are Amazon's, also when the request goes to a simulated server. */
export interface MwsSignedForm {
  readonly host: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The form text: RFC 3986 pairs, sorted by the byte order of their names. */
export function formText(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** The Signature parameter of a form. @see amazon-pay-server-apis.md, section 14.1 */
export function mwsSignature({ host, path, parameters }: MwsSignedForm, secretKey: string): string {
  const text = ['POST', host.toLowerCase(), path, formText(parameters)].join('\n');
  return createHmac('sha256', secretKey).update(text, 'utf8').digest('base64');
}

/** `encodeURIComponent` leaves five characters that RFC 3986 wants encoded. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
