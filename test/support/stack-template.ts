import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type ScalarTag, type CollectionTag } from 'yaml';

/** Where the template of the stack lies. */
export const STACK_FILE = join(__dirname, '../../lambda/infrastructure/skill-stack.yaml');

/** One resource of the template. */
export interface StackResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** The template, with CloudFormation's short forms as `{ "!Ref": "Name" }` and the like. */
export interface StackTemplate {
  readonly Parameters: Readonly<Record<string, { readonly Default?: unknown }>>;
  readonly Resources: Readonly<Record<string, StackResource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown }>>;
}

const scalar = (name: string): ScalarTag => ({
  tag: `!${name}`,
  resolve: (text: string) => ({ [`!${name}`]: text }),
});
const sequence = (name: string): CollectionTag => ({
  tag: `!${name}`,
  collection: 'seq',
  resolve: (items) => ({ [`!${name}`]: items.toJSON() as unknown }) as never,
});

/** Reads the template. */
export function readStack(text: string = readFileSync(STACK_FILE, 'utf8')): StackTemplate {
  return parse(text, {
    customTags: [
      scalar('Ref'),
      scalar('GetAtt'),
      scalar('Sub'),
      sequence('If'),
      sequence('Not'),
      sequence('Equals'),
    ],
  }) as StackTemplate;
}
