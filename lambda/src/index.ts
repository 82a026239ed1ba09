import { type ResponseEnvelope } from 'ask-sdk-model';
import { parseEnvelope } from './alexa/parse-envelope';
import { readConfig } from './config';
import { createDependencies } from './dependencies';
import { createSkill } from './skill';

const config = readConfig(process.env);
const skill = createSkill(createDependencies(config));

/**
 * The Lambda handler. Two parameters on purpose: `nodejs24.x` refuses three.
 * @throws InvalidEnvelopeError when the event is no Alexa request for this skill; nothing is run then
 */
export async function handler(event: unknown, context: unknown): Promise<ResponseEnvelope> {
  return skill.invoke(parseEnvelope(event, config.skillId), context);
}
