import { keepBuilt, type Environment } from '../../lambda/src/secret-settings';

/** A secret that a test changes, a clock that it moves, and a list of what was built. */
function setUp(environment: Environment, texts: readonly (string | Error)[] = []) {
  const clock = { nowMs: 0 };
  const built: Environment[] = [];
  const asked: string[] = [];
  let reading = 0;
  const settingsNow = keepBuilt({
    environment,
    now: () => clock.nowMs,
    fetchSecret: (secretId) => {
      asked.push(secretId);
      const text = texts[reading++] ?? new Error('no more readings');
      return text instanceof Error ? Promise.reject(text) : Promise.resolve(text);
    },
    build: (settings) => {
      built.push(settings);
      return settings;
    },
  });
  return { settingsNow, clock, built, asked };
}

const secret = (token: string): string => JSON.stringify({ TOKEN_SECRET: token });

describe('settings without a secret', () => {
  it('are built at once, and no secret is asked for', async () => {
    const { settingsNow, built, asked } = setUp({ PORT: '3000' });

    expect(built).toEqual([{ PORT: '3000' }]);
    expect(await settingsNow()).toEqual({ PORT: '3000' });
    expect(asked).toEqual([]);
  });

  it('stop the start when they are wrong', () => {
    const build = (): never => {
      throw new Error('SKILL_ID is missing');
    };

    expect(() =>
      keepBuilt({ environment: {}, fetchSecret: () => Promise.resolve(''), now: () => 0, build }),
    ).toThrow('SKILL_ID is missing');
  });
});

describe('settings with a secret', () => {
  const environment = { SECRETS_ID: 'koemise', PORT: '3000', TOKEN_SECRET: '' };

  it('are laid over the environment at the first use, and read once however many ask', async () => {
    const { settingsNow, built, asked } = setUp(environment, [secret('one')]);

    const [first, second] = await Promise.all([settingsNow(), settingsNow()]);

    expect(first).toEqual({ SECRETS_ID: 'koemise', PORT: '3000', TOKEN_SECRET: 'one' });
    expect(second).toBe(first);
    expect(built).toHaveLength(1);
    expect(asked).toEqual(['koemise']);
  });

  it('are read again after five minutes; the same secret builds nothing anew', async () => {
    const { settingsNow, clock, built, asked } = setUp(environment, [secret('one'), secret('one')]);
    await settingsNow();
    clock.nowMs = 299_999;
    await settingsNow();
    const askedBefore = asked.length;
    clock.nowMs = 300_000;
    await settingsNow();

    expect(askedBefore).toBe(1);
    expect(asked).toHaveLength(2);
    expect(built).toHaveLength(1);
  });

  it('follow a rotated key without a new deployment', async () => {
    const { settingsNow, clock } = setUp(environment, [secret('one'), secret('two')]);
    await settingsNow();
    clock.nowMs = 300_000;

    expect(await settingsNow()).toMatchObject({ TOKEN_SECRET: 'two' });
  });

  it('go on with what is known when a later reading fails, and fail when the first one does', async () => {
    const down = new Error('down');
    const known = setUp(environment, [secret('one'), down]);
    await known.settingsNow();
    known.clock.nowMs = 300_000;

    expect(await known.settingsNow()).toMatchObject({ TOKEN_SECRET: 'one' });
    await expect(setUp(environment, [down]).settingsNow()).rejects.toBe(down);
  });

  it.each(['not json カナリア', '["カナリア"]', '{"TOKEN_SECRET":1}', '{"lower":"x"}', 'null'])(
    'refuse a secret of another form without telling what it holds: %s',
    async (text) => {
      const { settingsNow } = setUp(environment, [text]);

      await expect(settingsNow()).rejects.toThrow(
        'the secret of SECRETS_ID is no JSON object of setting names and texts',
      );
    },
  );
});
