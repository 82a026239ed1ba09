import * as z from 'zod/mini';
import { readJson } from '../json-answer';
import { nodeAt, parseXml, type XmlNode } from '../mws/parse-xml';

/** Kinds of objects that Amazon Pay notifies of. */
type NotifiedObject =
  | 'charge'
  | 'refund'
  | 'chargePermission'
  | 'authorization'
  | 'capture'
  | 'mwsRefund'
  | 'orderReference'
  | 'billingAgreement'
  | 'chargeback'
  | 'other';

/**
 * A notification: only that something changed. State and amounts are never taken from it; fetch the object.
 * `notificationId`: the same for each delivery of one notification. `objectId`: Amazon's id; undefined where the
 * message had none. `reference`: our own reference, CV1 only.
 */
export interface AmazonPayNotification {
  readonly api: 'cv2' | 'mws';
  readonly notificationId: string;
  readonly object: NotifiedObject;
  readonly objectId: string | undefined;
  readonly permissionId: string | undefined;
  readonly reference: string | undefined;
  readonly sellerId: string | undefined;
}

const text = z.string().check(z.minLength(1), z.maxLength(128));
const optional = z.catch(z.optional(text), undefined);

const CV2 = z.object({
  NotificationVersion: z.literal('V2'),
  NotificationId: text,
  ObjectType: text,
  ObjectId: optional,
  ChargePermissionId: optional,
  MerchantID: optional,
});
const MWS = z.object({
  NotificationType: text,
  NotificationReferenceId: text,
  SellerId: optional,
  NotificationData: z.string(),
});

const CV2_OBJECTS: Readonly<Record<string, NotifiedObject>> = {
  CHARGE: 'charge',
  REFUND: 'refund',
  CHARGE_PERMISSION: 'chargePermission',
  CHARGEBACK: 'chargeback',
};

/** CV1: the kind, the element with Amazon's id and the one with ours. */
const MWS_OBJECTS: Readonly<Record<string, readonly [NotifiedObject, string, string?]>> = {
  PaymentAuthorize: ['authorization', 'AmazonAuthorizationId', 'AuthorizationReferenceId'],
  PaymentCapture: ['capture', 'AmazonCaptureId', 'CaptureReferenceId'],
  PaymentRefund: ['mwsRefund', 'AmazonRefundId', 'RefundReferenceId'],
  OrderReferenceNotification: ['orderReference', 'AmazonOrderReferenceId'],
  BillingAgreementNotification: ['billingAgreement', 'AmazonBillingAgreementId'],
};

/**
 * Reads the `Message` of a verified SNS notification, of CV2 (JSON) or CV1 (JSON around XML). Undefined when it is
 * neither; an unknown kind is `other`.
 * @see amazon-pay-server-apis.md, sections 10 and 14.6
 */
export function readNotification(message: string): AmazonPayNotification | undefined {
  const json = readJson({ text: message });
  const cv2 = z.safeParse(CV2, json);
  if (cv2.success) {
    const { NotificationId, ObjectType, ObjectId, ChargePermissionId, MerchantID } = cv2.data;
    return {
      api: 'cv2',
      notificationId: NotificationId,
      object: own(CV2_OBJECTS, ObjectType) ?? 'other',
      objectId: ObjectId,
      permissionId: ChargePermissionId,
      reference: undefined,
      sellerId: MerchantID,
    };
  }
  const mws = z.safeParse(MWS, json);
  return mws.success ? readMwsNotification(mws.data) : undefined;
}

function readMwsNotification(data: z.infer<typeof MWS>): AmazonPayNotification {
  const [object, idName, referenceName] = own(MWS_OBJECTS, data.NotificationType) ?? ['other', ''];
  const content = parseXml(data.NotificationData)?.content;
  return {
    api: 'mws',
    notificationId: data.NotificationReferenceId,
    object,
    objectId: findText(content, idName),
    permissionId: findText(content, 'AmazonBillingAgreementId'),
    reference: referenceName === undefined ? undefined : findText(content, referenceName),
    sellerId: data.SellerId,
  };
}

const RECORD = z.record(z.string(), z.unknown());

/** The first text of an element of this name, at any depth. */
function findText(node: XmlNode, name: string): string | undefined {
  const parsed = z.safeParse(RECORD, node);
  if (!parsed.success) return undefined;
  const found = nodeAt(node, name);
  if (typeof found === 'string' && found !== '') return found;
  for (const child of Object.values(parsed.data)) {
    const inside = findText(child, name);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
