import * as z from 'zod';
import { ordinaryBuyer, type SimulatedBuyer } from '../amazon-pay/account';
import type { Before, Sidecar } from '../player/sidecar-schema';
import type { ConversationStart, ConversationStep } from './conversation';
import type { BuyerChange } from './requests';
import { CHANGE_BUYER } from './requests';
import { CONSENT } from './wire';

type SidecarBuyer = NonNullable<Sidecar['buyer']>;
type AccountChange = NonNullable<Before['buyer']>;
type NoteStep = Extract<ConversationStep, { kind: 'note' }>;

/** Shorter pauses are left out: nothing in the shop happens in less than half a minute by itself. */
const NOTABLE_PAUSE_MS = 30_000;

/** The buyer as the sidecar's head describes one: what is not the ordinary buyer's. */
export function buyerOfSidecar({ settings, buyer }: ConversationStart): SidecarBuyer {
  return {
    consent: settings.consent,
    ...(settings.emailConsent !== 'NOT_REQUESTED' && { emailConsent: settings.emailConsent }),
    ...(settings.recognised && { recognised: true }),
    ...unusual(buyer),
  };
}

function unusual(buyer: SimulatedBuyer): AccountChange {
  const ordinary = ordinaryBuyer(buyer.userId);
  const stateOrRegion = buyer.shippingAddress?.stateOrRegion;
  return {
    ...(buyer.shippingAddress === undefined && { address: 'none' }),
    ...(stateOrRegion !== undefined &&
      stateOrRegion !== ordinary.shippingAddress?.stateOrRegion && { address: { stateOrRegion } }),
    ...(buyer.paymentMethod !== ordinary.paymentMethod && { paymentMethod: buyer.paymentMethod }),
    ...(!buyer.oneClickEnabled && { oneClickEnabled: false }),
    ...(!buyer.voicePurchaseEnabled && { voicePurchaseEnabled: false }),
    ...(buyer.voiceCode !== ordinary.voiceCode && { voiceCode: buyer.voiceCode }),
    ...(!buyer.deviceSupported && { deviceSupported: false }),
  };
}

/** What happened before one utterance. `unused`: scenarios that met no directive; those found are taken out of it. */
export interface Gap {
  readonly notes: readonly NoteStep[];
  readonly armedBefore: readonly string[];
  readonly unused: string[];
  readonly pausedMs: number;
}

/** The `before` block of one utterance; undefined when nothing happened. */
export function changesBetween({ notes, armedBefore, unused, pausedMs }: Gap): Before | undefined {
  const force = forcedBy(notes, armedBefore).filter((name) => {
    const index = unused.indexOf(name);
    if (index >= 0) unused.splice(index, 1);
    return index < 0;
  });
  const consent = CONSENT.safeParse(detailsOf('consent', notes).at(-1)).data;
  const changes = detailsOf('buyer', notes).map((detail) => accountChange(readBuyerNote(detail)));
  const buyer = changes.reduce((all, change) => ({ ...all, ...change }), {});
  const before: Before = {
    ...(force.length > 0 && { force }),
    ...(consent && { consent }),
    ...(pausedMs >= NOTABLE_PAUSE_MS && { waitSec: Math.floor(pausedMs / 1000) }),
    ...(Object.keys(buyer).length > 0 && { buyer }),
  };
  return Object.keys(before).length === 0 ? undefined : before;
}

function detailsOf(wanted: NoteStep['note'], notes: readonly NoteStep[]): readonly string[] {
  return notes.filter(({ note }) => note === wanted).map(({ detail }) => detail);
}

function forcedBy(notes: readonly NoteStep[], armedBefore: readonly string[]): readonly string[] {
  const force = [...armedBefore];
  for (const { note, detail } of notes) {
    if (note === 'armed') force.push(detail);
    const index = note === 'disarmed' ? force.lastIndexOf(detail) : -1;
    if (index >= 0) force.splice(index, 1);
  }
  return force;
}

const NOTE_VALUE = z
  .string()
  .transform((value) => (value === 'true' ? true : value === 'false' ? false : value));

/** A note about the buyer as it is kept: `field: value`. */
export function writeBuyerNotes(change: BuyerChange): readonly string[] {
  return Object.entries(change).map(([field, value]) => `${field}: ${String(value)}`);
}

function readBuyerNote(detail: string): BuyerChange {
  const [field = '', value = ''] = detail.split(': ');
  return CHANGE_BUYER.parse({ [field]: NOTE_VALUE.parse(value) });
}

/** A sidecar cannot take an e-mail address away; everything else it has under other or the same names. */
function accountChange({ prefecture, emailRegistered: _none, ...rest }: BuyerChange): AccountChange {
  const address = prefecture === '' ? ('none' as const) : { stateOrRegion: prefecture };
  return { ...rest, ...(prefecture !== undefined && { address }) };
}
