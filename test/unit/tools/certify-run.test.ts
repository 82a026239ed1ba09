import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCertify } from '../../../lambda/tools/certify/run-certify';

const ROOT = join(__dirname, '../../..');

/** What a merchant takes out of shop.json and skill.json to sell in one language. */
interface Project {
  translations?: unknown;
  readonly manifest: Readonly<
    Record<'publishingInformation' | 'privacyAndCompliance', { readonly locales: { 'en-US'?: unknown } }>
  >;
}

interface Ran {
  readonly exitCode: number;
  readonly told: string;
}

function run(argv: readonly string[], root = ROOT, environment: Readonly<Record<string, string>> = {}): Ran {
  const lines: string[] = [];
  const exitCode = runCertify(argv, { root, environment, print: (line) => lines.push(line) });
  return { exitCode, told: lines.join('\n') };
}

/** Leaves of a project what belongs to a server of one's own: no stack. */
function hostItOneself(root: string): void {
  const file = join(root, 'ask-resources.json');
  const resources = JSON.parse(readFileSync(file, 'utf8'));
  delete resources.profiles.default.skillInfrastructure;
  writeFileSync(file, JSON.stringify(resources, null, 2));
}

describe('npm run certify', () => {
  it('leaves with 0, the number of rules, and what a person has to look at', () => {
    const { exitCode, told } = run([]);

    expect(exitCode).toBe(0);
    expect(told).toContain('48 rules checked: 0 errors, 0 warnings. 12 more before a submission');
    expect(told).toContain('Not covered, because Amazon, the law or your ear decides:');
    expect(told).toContain('test/dialogs/cart-resumed.json');
  });

  it('leaves with 1 before a submission and tells rule, file, fix and source of everything at once', () => {
    const { exitCode, told } = run(['--live']);

    expect(exitCode).toBe(1);
    expect(told).toContain(
      '✗ sandbox-off: ask-resources.json: set AmazonPaySandbox (AMAZON_PAY_SANDBOX) to false: in the sandbox no money moves\n    source: Amazon: Certify a Skill with Amazon Pay (sandboxMode is false for submission)',
    );
    expect(told).toContain('! order-mails: ask-resources.json: set MailFrom');
    expect(told).toContain('60 rules checked: 25 errors, 5 warnings.');
    expect(told).not.toContain('Not covered');
  });

  it('tells a program the same', () => {
    const { exitCode, told } = run(['--live', '--json']);
    const { rules, findings, checklist } = JSON.parse(told);

    expect(exitCode).toBe(1);
    expect(rules).toBe(60);
    expect(findings).toHaveLength(30);
    expect(findings[1]).toEqual({
      rule: 'live-stage',
      severity: 'error',
      file: 'ask-resources.json',
      fix: 'set SkillStage (SKILL_STAGE) to live',
      source: 'this product: the sandbox is refused for a live shop',
    });
    expect(checklist[0].id).toBe('cart-resumed');
  });

  it.each([['--lively'], ['now'], ['--profile']])('leaves with 2 when it does not understand %s', (arg) => {
    expect(run([arg])).toEqual({ exitCode: 2, told: expect.stringContaining('npm run certify -- [--live]') });
  });

  it.each([[['--profile', 'nobody']], [['--live', '--profile', 'nobody']]])(
    'says so when there is no such profile (%j)',
    (argv) => {
      const { exitCode, told } = run(argv);

      expect(exitCode).toBe(1);
      expect(told).toContain(
        '✗ settings-readable: ask-resources.json: mend ask-resources.json: profile nobody is missing',
      );
    },
  );
});

