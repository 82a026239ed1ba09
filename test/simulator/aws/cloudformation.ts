import { readStack, type StackTemplate } from '../../../lambda/tools/deploy/stack-template';
import { AwsError } from './aws-error';
import { outputsOf, resolveParameters } from './stack-values';

/** A stack of the stand-in. `updates`: how often it was changed after its making. */
export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly status: 'CREATE_COMPLETE' | 'UPDATE_COMPLETE';
  readonly updates: number;
}

/** What a create or an update asks for. */
interface StackWish {
  readonly templateBody: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
}

/** The stacks of one account. */
export interface CloudFormation {
  readonly stacks: ReadonlyMap<string, Stack>;
  create(name: string, wish: StackWish): string;
  update(nameOrId: string, wish: StackWish): string;
  /** @throws AwsError ValidationError when there is none */
  describe(nameOrId: string): Stack;
}

const ACCOUNT = 'arn:aws:cloudformation:ap-northeast-1:000000000000:stack';
/** What CloudFormation takes inline. */
const LARGEST_TEMPLATE_BYTES = 51_200;

/**
 * A stand-in of CloudFormation: checks template size, parameters and capabilities as AWS does and gives outputs of the
 * right form. It makes no resources. `hasObject` knows whether the code is really in S3.
 * @see AWS CloudFormation API reference, CreateStack and UpdateStack
 */
export function createCloudFormation(hasObject: (object: string) => boolean): CloudFormation {
  const stacks = new Map<string, Stack>();

  const judge = (wish: StackWish): { stack: StackTemplate; parameters: Record<string, string> } => {
    if (Buffer.byteLength(wish.templateBody) > LARGEST_TEMPLATE_BYTES)
      throw new AwsError(
        'ValidationError',
        `Member must have length less than or equal to ${LARGEST_TEMPLATE_BYTES}`,
      );
    const stack = readStack(wish.templateBody);
    const parameters = resolveParameters(stack, wish.parameters);
    const makesRoles = Object.values(stack.Resources).some(({ Type }) => Type === 'AWS::IAM::Role');
    if (makesRoles && !wish.capabilities.includes('CAPABILITY_IAM'))
      throw new AwsError('InsufficientCapabilitiesException', 'Requires capabilities : [CAPABILITY_IAM]');
    const { CodeBucket = '', CodeKey = '', CodeVersion = '' } = parameters;
    if (!hasObject(`${CodeBucket}/${CodeKey}?${CodeVersion}`))
      throw new AwsError(
        'ValidationError',
        'S3 Error Code: NoSuchKey. The code of the function is not there',
      );
    return { stack, parameters };
  };

  const describe = (nameOrId: string): Stack => {
    const found = [...stacks.values()].find(({ id, name }) => id === nameOrId || name === nameOrId);
    if (found === undefined)
      throw new AwsError('ValidationError', `Stack with id ${nameOrId} does not exist`);
    return found;
  };

  return {
    stacks,
    describe,
    create: (name, wish) => {
      const { stack, parameters } = judge(wish);
      const id = `${ACCOUNT}/${name}/00000000-0000-4000-8000-${String(stacks.size + 1).padStart(12, '0')}`;
      const outputs = outputsOf(stack, name);
      stacks.set(id, {
        id,
        name,
        parameters,
        capabilities: wish.capabilities,
        outputs,
        status: 'CREATE_COMPLETE',
        updates: 0,
      });
      return id;
    },
    update: (nameOrId, wish) => {
      const old = describe(nameOrId);
      const { stack, parameters } = judge(wish);
      if (JSON.stringify(parameters) === JSON.stringify(old.parameters))
        throw new AwsError('ValidationError', 'No updates are to be performed.');
      const outputs = outputsOf(stack, old.name);
      stacks.set(old.id, {
        ...old,
        parameters,
        outputs,
        status: 'UPDATE_COMPLETE',
        updates: old.updates + 1,
      });
      return old.id;
    },
  };
}
