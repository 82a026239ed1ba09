import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1), z.maxLength(65_536));

const MESSAGE = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  Message: text,
  MessageId: text,
  Timestamp: text,
  TopicArn: text,
  Signature: text,
  SigningCertURL: text,
  SignatureVersion: text,
  Subject: z.optional(z.nullable(z.string())),
  SubscribeURL: z.optional(text),
  Token: z.optional(text),
});

/** A message of Amazon SNS, not yet verified. */
export type SnsMessage = z.infer<typeof MESSAGE>;

/** Reads the body of a delivery; undefined when a text is missing or misshapen. Unknown fields pass. */
export function parseSnsMessage(body: string): SnsMessage | undefined {
  const parsed = z.safeParse(MESSAGE, parseJson(body));
  return parsed.success ? parsed.data : undefined;
}

/**
 * The text that SNS signs: name and value of the prescribed fields, a line each.
 * @see amazon-pay-server-apis.md, section 10 (check 6)
 */
export function textToSign(message: SnsMessage): string {
  const names =
    message.Type === 'Notification'
      ? (['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const)
      : (['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'] as const);
  return names
    .flatMap((name) => {
      const value = message[name];
      return value === undefined || value === null ? [] : [`${name}\n${value}\n`];
    })
    .join('');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
