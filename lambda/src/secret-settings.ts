import * as z from 'zod/mini';

/** Settings by environment name, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Fetches the text of a secret by its name or ARN. Rejects when it may not or cannot be read. */
export type FetchSecret = (secretId: string) => Promise<string>;

/** The secret is no JSON object of texts. Its content is nowhere in the message. */
class SecretFormatError extends Error {
  readonly code = 'secretFormat';
}

const SECRET = z.record(z.string().check(z.regex(/^[A-Z][A-Z0-9_]*$/)), z.string());

/** How long a secret is believed before it is read again: a rotated key works without a new deployment. */
const SECRET_LIFE_MS = 5 * 60 * 1000;

/** What is made from settings that may change: `build` runs again only when they did. */
export interface SecretSettings<Built> {
  readonly environment: Environment;
  readonly fetchSecret: FetchSecret;
  readonly build: (environment: Environment) => Built;
  readonly now: () => number;
}

/**
 * Keeps what is built from the settings. Without `SECRETS_ID` the environment is all there is, and `build` runs at once, so
 * that a fault stops the start. With it, the secret's entries (a JSON object, setting name to text) lie over the
 * environment; they are read at the first use and again after five minutes. When a later reading fails, what was built
 * goes on.
 * @throws whatever `build` throws, at once without `SECRETS_ID`
 * @see endpoint-security.md, section 7
 */
export function keepBuilt<Built>(parts: SecretSettings<Built>): () => Promise<Built> {
  const { environment, now } = parts;
  const secretId = environment['SECRETS_ID'] ?? '';
  if (secretId === '') {
    const built = parts.build(environment);
    return () => Promise.resolve(built);
  }
  let kept: { readonly text: string; readonly built: Built; readonly untilMs: number } | undefined;
  let reading: Promise<Built> | undefined;
  const read = async (): Promise<Built> => {
    const text = await parts.fetchSecret(secretId).catch((error: unknown) => {
      if (kept === undefined) throw error;
      return kept.text;
    });
    const built = kept?.text === text ? kept.built : parts.build({ ...environment, ...readSecret(text) });
    kept = { text, built, untilMs: now() + SECRET_LIFE_MS };
    return built;
  };
  return () => {
    if (kept !== undefined && now() < kept.untilMs) return Promise.resolve(kept.built);
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}

function readSecret(text: string): Readonly<Record<string, string>> {
  try {
    const parsed = z.safeParse(SECRET, JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Falls through: the parser's message would quote the secret.
  }
  throw new SecretFormatError('the secret of SECRETS_ID is no JSON object of setting names and texts');
}

/** Reads secrets from AWS Secrets Manager; the client is loaded at the first use only. */
export async function fetchFromSecretsManager(secretId: string): Promise<string> {
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const { SecretString } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId: secretId }),
  );
  if (SecretString === undefined) throw new SecretFormatError('the secret of SECRETS_ID holds no text');
  return SecretString;
}
