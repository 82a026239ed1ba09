import { outcomesPage } from './outcomes';
import { statesPage } from './states';

/** Every page under docs/ that is made from the code's tables, by file name. */
export const GENERATED_PAGES = {
  'outcomes.md': outcomesPage,
  'order-states.md': statesPage,
} as const satisfies Record<string, () => string>;
