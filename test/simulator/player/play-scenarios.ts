import { openConversation, type Ending, type PlayedTurn } from './conversation';
import type { ShopHouse } from './shop-house';

const OPEN = 'こえみせ珈琲を開いて';
const YES = 'はい';
const MOST_TURNS = 16;

/** What is played where. `scenarioNames`: in the order in which they happen. */
interface ScenarioWish {
  readonly house: ShopHouse;
  readonly scenarioNames: readonly string[];
  readonly hasScreen: boolean;
}

/** A purchase in which scenarios happened, and what followed. */
export interface ScenarioPlay {
  readonly turns: readonly PlayedTurn[];
  readonly ending: Ending;
}

/**
 * Plays a purchase that meets the given scenarios in order: the buyer orders, goes to the checkout and says yes to
 * everything until all of them have happened and the session is closed; then opens the skill once more and asks how
 * the order stands. Each entry of `scenarioNames` must be a known name.
 */
export async function playScenarios(
  { house, scenarioNames, hasScreen }: ScenarioWish,
  onTurn: (played: PlayedTurn) => void,
): Promise<ScenarioPlay> {
  const conversation = openConversation({ house: await house.shopFor({}), name: 'scenario', hasScreen });
  const turns: PlayedTurn[] = [];
  const say = async (utterance: string, force?: readonly string[]): Promise<void> => {
    const played = await conversation.play(utterance, force && { force: [...force] });
    onTurn(played);
    turns.push(played);
  };
  const isOpen = (): boolean => turns.at(-1)?.turn.sessionOpen === true;
  await say(OPEN, scenarioNames);
  await say('ブレンドを2つください');
  await say('お会計して');
  let comesFurther = true;
  while (
    turns.length < MOST_TURNS &&
    comesFurther &&
    (isOpen() || conversation.unusedScenarios().length > 0)
  ) {
    const isLaunch = !isOpen();
    await say(isLaunch ? OPEN : YES);
    // An order whose result is awaited: the shop takes no other before, so nothing more can happen.
    comesFurther = !isLaunch || isOpen();
  }
  if (comesFurther) await say(OPEN);
  if (isOpen()) await say('注文の状況を教えて');
  return { turns, ending: await conversation.end() };
}
