import { type ResponseEnvelope } from 'ask-sdk-model';
import { parseEnvelope } from './alexa/parse-envelope';
import { readConfig } from './config';
import { createDependencies } from './dependencies';
import { type Environment, fetchFromSecretsManager, type FetchSecret, keepBuilt } from './secret-settings';
import { createSkill } from './skill';

/** A handler as Lambda calls it. Two parameters on purpose: `nodejs24.x` refuses three. */
export type LambdaHandler = (event: unknown, context: unknown) => Promise<ResponseEnvelope>;

/**
 * Makes the Lambda handler. The handler rejects with InvalidEnvelopeError when the event is no Alexa request for this
 * skill; nothing is run then.
 * @throws ConfigError when the environment is not complete, so that the function fails at start, not at a purchase; with
 * `SECRETS_ID` the first call rejects with it instead
 */
export function createLambdaHandler(
  environment: Environment,
  fetchSecret: FetchSecret = fetchFromSecretsManager,
): LambdaHandler {
  const skillNow = keepBuilt({
    environment,
    fetchSecret,
    now: Date.now,
    build: (settings) => {
      const config = readConfig(settings);
      return { skill: createSkill(createDependencies(config)), skillId: config.skillId };
    },
  });
  return async (event, context) => {
    const { skill, skillId } = await skillNow();
    return skill.invoke(parseEnvelope(event, skillId), context);
  };
}
