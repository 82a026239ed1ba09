import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019';
import * as spec from 'ask-smapi-model/spec.json';

/** The two files of an ASK project that Amazon's specification describes. */
export const SMAPI_DEFINITION = {
  manifest: 'v1.skill.Manifest.SkillManifestEnvelope',
  interactionModel: 'v1.skill.interactionModel.InteractionModelData',
} as const;

type Definition = Record<string, unknown>;
type Definitions = Record<string, Definition>;

/** Suffix of the plain form of a base definition, once its own name stands for "one of its kinds". */
const BASE = '.base';

/**
 * Checks a parsed file against a definition of Amazon's own skill management specification.
 * Returns one line per fault (`path message`), none when the file is good.
 * @throws Error when the specification has no such definition
 * @see spec.json of npm ask-smapi-model, the Swagger 2.0 description of SMAPI
 */
export function findSchemaFaults(definition: string, value: unknown): readonly string[] {
  return faultsOf(OPEN_VALIDATORS.of(definition), value);
}

/**
 * Keys that the specification does not know, one line each: they are how a misspelt key shows. Empty as long as
 * `findSchemaFaults` finds something, because keys of a value of the wrong kind would be blamed.
 * @throws Error when the specification has no such definition
 */
export function findUnknownKeys(definition: string, value: unknown): readonly string[] {
  return findSchemaFaults(definition, value).length > 0
    ? []
    : faultsOf(CLOSED_VALIDATORS.of(definition), value);
}

function faultsOf(validate: ValidateFunction, value: unknown): readonly string[] {
  return validate(value) ? [] : [...new Set((validate.errors ?? []).map(describeFault))];
}

function describeFault({ instancePath, message, params }: ErrorObject): string {
  const key: unknown = params.unevaluatedProperty ?? params.additionalProperty;
  const detail =
    typeof key === 'string' ? `unknown key "${key}"` : `${message ?? ''} ${JSON.stringify(params)}`;
  return `${instancePath || '/'} ${detail}`;
}

/** Compiles a definition once; compiling takes longer than all checks together. */
class Validators {
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #ajv: Ajv2019;

  constructor(definitions: Definitions) {
    // strict off: Swagger's own keywords (discriminator, example, x-…) are no JSON Schema and stay without effect;
    // its format names are prose ("ISO 4217 format") and cannot be checked.
    this.#ajv = new Ajv2019({
      strict: false,
      validateFormats: false,
      allErrors: true,
      schemas: [{ $id: 'smapi', definitions }],
    });
  }

  of(definition: string): ValidateFunction {
    const known = this.#compiled.get(definition);
    const validate = known ?? this.#ajv.compile({ $ref: `smapi#/definitions/${definition}` });
    this.#compiled.set(definition, validate);
    return validate;
  }
}

const DEFINITIONS = spec.definitions as unknown as Definitions;
const OPEN_VALIDATORS = new Validators(DEFINITIONS);
const CLOSED_VALIDATORS = new Validators(closed(DEFINITIONS));

/** The same definitions with every object closed, and every base type replaced by the choice of its kinds. */
function closed(definitions: Definitions): Definitions {
  return Object.fromEntries(
    Object.entries(definitions).flatMap(([name, definition]) => {
      const kinds = kindsOf(name, definitions);
      return kinds.length === 0
        ? [[name, close(definition)]]
        : [
            [name + BASE, { ...definition, ...onBases(definition) }],
            [name, { anyOf: kinds.map((kind) => ({ $ref: `#/definitions/${kind}` })) }],
          ];
    }),
  );
}

/** The definitions that extend `name` by `allOf`; Swagger's way of saying "one of these". */
function kindsOf(name: string, definitions: Definitions): readonly string[] {
  return Object.keys(definitions).filter((other) => refsInAllOf(definitions[other]).includes(refTo(name)));
}

function refTo(name: string): string {
  return `#/definitions/${name}`;
}

function refsInAllOf(definition: Definition | undefined): readonly unknown[] {
  return Array.isArray(definition?.allOf) ? definition.allOf.map((part: Definition) => part.$ref) : [];
}

/** A schema in which an object with named properties accepts no others, its inner schemas included. */
function close(schema: Definition): Definition {
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closeKeyword(key, value)]),
  );
  const isOpenObject = ('properties' in schema || 'allOf' in schema) && !('additionalProperties' in schema);
  return isOpenObject ? { ...inner, unevaluatedProperties: false } : inner;
}

function closeKeyword(key: string, value: unknown): unknown {
  switch (key) {
    case 'items':
    case 'additionalProperties':
      return isDefinition(value) ? close(value) : value;
    case 'properties':
      return isDefinition(value)
        ? Object.fromEntries(
            Object.entries(value).map(([name, of]) => [name, isDefinition(of) ? close(of) : of]),
          )
        : value;
    case 'allOf':
      // The parts are closed together, by the object they make up; a part refers to the base, not to its kinds.
      return Array.isArray(value) ? value.map(plainPart) : value;
    default:
      return value;
  }
}

/** A base that extends another base goes on from its plain form too, or the choice of kinds would never end. */
function onBases(definition: Definition): Definition {
  return Array.isArray(definition.allOf) ? { allOf: definition.allOf.map(plainPart) } : {};
}

function plainPart(part: Definition): Definition {
  return typeof part.$ref === 'string' ? { $ref: part.$ref + BASE } : part;
}

function isDefinition(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
