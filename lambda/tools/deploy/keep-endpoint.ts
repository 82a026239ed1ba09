import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setPath } from './set-path';

/**
 * Puts the endpoint of the last deploy into the freshly built skill.json. Without it each deploy would first take the
 * endpoint away from the skill, and upload the package twice. Nothing happens before the first deploy.
 * @see ask-cli.md, section 5 (the deployer writes the endpoint into the built copy)
 */
export function keepEndpoint(skillPackage: string, endpointArn: string | undefined): void {
  if (endpointArn === undefined) return;
  const file = join(skillPackage, 'skill.json');
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const kept = setPath(content, ['manifest', 'apis', 'custom', 'endpoint'], { uri: endpointArn });
  writeFileSync(file, JSON.stringify(kept, null, 2));
}