describe('npm run certify in a changed project', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'certify-'));
    for (const part of [
      'skill-package',
      'interactionModels',
      'ask-resources.json',
      'lambda/src/shop/shop.json',
      'lambda/infrastructure/skill-stack.yaml',
    ]) {
      mkdirSync(join(root, part, '..'), { recursive: true });
      cpSync(join(ROOT, part), join(root, part), { recursive: true });
    }
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('names each file that is missing or no JSON, and goes on', () => {
    writeFileSync(join(root, 'skill-package/skill.json'), '{"manifest":');
    rmSync(join(root, 'lambda/src/shop/shop.json'));
    rmSync(join(root, 'interactionModels'), { recursive: true });

    const { exitCode, told } = run([], root);

    expect(exitCode).toBe(1);
    expect(told).toContain('✗ files-readable: skill-package/skill.json: mend it: it is not JSON');
    expect(told).toContain('✗ files-readable: lambda/src/shop/shop.json: put it back: it is missing');
    expect(told).toContain('✗ legal-facts: ');
  });

  it('has nothing against a shop that sells in Japanese only, made as the guide says', () => {
    const change = (file: string, leave: (json: Project) => void): void => {
      const json = JSON.parse(readFileSync(join(root, file), 'utf8')) as Project;
      leave(json);
      writeFileSync(join(root, file), JSON.stringify(json, null, 2));
    };
    change('lambda/src/shop/shop.json', (shop) => delete shop.translations);
    change('skill-package/skill.json', ({ manifest }) => {
      delete manifest.publishingInformation.locales['en-US'];
      delete manifest.privacyAndCompliance.locales['en-US'];
    });
    rmSync(join(root, 'interactionModels/custom/en-US.json'));

    const { exitCode, told } = run([], root);

    expect(told).toContain(' rules checked: 0 errors, 0 warnings.');
    expect(exitCode).toBe(0);
  });

  it('says what else is to be deleted when only the store text of a language is gone', () => {
    const file = join(root, 'skill-package/skill.json');
    const json = JSON.parse(readFileSync(file, 'utf8'));
    delete json.manifest.publishingInformation.locales['en-US'];
    writeFileSync(file, JSON.stringify(json, null, 2));

    expect(run([], root).told).toContain(
      'or delete interactionModels/custom/en-US.json to sell without en-US',
    );
  });

  it('says that the template is missing, and nothing of a voice channel that nobody set', () => {
    rmSync(join(root, 'lambda/infrastructure/skill-stack.yaml'));

    const { exitCode, told } = run([], root);

    expect(exitCode).toBe(1);
    expect(told).toContain(
      '✗ settings-readable: ask-resources.json: mend templatePath: ./lambda/infrastructure/skill-stack.yaml does not exist; mend the path',
    );
    expect(told).toContain(' rules checked: 1 errors, 0 warnings.');
  });

  it('takes no text for a picture', () => {
    writeFileSync(join(root, 'skill-package/assets/images/ja-JP_smallIcon.png'), 'no picture');

    expect(run([], root).told).toContain('✗ icons: skill-package/skill.json: let smallIconUri of ja-JP');
  });

  it('judges a server of one’s own by its environment', () => {
    hostItOneself(root);

    const { told } = run(['--live'], root, {
      SKILL_ID: 'amzn1.ask.skill.1',
      AMAZON_PAY_SANDBOX: 'true',
      PAYMENT_CHANNEL: 'web',
    });

    expect(told).toContain('✗ sandbox-off: environment: ');
    expect(told).toContain('✗ live-settings: environment: mend SKILL_ID: not a skill ID');
  });

  it('says so when the environment is not that of the server', () => {
    hostItOneself(root);

    const { told } = run(['--live'], root);

    expect(told).toContain('! settings-known: environment: ');
    expect(told).not.toMatch(/live-settings|sandbox-off|order-mails/);
  });

  it('judges a server of one’s own with good settings by nothing but its shop', () => {
    hostItOneself(root);

    const { told } = run(['--live'], root, {
      SKILL_ID: 'amzn1.ask.skill.00000000-0000-4000-8000-00000000000a',
      AMAZON_PAY_SELLER_ID: 'A1MIDORICOFFEE',
      TOKEN_SECRET: 'x'.repeat(40),
      ORDERS_TABLE: 'orders',
      AWS_REGION: 'ap-northeast-1',
    });

    expect(told).not.toContain('live-settings');
    expect(told).toContain('✗ paid-on-page: environment: set PaymentChannel');
  });
});
