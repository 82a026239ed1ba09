import { readAskProfile, readOutputs, parametersOf, writeParameter } from './ask-project';
import { readTemplate } from './read-template';
import { withDefaults } from './stack-environment';

/** What was written down: the address of the pages; and the secret that waits for the merchant's keys. */
export interface Taken {
  readonly shopUrl: string;
  readonly secretsArn: string;
}

/**
 * Writes the pages' address, which exists only once the stack does, into ask-resources.json, so that the next deploy
 * uses it. Undefined, and nothing written: no stack yet, an address is set, or the shop is not paid on its pages (with
 * ShopUrl a voice shop would have to set up the whole web checkout).
 * @throws AskProjectError when a project file cannot be read
 */
export function takeShopUrlOver(root: string, profileName: string): Taken | undefined {
  const profile = readAskProfile(root, profileName);
  const outputs = readOutputs(root, profileName);
  const shopUrl = outputs['WebUrl']?.replace(/\/$/, '');
  const template = readTemplate(root, profile);
  if (profile.skillInfrastructure === undefined || shopUrl === undefined || template.kind !== 'read')
    return undefined;
  const values = withDefaults(template.stack, parametersOf(profile));
  if (values['PaymentChannel'] !== 'web' || values['ShopUrl'] !== '') return undefined;
  writeParameter(root, profileName, ['ShopUrl', shopUrl]);
  return { shopUrl, secretsArn: outputs['SecretsArn'] ?? 'the secret of the stack' };
}
