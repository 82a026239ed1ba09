import { type LambdaFunctionURLEvent } from 'aws-lambda';
import * as z from 'zod';
import { type WebAnswer, type WebRequest } from './web-hosts';

/** The address that AWS saw; a request may name another one as a proxy does. */
const SOURCE_IP = '192.0.2.10';

/** A browser's request as a function URL hands it over: payload format 2.0, cookies apart, any body in base64. */
export function functionUrlEvent(
  request: WebRequest & { readonly sourceIp?: string },
): LambdaFunctionURLEvent {
  const { path, method = 'GET', headers = {}, body, from, sourceIp = SOURCE_IP } = request;
  const { cookie, ...others } = headers;
  const [rawPath = '/', rawQueryString = ''] = path.split('?');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: {
      host: 'shop.koemise.example',
      'x-forwarded-proto': 'https',
      ...(from === undefined ? {} : { 'x-forwarded-for': from }),
      ...others,
    },
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    ...(body === undefined ? {} : { body: Buffer.from(body, 'utf8').toString('base64') }),
    isBase64Encoded: body !== undefined,
    requestContext: {
      accountId: 'anonymous',
      apiId: 'koemise',
      domainName: 'koemise.lambda-url.ap-northeast-1.on.aws',
      domainPrefix: 'koemise',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp, userAgent: 'a browser' },
      requestId: '00000000-0000-4000-8000-000000000000',
      routeKey: '$default',
      stage: '$default',
      time: '25/Nov/2026:03:00:00 +0000',
      timeEpoch: Date.parse('2026-11-25T03:00:00Z'),
    },
  };
}

/** What a function URL takes as an answer. Strict: a cookie that stands in the headers would be lost. */
const ANSWER = z.strictObject({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()).refine((headers) => !('set-cookie' in headers)),
  cookies: z.array(z.string()),
  body: z.string(),
  isBase64Encoded: z.boolean(),
});

/** The answer as a browser gets it. */
export function readFunctionUrlAnswer(answer: unknown): WebAnswer {
  // A function URL sends the answer on as JSON.
  const { statusCode, headers, cookies, body, isBase64Encoded } = ANSWER.parse(
    JSON.parse(JSON.stringify(answer)),
  );
  return {
    status: statusCode,
    headers,
    cookies,
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').toString('utf8'),
  };
}
