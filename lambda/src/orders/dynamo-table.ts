/**
 * Shape of the one table: string key `pk`, and two sparse indexes that hold only what waits. `due`: orders the
 * background has to look at. `followUp`: orders and alerts a person has to look at. Keys only: the item is read anew.
 */
export const TABLE_SHAPE = {
  attributes: { pk: 'S', dueShard: 'S', dueAtMs: 'N', followUpShard: 'S', followUpAtMs: 'N' },
  key: 'pk',
  indexes: {
    due: { hash: 'dueShard', range: 'dueAtMs' },
    followUp: { hash: 'followUpShard', range: 'followUpAtMs' },
  },
} as const;

/** The one value of an index's hash key: an item without it is not in the index. */
export const SHARD = 'open';
