import { SkillBuilders } from 'ask-sdk-core';
import { type RequestEnvelope, type ResponseEnvelope } from 'ask-sdk-model';
import { parseEnvelope } from '../../lambda/src/alexa/parse-envelope';
import { LOCAL_DEFAULTS } from '../../lambda/src/config';
import { createSkill } from '../../lambda/src/skill';
import { PAID, setupAnswer } from '../support/payment-answers';
import { createShopper } from '../support/shopper';
import { createTestSkill } from '../support/test-skill';
import { type Figure } from './figure';
import { unprintedLog } from './quiet-log';
import { median } from './statistics';

/** Takes a request as it came over the wire and gives the answer as it goes back. */
type Host = (body: string) => Promise<string>;

const TURNS_PER_PURCHASE = 6;
const PURCHASES_PER_ROUND = 20;
const ROUNDS = 60;
const WARM_UP_ROUNDS = 15;
const BUDGET_MS = 2;

/**
 * CPU of one warm turn of the skill, the store answering without latency. Whole purchases are played: welcome, order,
 * checkout, Setup's answer, the yes, Charge's answer. The floor takes the very same bodies through a bare skill.
 */
export async function measureWarmTurn(): Promise<Figure> {
  const bodies: string[] = [];
  const skill = realSkill();
  const bare = bareSkill();
  const skillMs: number[] = [];
  const floorMs: number[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    bodies.length = 0;
    const spentMs = await playRound(skill, bodies, round);
    const bareMs = await replayRound(bare, bodies);
    if (round < WARM_UP_ROUNDS) continue;
    skillMs.push(spentMs);
    floorMs.push(bareMs);
  }
  return {
    title: 'A warm turn of the skill, CPU (store without latency)',
    floorTitle: 'the same bodies parsed, through ask-sdk-core with one handler, answer stringified',
    valueMs: median(skillMs),
    floorMs: median(floorMs),
    rounds: `${ROUNDS} rounds of ${PURCHASES_PER_ROUND} purchases with ${TURNS_PER_PURCHASE} turns`,
    budgetMs: BUDGET_MS,
  };
}

/** Milliseconds of CPU per turn; only the host is timed, not the shopper. */
async function playRound(host: Host, bodies: string[], round: number): Promise<number> {
  let spentMs = 0;
  for (let purchase = 0; purchase < PURCHASES_PER_ROUND; purchase += 1) {
    const shopper = createShopper({
      userId: `amzn1.ask.account.${round}-${purchase}`,
      skillId: LOCAL_DEFAULTS.SKILL_ID,
      async send(envelope) {
        const body = JSON.stringify(envelope);
        bodies.push(body);
        const before = process.cpuUsage();
        const answer = await host(body);
        spentMs += cpuSinceMs(before);
        return JSON.parse(answer) as ResponseEnvelope;
      },
    });
    await shopper.launch();
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(setupAnswer());
    await shopper.says('AMAZON.YesIntent');
    const paid = await shopper.answers(PAID);
    if (!paid.speech.startsWith('お支払いが完了し')) throw new Error(`not paid: ${paid.speech}`);
  }
  return spentMs / (PURCHASES_PER_ROUND * TURNS_PER_PURCHASE);
}

async function replayRound(host: Host, bodies: readonly string[]): Promise<number> {
  let spentMs = 0;
  for (const body of bodies) {
    const before = process.cpuUsage();
    await host(body);
    spentMs += cpuSinceMs(before);
  }
  return spentMs / bodies.length;
}

function cpuSinceMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function realSkill(): Host {
  const { deps } = createTestSkill();
  const skill = createSkill({ ...deps, log: unprintedLog(deps.now) });
  return async (body) =>
    JSON.stringify(await skill.invoke(parseEnvelope(JSON.parse(body), deps.config.skillId)));
}

function bareSkill(): Host {
  const skill = SkillBuilders.custom()
    .addRequestHandlers({
      canHandle: () => true,
      handle: ({ responseBuilder }) => responseBuilder.speak('はい').getResponse(),
    })
    .create();
  return async (body) => JSON.stringify(await skill.invoke(JSON.parse(body) as RequestEnvelope));
}
