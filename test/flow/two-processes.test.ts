import {
  bundleServer,
  startServer,
  type ServerBundle,
  type ServerProcess,
} from '../simulator/crash/server-process';
import { openOutside, type Outside } from '../simulator/crash/outside';
import { createAccount, type AlexaAccount } from '../simulator/crash/alexa-account';
import { CRASH_ENVIRONMENT } from '../simulator/crash/wire';
import { type Heard } from '../support/shopper';

const YESES = 50;
const PATIENCE_MS = 600_000;

let bundle: ServerBundle;
let outside: Outside;
let servers: ServerProcess[] = [];
let defectiveServers: ServerProcess[] = [];

beforeAll(async () => {
  bundle = await bundleServer();
  outside = await openOutside();
  const environment = { ...outside.environment, [CRASH_ENVIRONMENT.nowMs]: String(outside.clock.nowMs) };
  const defective = { ...environment, [CRASH_ENVIRONMENT.defect]: 'writesOverOthers' };
  servers = await Promise.all([startServer(bundle, environment), startServer(bundle, environment)]);
  defectiveServers = await Promise.all([startServer(bundle, defective), startServer(bundle, defective)]);
}, PATIENCE_MS);

afterAll(async () => {
  await Promise.all([...servers, ...defectiveServers].map((server) => server.kill()));
  await outside.close();
  bundle.remove();
}, PATIENCE_MS);

/** One account whose requests go to the two processes in turn. */
function accountOfRound(round: number, processes: readonly ServerProcess[]): AlexaAccount {
  let sent = 0;
  return createAccount({
    name: `ROUND-${round}`,
    profileUrl: outside.profileUrl,
    shopUrl: () => processes[sent++ % processes.length]!.url,
    nowMs: () => outside.clock.nowMs,
  });
}

function connect({ userId }: AlexaAccount, heard: Heard) {
  return outside.amazonPay.connect(heard.sent, { userId, stage: 'development', consent: 'GRANTED' });
}

async function toRecap(account: AlexaAccount): Promise<Heard> {
  await account.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
  const checkout = await account.shopper.says('CheckoutIntent');
  const [delivery] = await connect(account, checkout);
  return account.shopper.answers(delivery!.answer);
}

interface Round {
  readonly round: number;
  readonly directives: readonly string[];
  readonly capturesYen: readonly number[];
  /** What the buyer heard after the Charge, and everything the other yeses heard that is not true. */
  readonly confirmation: string;
  readonly untrue: readonly string[];
}

const CONFIRMED =
  'お支払いが完了し、ご注文を承りました。ご注文番号はNです。合計は3192円です。ご注文内容は、Alexaアプリのカードでご確認いただけます。ありがとうございました。';
const IN_PROGRESS = 'ただいまお支払いの手続き中です。二重に請求されることはありません。';
const CHECKING = 'ご注文番号Nは、お支払いの結果を確認しています。二重に請求されることはありません。';
const PAID = 'ご注文番号Nは、3192円のお支払いが完了しています。';

/** Fifty yeses at one moment, half of them to each process; the Charge goes on to Amazon Pay and back as soon as it leaves. */
async function playRound(round: number, processes: readonly ServerProcess[]): Promise<Round> {
  const account = accountOfRound(round, processes);
  const recap = await toRecap(account);
  const orderId = /^[\d-]+/.exec(questionToken(recap))![0];
  const words = (speech: string): string => speech.replace(/<[^>]*>/g, '').replaceAll(orderId, 'N');
  const isCaptured = (): boolean => outside.books.moneyOf(orderId).capturedYen === 3192;

  const directives: string[] = [];
  const untrue: string[] = [];
  let confirmation = '';
  await Promise.all(
    Array.from({ length: YESES }, async () => {
      const heard = await account.shopper.says('AMAZON.YesIntent');
      if (heard.sent === undefined) {
        const said = words(heard.speech);
        const isTrue = [IN_PROGRESS, CHECKING].includes(said) || (said === PAID && isCaptured());
        if (!isTrue) untrue.push(said);
        return;
      }
      directives.push(heard.sent.name);
      const [delivery] = await connect(account, heard);
      confirmation = words((await account.shopper.answers(delivery!.answer)).speech);
    }),
  );
  const capturesYen = outside.books.moneyOf(orderId).captures.map(({ amountYen }) => amountYen);
  return { round, directives, capturesYen, confirmation, untrue };
}

function questionToken({ envelope }: Heard): string {
  return (envelope.sessionAttributes as { question: { token: string } }).question.token;
}

describe('two processes of the shop on one store', () => {
  it(
    'charge once for fifty yeses at the same moment, two hundred times, and tell each of the other yeses the truth',
    async () => {
      const rounds: Round[] = [];
      for (let round = 1; round <= 200; round += 1) rounds.push(await playRound(round, servers));

      const wrong = rounds.filter(
        ({ directives, capturesYen, confirmation, untrue }) =>
          directives.join() !== 'Charge' ||
          capturesYen.join() !== '3192' ||
          confirmation !== CONFIRMED ||
          untrue.length > 0,
      );
      expect(wrong).toEqual([]);
      expect(rounds).toHaveLength(200);
      expect(rounds.flatMap(({ capturesYen }) => capturesYen)).toHaveLength(200);
    },
    PATIENCE_MS,
  );

  it(
    'would be caught sending more than one Charge, if a write went over those of others',
    async () => {
      const { directives } = await playRound(0, defectiveServers);

      expect(directives.length).toBeGreaterThan(1);
    },
    PATIENCE_MS,
  );
});
