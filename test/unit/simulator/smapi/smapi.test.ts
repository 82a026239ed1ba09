import type { Exchange, Turn } from '../../../simulator/alexa/device-types';
import { startSmapi, type Smapi } from '../../../simulator/smapi/smapi';
import { packZip } from './zip';

const SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-00000000000a';
const MANIFEST = { manifest: { apis: { custom: {} }, publishingInformation: { locales: { 'ja-JP': {} } } } };
const STAGE = `/skills/${SKILL_ID}/stages/development`;
const DONE = { type: 'Connections.Response', speech: 'よろしいですか。', end: false };
const SENT = { type: 'IntentRequest', speech: 'お会計の準備をします。', end: true };

function turnOf(
  exchanges: readonly { type: string; speech: string; end: boolean }[],
  { sessionOpen = false, complaints = [] as readonly string[] } = {},
): Turn {
  return {
    utterance: 'はい',
    understood: exchanges.length === 0 ? { notInvoked: true } : { intent: 'AMAZON.YesIntent', slots: {} },
    exchanges: exchanges.map(({ type, speech, end }): Exchange => ({
      requestType: type,
      request: { request: { type } },
      response: { response: { shouldEndSession: end } },
      speech: { text: speech },
      directives: [],
      shouldEndSession: end,
      complaints: [],
    })),
    sessionOpen,
    complaints,
  };
}

