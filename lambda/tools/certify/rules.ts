import { HANDLER_RULES } from './handler-rules';
import { INVOCATION_RULES } from './invocation-rules';
import { LIVE_RULES } from './live-rules';
import { MANIFEST_RULES } from './manifest-rules';
import { MODEL_CLASH_RULES } from './model-clash-rules';
import { MODEL_RULES } from './model-rules';
import { type Rule } from './rule';
import { SCHEMA_RULES } from './schema-rules';
import { SHOP_RULES } from './shop-rules';
import { STORE_RULES } from './store-rules';

/** Every rule, in the order in which findings are told. */
export const RULES: readonly Rule[] = [
  ...SCHEMA_RULES,
  ...MANIFEST_RULES,
  ...STORE_RULES,
  ...INVOCATION_RULES,
  ...MODEL_RULES,
  ...MODEL_CLASH_RULES,
  ...HANDLER_RULES,
  ...SHOP_RULES,
  ...LIVE_RULES,
];
