/** What the widgets of CV1 do to a billing agreement at Amazon Pay. */
import { ordinaryBuyer } from '../amazon-pay/account';
import type { BillingAgreement, Destination, ReleaseEnvironment } from '../amazon-pay/ledger-records';
import type { BrowserBody, BrowserResult } from './browser-bodies';
import { openPermission, TOKYO_DESTINATION, WEB_BUYER } from './open-objects';
import { presentAgreement } from './widget-agreement';
import type { World } from './world';

type WidgetName = BrowserBody<'openWidget'>['widget'];

/** What a widget says of an agreement that is open already. @see seed 001, widget error codes */
const ON_OPEN_AGREEMENT = {
  button: undefined,
  addressBook: 'AddressNotModifiable',
  wallet: 'PaymentMethodNotModifiable',
  consent: 'ConfirmedBillingAgreement',
} as const satisfies Record<WidgetName, string | undefined>;

/** Whether a widget may be shown; an address book or a wallet without an agreement begins one. */
export function openWidget(world: World, body: BrowserBody<'openWidget'>): BrowserResult {
  const { widget, sellerId, sandbox, billingAgreementId } = body;
  const environment: ReleaseEnvironment = sandbox ? 'SANDBOX' : 'LIVE';
  if (sellerId === '') return refuse('MissingParameter');
  if (sellerId !== world.account().sellerId) return refuse('InvalidSellerId');
  if (!world.account().accountOpen) return refuse('InvalidAccountStatus');
  if (widget === 'button') return { ok: true, json: {} };
  if (billingAgreementId === undefined) {
    if (widget === 'consent') return refuse('MissingParameter');
    const needsAddress = widget === 'addressBook';
    return { ok: true, json: viewOf(beginAgreement(world, { environment, needsAddress })) };
  }
  const agreement = presentAgreement(world, billingAgreementId);
  const fault = agreement === undefined ? 'InvalidBillingAgreementId' : faultOf(agreement, body);
  if (fault !== undefined || agreement === undefined) return refuse(fault ?? 'UnknownError');
  return { ok: true, json: viewOf(agreement) };
}

function faultOf(
  agreement: BillingAgreement,
  { widget, sandbox, readOnly }: BrowserBody<'openWidget'>,
): string | undefined {
  if (agreement.environment !== (sandbox ? 'SANDBOX' : 'LIVE')) return 'ReleaseEnvironmentMismatch';
  if (agreement.widgets === undefined) return 'BuyerNotAssociated';
  if (agreement.reasonCode === 'Stale') return 'StaleBillingAgreement';
  if (agreement.status === 'DRAFT') return undefined;
  if (agreement.status !== 'OPEN') return 'InvalidBillingAgreementStatus';
  return readOnly === true ? undefined : ON_OPEN_AGREEMENT[widget];
}

/** What was chosen in the widgets; `none`: not yet. `needsAddress` false: the wallet began it. */
export interface WidgetAgreementAsk {
  readonly needsAddress?: boolean;
  readonly destination?: Destination | 'none';
  readonly paymentMethod?: 'valid' | 'declining' | 'none';
  readonly consent?: boolean;
}

/** A draft with everything chosen unless `ask` says otherwise; returns its id. */
export function openWidgetAgreement(world: World, ask: WidgetAgreementAsk): string {
  const {
    destination = TOKYO_DESTINATION,
    paymentMethod = 'valid',
    consent = true,
    needsAddress = true,
  } = ask;
  const { billingAgreementId } = beginAgreement(world, { environment: 'SANDBOX', needsAddress });
  changeAgreement(world, billingAgreementId, {
    ...(destination !== 'none' && { destination }),
    ...(paymentMethod !== 'none' && { paymentMethod }),
    consent,
  });
  return billingAgreementId;
}

/** Each agreement has a buyer of its own, so that a card chosen for one decides nothing about another. */
function beginAgreement(
  world: World,
  { environment, needsAddress }: { environment: ReleaseEnvironment; needsAddress: boolean },
): BillingAgreement {
  const id = openPermission(world, { environment, status: 'DRAFT' });
  const opened = world.ledger.billingAgreements.get(id);
  if (opened === undefined) throw new Error(`The agreement ${id} was not opened`);
  const record: BillingAgreement = {
    ...opened,
    userId: `${WEB_BUYER}/${id}`,
    widgets: { needsAddress, hasPaymentMethod: false, hasConsent: false },
  };
  world.ledger.books.commit([{ kind: 'billingAgreement', record }]);
  return record;
}

/** Writes down what the buyer chose in a widget. */
export function changeAgreement(
  world: World,
  id: string,
  { destination, paymentMethod, consent }: BrowserBody<'changeAgreement'>,
): BrowserResult {
  const agreement = presentAgreement(world, id);
  if (agreement?.widgets === undefined) return refuse('InvalidBillingAgreementId');
  if (agreement.reasonCode === 'Stale') return refuse('StaleBillingAgreement');
  if (agreement.status !== 'DRAFT') return refuse('InvalidBillingAgreementStatus');
  const { widgets, userId } = agreement;
  const record: BillingAgreement = {
    ...agreement,
    widgets: {
      needsAddress: widgets.needsAddress,
      destination: destination ?? widgets.destination,
      hasPaymentMethod: widgets.hasPaymentMethod || paymentMethod !== undefined,
      hasConsent: consent ?? widgets.hasConsent,
    },
  };
  const buyer = paymentMethod === undefined ? [] : [ordinaryBuyer(userId, { paymentMethod })];
  world.ledger.books.commit([
    { kind: 'billingAgreement', record },
    ...buyer.map((one) => ({ kind: 'buyer', record: one }) as const),
  ]);
  return { ok: true, json: viewOf(record) };
}

function viewOf({ billingAgreementId, widgets }: BillingAgreement): Readonly<Record<string, unknown>> {
  return {
    billingAgreementId,
    consent: widgets?.hasConsent ?? false,
    destination: widgets?.destination ?? null,
  };
}

function refuse(code: string): BrowserResult {
  return { ok: false, status: 400, code };
}
