import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStack } from '../../lambda/tools/deploy/stack-template';

const ROOT = join(__dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const STACK = readStack();
const INFRASTRUCTURE = read('lambda/infrastructure/README.md');
const RUNBOOK = read('docs/runbook.md');
/** ASK CLI fills these; the page says so below its table. */
const GIVEN_BY_ASK = ['SkillId', 'LambdaRuntime', 'LambdaHandler', 'CodeBucket', 'CodeKey', 'CodeVersion'];
const ALARMS = Object.entries(STACK.Resources)
  .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm')
  .map(([name]) => name);

/** The rows of the table below a heading, as their cells without backticks. */
function tableBelow(page: string, heading: string): readonly (readonly string[])[] {
  const section = page.split(`${heading}\n`)[1]?.split(/^#/m)[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', ''))
      .slice(1, -1),
  );
}

describe('lambda/infrastructure/README.md', () => {
  const parameters = tableBelow(INFRASTRUCTURE, '### Parameters');

  it('explains each parameter that a merchant sets, and no other', () => {
    const expected = Object.keys(STACK.Parameters).filter((name) => !GIVEN_BY_ASK.includes(name));

    expect(parameters.map(([name]) => name).sort()).toEqual(expected.sort());
    for (const name of GIVEN_BY_ASK) expect(INFRASTRUCTURE).toContain(`\`${name}\``);
  });

  it('tells the defaults as the template has them', () => {
    const told = Object.fromEntries(parameters.map(([name = '', standard = '']) => [name, standard]));
    const real = Object.fromEntries(
      Object.keys(told).map((name) => {
        const standard = STACK.Parameters[name]?.Default;
        return [name, standard === undefined ? 'must be set' : standard === '' ? 'empty' : String(standard)];
      }),
    );

    expect(told).toEqual(real);
  });

  it('names every alarm, and no other', () => {
    expect(
      tableBelow(INFRASTRUCTURE, '### Alarms')
        .map(([name]) => name)
        .sort(),
    ).toEqual([...ALARMS].sort());
  });

  it('names the output that the secret is found by', () => {
    expect(Object.keys(STACK.Outputs)).toContain('SecretsArn');
    expect(INFRASTRUCTURE).toContain('`SecretsArn`');
  });
});

describe('docs/runbook.md', () => {
  it('says what to do about every alarm', () => {
    const rows = tableBelow(RUNBOOK, '## Alarms').map(([name]) => name);

    expect(ALARMS.filter((name) => !rows.includes(name))).toEqual([]);
  });

  it('says what to do about every kind of the list', () => {
    const kinds =
      /kind: z\.enum\(\[([^\]]+)\]\),\s+openedAtMs/.exec(read('lambda/src/orders/order.ts'))?.[1] ?? '';
    const named = tableBelow(RUNBOOK, '## Every day').map(([kind]) => kind);
    const expected = [...kinds.matchAll(/'(\w+)'/g)].map(([, kind]) => kind);

    expect(expected.length).toBeGreaterThan(4);
    expect(expected.filter((kind) => !named.includes(kind))).toEqual([]);
  });

  it('says what each alert of the log means', () => {
    const steps = readSteps();
    const named = RUNBOOK.match(/`[a-zA-Z]+`/g)?.map((word) => word.replaceAll('`', ''));

    expect(steps.length).toBeGreaterThan(10);
    expect(steps.filter((step) => named?.includes(step) !== true)).toEqual([]);
  });
});

/** The steps that `log.alert` is called with by name, wherever that is. */
function readSteps(): readonly string[] {
  const folder = join(ROOT, 'lambda/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.flatMap((text) =>
    [...text.matchAll(/\.alert\(\{[^}]*?step: '(\w+)'/g)].map(([, step]) => step!),
  );
}
