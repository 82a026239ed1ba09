/** How an answer travels: once, never, late, or more than once. */
import type { ConnectionAnswer, Delivery } from '../contract';

/** The deliveries of one answer; `undefined` delivers it once, at once. */
export function deliver(
  answer: ConnectionAnswer,
  how: 'lost' | 'late' | 'twice' | 'nowAndLate' | undefined,
): readonly Delivery[] {
  switch (how) {
    case undefined:
      return [{ when: 'now', answer }];
    case 'lost':
      return [];
    case 'late':
      return [{ when: 'late', answer }];
    case 'twice':
      return [
        { when: 'now', answer },
        { when: 'now', answer },
      ];
    case 'nowAndLate':
      return [
        { when: 'now', answer },
        { when: 'late', answer },
      ];
  }
}
