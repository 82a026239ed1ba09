import { MANIFEST_FILE, type AskProject } from './project';
import { type Fault, type Rule } from './rule';
import { findSchemaFaults, findUnknownKeys, SMAPI_DEFINITION } from './smapi-schema';

const SOURCE = 'Amazon: the specification of its skill management API (npm ask-smapi-model, spec.json)';

type Check = (definition: string, value: unknown) => readonly string[];

/** The files themselves: readable, in ask-cli's form, and as Amazon's specification describes them. */
export const SCHEMA_RULES: readonly Rule[] = [
  {
    id: 'files-readable',
    severity: 'error',
    when: 'always',
    source: 'ask-cli, docs/concepts/Alexa-Skill-Project-Definition.md',
    find: ({ fileFaults }) => fileFaults,
  },
  {
    id: 'settings-readable',
    severity: 'error',
    when: 'always',
    source: 'this product: what is judged is what a deploy of this profile would use',
    find: ({ settings: { file, unreadable } }) =>
      unreadable === undefined ? [] : [{ file, fix: `mend ${unreadable}` }],
  },
  {
    id: 'manifest-schema',
    severity: 'error',
    when: 'always',
    source: SOURCE,
    find: (project) => manifestFaults(project, findSchemaFaults),
  },
  {
    id: 'manifest-keys',
    severity: 'warning',
    when: 'always',
    source: SOURCE,
    find: (project) => manifestFaults(project, findUnknownKeys),
  },
  {
    id: 'model-schema',
    severity: 'error',
    when: 'always',
    source: SOURCE,
    find: (project) => modelFaults(project, findSchemaFaults),
  },
  {
    id: 'model-keys',
    severity: 'warning',
    when: 'always',
    source: SOURCE,
    find: (project) => modelFaults(project, findUnknownKeys),
  },
  {
    id: 'ask-cli-form',
    severity: 'error',
    when: 'always',
    source: 'ask-cli rewrites both files at each deploy: two blanks of indent, no newline at the end',
    find: ({ texts }) =>
      Object.entries(texts)
        .filter(([, text]) => text !== JSON.stringify(JSON.parse(text), null, 2))
        .map(([file]) => ({ file, fix: 'save it with two blanks of indent and no newline at the end' })),
  },
];

function manifestFaults({ files }: AskProject, check: Check): readonly Fault[] {
  if (files.manifest === undefined) return [];
  return mend(MANIFEST_FILE, check(SMAPI_DEFINITION.manifest, files.manifest));
}

function modelFaults({ files, locales }: AskProject, check: Check): readonly Fault[] {
  return locales.flatMap(({ locale, modelFile }) => {
    const model = files.models[locale];
    return model === undefined ? [] : mend(modelFile, check(SMAPI_DEFINITION.interactionModel, model));
  });
}

function mend(file: string, faults: readonly string[]): readonly Fault[] {
  return faults.map((fault) => ({ file, fix: `mend ${fault}` }));
}
