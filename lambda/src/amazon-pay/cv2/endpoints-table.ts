import { type Machine } from '../../payment/object-machine';
import {
  CHARGE_MACHINE,
  CHARGE_PERMISSION_MACHINE,
  CHECKOUT_SESSION_MACHINE,
} from '../../payment/object-machine-cv2-table';
import { CV2_REFUND_MACHINE } from '../../payment/object-machine-table';
import { type CallKind } from '../../payment/server-row';
import { type ObjectKind } from '../object-id';
import {
  type Charge,
  type ChargePermission,
  type CheckoutSession,
  readCharge,
  readChargePermission,
  readCheckoutSession,
  readRefund,
  type Refund,
} from './objects';

/**
 * One operation of CV2. `about`: the object whose id is checked and whose state allows the operation. `inPath`: whether
 * that id is in the path (else only in the body). `hasKey`: POST takes an idempotency key.
 * `idOf`: the id in the answer that has to be the one that was asked about.
 */
export interface Endpoint<Value> {
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly collection: string;
  readonly suffix: string;
  readonly about: ObjectKind;
  readonly inPath: boolean;
  readonly machine: Machine;
  readonly kind: CallKind;
  readonly hasKey: boolean;
  readonly read: (json: unknown) => Value | undefined;
  readonly idOf: (value: Value) => string | undefined;
}

const get = { method: 'GET', suffix: '', inPath: true, kind: 'read', hasKey: false } as const;
const post = { method: 'POST', suffix: '', inPath: true, kind: 'write', hasKey: true } as const;
const remove = { method: 'DELETE', inPath: true, kind: 'write', hasKey: false } as const;

const session = {
  collection: 'checkoutSessions',
  about: 'checkoutSession',
  machine: CHECKOUT_SESSION_MACHINE,
  read: readCheckoutSession,
  idOf: (value: CheckoutSession) => value.checkoutSessionId,
} as const;
const charge = {
  collection: 'charges',
  about: 'charge',
  machine: CHARGE_MACHINE,
  read: readCharge,
  idOf: (value: Charge) => value.chargeId,
} as const;
const permission = {
  collection: 'chargePermissions',
  about: 'chargePermission',
  machine: CHARGE_PERMISSION_MACHINE,
  read: readChargePermission,
  idOf: (value: ChargePermission) => value.chargePermissionId,
} as const;

/** The operations of CV2 that the product uses. @see amazon-pay-server-apis.md, section 4 */
export const CV2_ENDPOINTS = {
  getCheckoutSession: { ...get, ...session, operation: 'getCheckoutSession' },
  finalizeCheckoutSession: {
    ...post,
    ...session,
    operation: 'finalizeCheckoutSession',
    suffix: '/finalize',
  },
  createCharge: {
    ...post,
    operation: 'createCharge',
    collection: 'charges',
    about: 'chargePermission',
    inPath: false,
    machine: CHARGE_PERMISSION_MACHINE,
    read: readCharge,
    idOf: (value: Charge) => value.chargePermissionId,
  },
  getCharge: { ...get, ...charge, operation: 'getCharge' },
  captureCharge: { ...post, ...charge, operation: 'captureCharge', suffix: '/capture' },
  cancelCharge: { ...remove, ...charge, operation: 'cancelCharge', suffix: '/cancel' },
  createRefund: {
    ...post,
    operation: 'createRefund',
    collection: 'refunds',
    about: 'charge',
    inPath: false,
    machine: CHARGE_MACHINE,
    read: readRefund,
    idOf: (value: Refund) => value.chargeId,
  },
  getRefund: {
    ...get,
    operation: 'getRefund',
    collection: 'refunds',
    about: 'refund',
    machine: CV2_REFUND_MACHINE,
    read: readRefund,
    idOf: (value: Refund) => value.refundId,
  },
  getChargePermission: { ...get, ...permission, operation: 'getChargePermission' },
  closeChargePermission: { ...remove, ...permission, operation: 'closeChargePermission', suffix: '/close' },
} as const satisfies Record<
  string,
  Endpoint<CheckoutSession> | Endpoint<Charge> | Endpoint<Refund> | Endpoint<ChargePermission>
>;
