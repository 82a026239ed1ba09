import { isDialogStep } from './check-directives';
import { parseIntentJson, type IntentJson } from './intent-json';
import type { InteractionModel } from './interaction-model';

/** What the device is waiting for inside a dialog. */
export interface DialogStep {
  readonly kind: 'elicitSlot' | 'confirmSlot' | 'confirmIntent';
  /** The intent with the values so far. */
  readonly intent: IntentJson;
  /** Which slot is asked for or to be confirmed; empty for confirmIntent. */
  readonly slot: string;
  /** The device leads the dialog (Dialog.Delegate), so it says itself when everything is there. */
  readonly delegated: boolean;
}

/** What a Dialog directive comes to. */
export type DialogMove =
  | { readonly kind: 'wait'; readonly step: DialogStep; readonly prompt?: string }
  /** Delegated and nothing is missing: the skill gets the intent as COMPLETED. */
  | { readonly kind: 'completed'; readonly intent: IntentJson }
  | { readonly kind: 'fault'; readonly fault: string };

const fault = (text: string): DialogMove => ({ kind: 'fault', fault: text });

/**
 * The next step of a dialog that the device leads: the first required slot without a value, then the first slot
 * to confirm, then the intent; `prompt` is the model's own sentence.
 */
export function delegate(intent: IntentJson, model: InteractionModel): DialogMove {
  const rules = model.dialogIntents.find(({ name }) => name === intent.name);
  if (rules === undefined) return fault(`the dialog model has no intent ${intent.name} to delegate`);
  const promptOf = (id: string | undefined): { prompt?: string } => {
    const value = model.prompts.find((prompt) => prompt.id === id)?.variations[0]?.value;
    return value === undefined ? {} : { prompt: value };
  };
  const missing = rules.slots.find(
    ({ name, elicitationRequired }) => elicitationRequired && intent.slots[name]?.value === undefined,
  );
  if (missing !== undefined) {
    const step = { kind: 'elicitSlot', intent, slot: missing.name, delegated: true } as const;
    return { kind: 'wait', step, ...promptOf(missing.prompts.elicitation) };
  }
  const unconfirmed = rules.slots.find(
    ({ name, confirmationRequired }) =>
      confirmationRequired && intent.slots[name]?.confirmationStatus === 'NONE',
  );
  if (unconfirmed !== undefined) {
    const step = { kind: 'confirmSlot', intent, slot: unconfirmed.name, delegated: true } as const;
    return { kind: 'wait', step, ...promptOf(unconfirmed.prompts.confirmation) };
  }
  return rules.confirmationRequired && intent.confirmationStatus === 'NONE'
    ? { kind: 'wait', step: { kind: 'confirmIntent', intent, slot: '', delegated: true } }
    : { kind: 'completed', intent };
}

/** The step that asks about the slot a directive names; a fault when the intent has no such slot. */
function waitForSlot(
  kind: 'elicitSlot' | 'confirmSlot',
  slot: unknown,
  { intent, model }: { readonly intent: IntentJson; readonly model: InteractionModel },
): DialogMove {
  const declared = model.intents.find(({ name }) => name === intent.name)?.slots ?? [];
  const asked = declared.find(({ name }) => name === slot);
  if (asked !== undefined)
    return { kind: 'wait', step: { kind, intent, slot: asked.name, delegated: false } };
  return fault(`${kind === 'elicitSlot' ? 'slotToElicit' : 'slotToConfirm'} names no slot of ${intent.name}`);
}

/**
 * Reads the Dialog directive of a response, if there is one. `current` is the intent the skill was asked with;
 * an answer to another request needs `updatedIntent`. A directive that fits no intent or slot is a fault.
 */
export function readDialogMove(
  directives: readonly unknown[],
  current: IntentJson | undefined,
  model: InteractionModel,
): DialogMove | undefined {
  const directive = directives.find(isDialogStep);
  if (directive === undefined) return undefined;
  const type = String(directive['type']);
  const updated = directive['updatedIntent'];
  const intent = updated === undefined ? current : parseIntentJson(updated);
  if (intent === undefined) return fault(`${type} needs an updatedIntent here`);
  if (!model.intents.some(({ name }) => name === intent.name))
    return fault(`the model has no intent ${intent.name}`);
  switch (type) {
    case 'Dialog.ElicitSlot':
      return waitForSlot('elicitSlot', directive['slotToElicit'], { intent, model });
    case 'Dialog.ConfirmSlot':
      return waitForSlot('confirmSlot', directive['slotToConfirm'], { intent, model });
    case 'Dialog.ConfirmIntent':
      return { kind: 'wait', step: { kind: 'confirmIntent', intent, slot: '', delegated: false } };
    default:
      return delegate(intent, model);
  }
}
