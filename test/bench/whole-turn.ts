import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import express from 'express';
import { createDevice } from '../simulator/alexa/device';
import { parseInteractionModel } from '../simulator/alexa/interaction-model';
import { skillOverHttp } from '../simulator/alexa/skill-over-http';
import { closeServer, listenOnLoopback } from '../simulator/local-dynamo';
import { startLocalShop, type LocalShop } from '../simulator/local-shop';
import { type Figure } from './figure';
import { unprintedLog } from './quiet-log';
import { median } from './statistics';

const MODEL_FILE = join(__dirname, '../../interactionModels/custom/ja-JP.json');
const UTTERANCES = ['こえみせ珈琲を開いて', 'ブレンドを2つください', 'お会計して', 'はい'];
const PURCHASES = 100;
const WARM_UP_PURCHASES = 20;
const BUDGET_MS = 50;

/**
 * Wall time of one turn, from the buyer's words to what is heard: simulated device, skill on Express over HTTP,
 * simulated Amazon Pay (for its turns), embedded DynamoDB. The floor is a POST of about the same size to a bare Express.
 */
export async function measureWholeTurn(): Promise<Figure> {
  const shop = await startLocalShop({ log: unprintedLog(Date.now) });
  const floor = await openFloor();
  const turnMs: number[] = [];
  const floorMs: number[] = [];
  try {
    for (let purchase = 0; purchase < WARM_UP_PURCHASES + PURCHASES; purchase += 1) {
      const spentMs = await playPurchase(shop, purchase);
      const postMs = await floor.post();
      if (purchase < WARM_UP_PURCHASES) continue;
      turnMs.push(...spentMs);
      floorMs.push(...postMs);
    }
  } finally {
    await floor.close();
    await shop.close();
  }
  return {
    title: 'A turn through device, skill over HTTP, Amazon Pay and embedded store',
    floorTitle: 'a POST to a bare Express with a JSON body and answer, on loopback',
    valueMs: median(turnMs),
    floorMs: median(floorMs),
    rounds: `${PURCHASES} purchases with ${UTTERANCES.length} turns`,
    budgetMs: BUDGET_MS,
  };
}

async function playPurchase(shop: LocalShop, purchase: number): Promise<readonly number[]> {
  const device = createDevice({
    model: MODEL,
    skillId: shop.config.skillId,
    stage: 'development',
    buyer: {
      userId: `amzn1.ask.account.${purchase}`,
      deviceId: `amzn1.ask.device.${purchase}`,
      consent: 'GRANTED',
    },
    skill: skillOverHttp({ url: shop.skillUrl, fetch }),
    amazonPay: shop.amazonPay,
    effects: { now: Date.now, random: Math.random },
  });
  const spentMs: number[] = [];
  let heard = '';
  for (const utterance of UTTERANCES) {
    const before = performance.now();
    const { exchanges } = await device.say(utterance);
    spentMs.push(performance.now() - before);
    heard = exchanges.at(-1)?.speech?.text ?? '';
  }
  if (!heard.startsWith('お支払いが完了し')) throw new Error(`not paid: ${heard}`);
  return spentMs;
}

const MODEL = parseInteractionModel(JSON.parse(readFileSync(MODEL_FILE, 'utf8')));

interface Floor {
  /** As many posts as a purchase has turns; milliseconds of each. */
  post(): Promise<readonly number[]>;
  close(): Promise<void>;
}

async function openFloor(): Promise<Floor> {
  const app = express();
  app.post('/', express.json(), (request, response) => {
    response.json(request.body);
  });
  const server = createServer(app);
  const port = await listenOnLoopback(server, 0);
  const body = JSON.stringify({ filling: 'x'.repeat(2000) });
  const headers = { 'content-type': 'application/json' };
  return {
    async post() {
      const spentMs: number[] = [];
      for (let turn = 0; turn < UTTERANCES.length; turn += 1) {
        const before = performance.now();
        await (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })).json();
        spentMs.push(performance.now() - before);
      }
      return spentMs;
    },
    close: () => closeServer(server),
  };
}
