import { type ServerRow } from '../server-row';

const base = {
  source: 'seed 002, Finalize Checkout Session',
  httpStatus: '200',
  handledBy: 'merchant',
  class: 'ok',
  prompt: null,
  pageMessage: null,
  alert: 'never',
} as const;

/** Successful answers of Finalize Checkout Session, by paymentIntent, and the pending one. @see outcome-table.md, c01-c04 */
export const FINALIZE_ROWS = {
  completed: {
    AuthorizeWithCapture: {
      ...base,
      row: 'c01',
      code: 'AuthorizeWithCapture',
      effect: 'paid',
      next: 'confirmOrder',
      move: 'readObject',
      action: 'Store chargeId and chargePermissionId; paid once a read of the charge says Captured.',
    },
    Authorize: {
      ...base,
      row: 'c02',
      code: 'Authorize',
      effect: 'authorized',
      next: 'promiseResult',
      move: 'done',
      action: 'Store chargeId for the later capture, and chargePermissionId. Not paid.',
    },
    Confirm: {
      ...base,
      row: 'c03',
      code: 'Confirm',
      effect: 'none',
      next: 'promiseResult',
      move: 'done',
      action: 'Store chargePermissionId; nothing was authorized, nothing charged.',
    },
  },
  pending: {
    ...base,
    row: 'c04',
    code: '(authorization pending)',
    httpStatus: '202',
    effect: 'pending',
    next: 'promiseResult',
    move: 'wait',
    action: 'Wait for the IPN and read the charge, up to 24 hours; do not ship.',
  },
} as const satisfies {
  readonly completed: Readonly<Record<string, ServerRow>>;
  readonly pending: ServerRow;
};
