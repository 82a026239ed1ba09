import { Router, urlencoded } from 'express';
import * as z from 'zod';
import { AwsError } from './aws-error';
import type { CloudFormation, Stack } from './cloudformation';
import { actionResponse } from './query-xml';

const FORM = z.record(z.string(), z.string());
const CLOUDFORMATION = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';
const IAM = 'https://iam.amazonaws.com/doc/2010-05-08/';
const LARGEST_FORM = '1mb';

type Form = Readonly<Record<string, string>>;
type Answer = readonly [namespace: string, result: object];

/** CloudFormation and IAM: one address, the action in the form. `roles` gets the names of the roles that are made. */
export function queryRoutes(cloudFormation: CloudFormation, roles: string[]): Router {
  const router = Router();
  const actions: Readonly<Record<string, (form: Form) => Answer>> = {
    CreateStack: (form) => [
      CLOUDFORMATION,
      { StackId: cloudFormation.create(form['StackName'] ?? '', wishOf(form)) },
    ],
    UpdateStack: (form) => [
      CLOUDFORMATION,
      { StackId: cloudFormation.update(form['StackName'] ?? '', wishOf(form)) },
    ],
    DescribeStacks: (form) => [
      CLOUDFORMATION,
      { Stacks: { member: described(cloudFormation.describe(form['StackName'] ?? '')) } },
    ],
    CreateRole: (form) => {
      roles.push(form['RoleName'] ?? '');
      return [IAM, { Role: roleOf(form['RoleName'] ?? '') }];
    },
    AttachRolePolicy: () => [IAM, {}],
  };

  router.post(
    '/',
    urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: 1000 }),
    (request, response) => {
      const form = FORM.parse(request.body);
      const name = form['Action'] ?? '';
      const action = actions[name];
      if (action === undefined) throw new AwsError('InvalidAction', `The stand-in has no action ${name}`);
      const [namespace, result] = action(form);
      response.type('text/xml').send(actionResponse(name, namespace, result));
    },
  );
  return router;
}

function wishOf(form: Form): Parameters<CloudFormation['create']>[1] {
  return {
    templateBody: form['TemplateBody'] ?? '',
    parameters: Object.fromEntries(
      members(form, 'Parameters', '.ParameterKey').map(([index, key]) => [
        key,
        form[`Parameters.member.${index}.ParameterValue`] ?? '',
      ]),
    ),
    capabilities: members(form, 'Capabilities', '').map(([, value]) => value),
  };
}

/** A list of the query protocol: `List.member.1.Field`, `List.member.2.Field`, … */
function members(form: Form, list: string, field: string): readonly (readonly [number, string])[] {
  const found: (readonly [number, string])[] = [];
  for (let index = 1; ; index += 1) {
    const value = form[`${list}.member.${index}${field}`];
    if (value === undefined) return found;
    found.push([index, value]);
  }
}

function described({ id, name, status, outputs }: Stack): object {
  return {
    StackId: id,
    StackName: name,
    StackStatus: status,
    CreationTime: '2026-01-01T00:00:00.000Z',
    Outputs: {
      member: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
    },
  };
}

function roleOf(name: string): object {
  return {
    RoleName: name,
    RoleId: 'AROASIMULATED0000000',
    Path: '/',
    Arn: `arn:aws:iam::000000000000:role/${name}`,
    CreateDate: '2026-01-01T00:00:00.000Z',
  };
}
