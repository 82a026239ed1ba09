import { type ResponseEnvelope } from 'ask-sdk-model';
import { parseEnvelope } from './alexa/parse-envelope';
import { readConfig } from './config';
import { createDependencies } from './dependencies';
import { createSkill } from './skill';

/** A handler as Lambda calls it. Two parameters on purpose: `nodejs24.x` refuses three. */
export type LambdaHandler = (event: unknown, context: unknown) => Promise<ResponseEnvelope>;

/**
 * Makes the Lambda handler. The handler rejects with InvalidEnvelopeError when the event is no Alexa request for this
 * skill; nothing is run then.
 * @throws ConfigError when the environment is not complete, so that the function fails at start, not at a purchase
 */
export function createLambdaHandler(
  environment: Readonly<Record<string, string | undefined>>,
): LambdaHandler {
  const config = readConfig(environment);
  const skill = createSkill(createDependencies(config));
  return async (event, context) => skill.invoke(parseEnvelope(event, config.skillId), context);
}
