import { ConfigError, readConfig } from '../../src/config';
import { AskProjectError, parametersOf, readAskProfile, readOutputs } from '../deploy/ask-project';
import { readTemplate } from '../deploy/read-template';
import { findSettingsFaults } from '../deploy/settings-faults';
import { environmentOf } from '../deploy/stack-environment';
import { RESOURCES_FILE, type Settings } from './project';

/** Which settings are meant: a profile of ask-resources.json, or `environment` for a server of one's own. */
export interface SettingsPlace {
  readonly root: string;
  readonly profileName: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * What the functions will run with: for a profile with infrastructure the parameters of its stack, else the
 * environment, as far as it is that of the server. A profile or template that cannot be read has no values, but the reason.
 */
export function readSettings({ root, profileName, environment }: SettingsPlace): Settings {
  try {
    const profile = readAskProfile(root, profileName);
    if (profile.skillInfrastructure === undefined) return environmentSettings(environment);
    const template = readTemplate(root, profile);
    const outputs = readOutputs(root, profileName);
    const file = RESOURCES_FILE;
    const faults = findSettingsFaults({ profile, template, outputs });
    if (template.kind === 'unreadable')
      return { file, isKnown: false, values: {}, faults, unreadable: template.fault };
    return { file, isKnown: true, values: environmentOf(template.stack, parametersOf(profile)), faults };
  } catch (error) {
    if (!(error instanceof AskProjectError)) throw error;
    return { file: RESOURCES_FILE, isKnown: false, values: {}, faults: [], unreadable: error.message };
  }
}

/** A skill has an id: an environment without one is the developer's, not the server's. */
function environmentSettings(values: SettingsPlace['environment']): Settings {
  const file = 'environment';
  if (!values['SKILL_ID']) return { file, isKnown: false, values: {}, faults: [] };
  try {
    readConfig(values);
    return { file, isKnown: true, values, faults: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { file, isKnown: true, values, faults: error.faults };
  }
}
