import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type CollectionTag, type ScalarTag } from 'yaml';
import * as z from 'zod';

/** Where the template of the stack lies. */
export const STACK_FILE = join(__dirname, '../../infrastructure/skill-stack.yaml');

const PARAMETER = z.object({
  Type: z.string(),
  Default: z.union([z.string(), z.number()]).optional(),
  AllowedValues: z.array(z.unknown()).optional(),
  AllowedPattern: z.string().optional(),
  ConstraintDescription: z.string().optional(),
  MinValue: z.coerce.number().optional(),
  MaxValue: z.coerce.number().optional(),
});
const RESOURCE = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
const TEMPLATE = z.object({
  Parameters: z.record(z.string(), PARAMETER),
  Resources: z.record(z.string(), RESOURCE),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
});

/** One parameter of the template. */
export type StackParameter = z.infer<typeof PARAMETER>;
/** One resource of the template. */
export type StackResource = z.infer<typeof RESOURCE>;
/** The template, with CloudFormation's short forms as `{ "!Ref": "Name" }` and the like. */
export type StackTemplate = z.infer<typeof TEMPLATE>;

/**
 * Reads a template; without `text` the one of this repository.
 * @throws Error when it is no YAML or lacks parameters, resources or outputs
 */
export function readStack(text: string = readFileSync(STACK_FILE, 'utf8')): StackTemplate {
  const customTags = [...['Ref', 'GetAtt', 'Sub'].map(scalar), ...['If', 'Not', 'Equals'].map(sequence)];
  return TEMPLATE.parse(parse(text, { customTags }));
}

function scalar(name: string): ScalarTag {
  return { tag: `!${name}`, resolve: (text: string) => ({ [`!${name}`]: text }) };
}

function sequence(name: string): CollectionTag {
  return {
    tag: `!${name}`,
    collection: 'seq',
    resolve: (items) => {
      const plain: unknown = items.toJSON();
      return { [`!${name}`]: plain };
    },
  };
}
