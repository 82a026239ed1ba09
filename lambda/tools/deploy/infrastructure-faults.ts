import { RESOURCES_FILE, type UserConfig } from './ask-project';

/** The function of the skill, as the build makes it (build/lambda/index.js). */
const HANDLER = 'index.handler';
/** What the code is built and tested for. */
const LOWEST_NODE = 22;
const WHERE = `${RESOURCES_FILE}, skillInfrastructure.userConfig`;

/**
 * What is wrong with the settings that ASK CLI hands to AWS beside the parameters: one sentence each with the setting
 * and the fix. ASK CLI judges none of them before the skill is uploaded. Two it would fill in silently: us-east-1 where
 * awsRegion is missing, and CAPABILITY_IAM; where a shop stands and that roles are made is the merchant's word.
 * @see ask-cli, cfn-deployer (_getCapabilities) and skill-infrastructure-controller (defaultAlexaAwsRegionMap)
 */
export function findInfrastructureFaults(config: UserConfig): readonly string[] {
  const { handler, runtime = '', awsRegion = '' } = config;
  const major = Number(/^nodejs(\d{2})\.x$/.exec(runtime)?.[1] ?? 0);
  const capabilities = config.cfn?.capabilities ?? [];
  const faults: readonly (readonly [boolean, string])[] = [
    [handler !== HANDLER, `handler: must be ${HANDLER}, which the build makes`],
    [major < LOWEST_NODE, `runtime: must be nodejs${LOWEST_NODE}.x or later`],
    [
      !/^[a-z]{2}(-[a-z]+)+-\d$/.test(awsRegion),
      awsRegion === ''
        ? 'awsRegion: is missing; set where the stack is to stand, as in ap-northeast-1'
        : 'awsRegion: is no region of AWS; write it as in ap-northeast-1',
    ],
    [
      !capabilities.some((one) => one === 'CAPABILITY_IAM' || one === 'CAPABILITY_NAMED_IAM'),
      'cfn.capabilities: the stack makes the roles of its functions; add CAPABILITY_IAM',
    ],
  ];
  return faults.filter(([isFault]) => isFault).map(([, fault]) => `${fault} (${WHERE})`);
}