describe('the simulated SMAPI', () => {
  let smapi: Smapi;
  let turns: Turn[];
  let said: [string, boolean][];
  beforeEach(async () => {
    turns = [];
    said = [];
    smapi = await startSmapi({
      skillId: SKILL_ID,
      manifest: MANIFEST,
      say: (utterance, { newSession }) => {
        said.push([utterance, newSession]);
        return Promise.resolve(turns.shift() ?? turnOf([]));
      },
    });
  });
  afterEach(async () => {
    await smapi.close();
  });

  const call = async (method: string, path: string, body?: unknown) => {
    const isBytes = Buffer.isBuffer(body);
    const response = await fetch(path.startsWith('http') ? path : `${smapi.url}${path}`, {
      method,
      headers: { authorization: 'any', 'content-type': isBytes ? 'application/zip' : 'application/json' },
      ...(body !== undefined && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, json, location: response.headers.get('location') };
  };

  const simulate = async (content: string, mode?: 'FORCE_NEW_SESSION') => {
    const input = { input: { content }, device: { locale: 'ja-JP' }, ...(mode && { session: { mode } }) };
    const { json } = await call('POST', `/v2${STAGE}/simulations`, input);
    const { id } = json as { id: string };
    return (await call('GET', `/v2${STAGE}/simulations/${id}`)).json;
  };

  it('gives the manifest, and says that the skill is enabled', async () => {
    await expect(call('GET', `/v1${STAGE}/manifest`)).resolves.toMatchObject({ status: 200, json: MANIFEST });
    await expect(call('GET', `/v1${STAGE}/enablement`)).resolves.toMatchObject({ status: 204 });
  });

  it('does not know another skill', async () => {
    const other = STAGE.replace(/a\/stages/, 'b/stages');
    const input = { input: { content: 'はい' }, device: { locale: 'ja-JP' } };

    await expect(call('GET', `/v1${other}/manifest`)).resolves.toMatchObject({ status: 404 });
    await expect(call('GET', `/v1${other}/enablement`)).resolves.toMatchObject({ status: 404 });
    await expect(call('POST', `/v2${other}/simulations`, input)).resolves.toMatchObject({ status: 404 });
  });

  it('answers a simulation with what Alexa said and what the skill was asked and answered', async () => {
    turns = [turnOf([SENT, DONE], { sessionOpen: true })];

    expect(await simulate('お会計して')).toEqual({
      id: 'simulation-1',
      status: 'SUCCESSFUL',
      result: {
        skillExecutionInfo: {
          invocations: [
            {
              invocationRequest: { body: { request: { type: 'IntentRequest' } } },
              invocationResponse: { body: { response: { shouldEndSession: true } } },
            },
            {
              invocationRequest: { body: { request: { type: 'Connections.Response' } } },
              invocationResponse: { body: { response: { shouldEndSession: false } } },
            },
          ],
        },
        alexaExecutionInfo: {
          alexaResponses: [
            { type: 'Speech', content: { caption: 'お会計の準備をします。' } },
            { type: 'Speech', content: { caption: 'よろしいですか。' } },
          ],
        },
      },
    });
  });

  it('keeps the session that Amazon Pay’s answer opened, although ask-cli forces a new one', async () => {
    turns = [turnOf([SENT, DONE], { sessionOpen: true }), turnOf([SENT])];

    await simulate('お会計して', 'FORCE_NEW_SESSION');
    await simulate('はい', 'FORCE_NEW_SESSION');

    expect(said).toEqual([
      ['お会計して', true],
      ['はい', false],
    ]);
  });

  it('leaves any other session when ask-cli forces a new one', async () => {
    turns = [turnOf([{ ...SENT, end: false }], { sessionOpen: true }), turnOf([SENT])];

    await simulate('ブレンドをください', 'FORCE_NEW_SESSION');
    await simulate('はい', 'FORCE_NEW_SESSION');

    expect(said[1]).toEqual(['はい', true]);
  });

  it('fails a simulation whose utterance reached no skill or whose answer Alexa refused', async () => {
    turns = [turnOf([]), turnOf([SENT], { complaints: ['error: the skill did not answer within 8 s'] })];

    await expect(simulate('はい')).resolves.toMatchObject({
      status: 'FAILED',
      result: { error: { message: 'The utterance did not invoke the skill.' } },
    });
    await expect(simulate('はい')).resolves.toMatchObject({
      status: 'FAILED',
      result: { error: { message: 'error: the skill did not answer within 8 s' } },
    });
    expect(smapi.journal.utterances.map(({ status }) => status)).toEqual(['FAILED', 'FAILED']);
  });

  it('refuses a simulation without an utterance, and one that was never begun', async () => {
    const input = { device: { locale: 'ja-JP' } };

    await expect(call('POST', `/v2${STAGE}/simulations`, input)).resolves.toMatchObject({ status: 400 });
    await expect(call('GET', `/v2${STAGE}/simulations/simulation-9`)).resolves.toMatchObject({ status: 404 });
  });

  it('notes a call that it has no endpoint for', async () => {
    await call('GET', '/v1/vendors');

    expect(smapi.journal.calls).toEqual([
      { method: 'GET', path: '/v1/vendors', isKnown: false, status: 404 },
    ]);
  });

  it('answers nothing without a token', async () => {
    const { status } = await fetch(`${smapi.url}/v1${STAGE}/manifest`);

    expect(status).toBe(401);
  });

  describe('as a place to deploy to', () => {
    const upload = async (zip: Buffer): Promise<string> => {
      const { status, json } = await call('POST', '/v1/skills/uploads');
      expect(status).toBe(201);
      const { uploadUrl } = json as { uploadUrl: string };
      expect((await call('PUT', uploadUrl, zip)).status).toBe(200);
      return uploadUrl;
    };
    const SKILL_JSON = JSON.stringify(MANIFEST);
    const WHOLE = packZip({ 'skill.json': SKILL_JSON, 'interactionModels/custom/ja-JP.json': '{}' });

    it('imports a whole package as a new skill', async () => {
      const location = await upload(WHOLE);
      const started = await call('POST', '/v1/skills/imports', { location, vendorId: 'V' });

      expect(started).toMatchObject({ status: 202, location: '/v1/skills/imports/1' });
      await expect(call('GET', '/v1/skills/imports/1')).resolves.toMatchObject({
        json: { status: 'SUCCEEDED', skill: { skillId: SKILL_ID } },
      });
      expect([...smapi.packages[0]!.keys()]).toEqual(['skill.json', 'interactionModels/custom/ja-JP.json']);
    });

    it('imports a package into a skill that is there', async () => {
      const location = await upload(WHOLE);

      await expect(call('POST', `/v1/skills/${SKILL_ID}/imports`, { location })).resolves.toMatchObject({
        status: 202,
      });
    });

    it.each([
      [
        'no manifest',
        packZip({ 'interactionModels/custom/ja-JP.json': '{}' }),
        'skill.json is missing or is no manifest',
      ],
      [
        'no model',
        packZip({ 'skill.json': SKILL_JSON }),
        'interactionModels/custom/ja-JP.json is missing or is no JSON',
      ],
      [
        'a link in place of the model',
        packZip({
          'skill.json': SKILL_JSON,
          'interactionModels/custom/ja-JP.json': '../../../interactionModels',
        }),
        'interactionModels/custom/ja-JP.json is missing or is no JSON',
      ],
      ['no zip', Buffer.from('a text'), 'this is no zip archive'],
    ])('fails an import with %s', async (_what, zip, message) => {
      const location = await upload(zip);
      await call('POST', '/v1/skills/imports', { location, vendorId: 'V' });

      await expect(call('GET', '/v1/skills/imports/1')).resolves.toMatchObject({
        json: { status: 'FAILED', skill: { resources: [{ errors: [{ message }] }] } },
      });
    });

    it('refuses an import from nowhere, a new skill without a vendor, and a look at no import', async () => {
      const location = await upload(WHOLE);

      const nowhere = { location: `${smapi.url}/uploads/9`, vendorId: 'V' };
      await expect(call('POST', '/v1/skills/imports', nowhere)).resolves.toMatchObject({ status: 400 });
      await expect(call('POST', '/v1/skills/imports', { location })).resolves.toMatchObject({ status: 400 });
      await expect(call('GET', '/v1/skills/imports/7')).resolves.toMatchObject({ status: 404 });
      await expect(call('PUT', '/uploads/9', WHOLE)).resolves.toMatchObject({ status: 403 });
    });
  });
});
