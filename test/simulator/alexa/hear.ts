import { delegate, type DialogStep } from './dialog-step';
import { writeIntent, type IntentJson, type IntentWriter } from './intent-json';
import type { Understanding, Understood } from './understand';

/** What an utterance becomes: the fields of an IntentRequest, and what was understood. */
interface HeardRequest {
  readonly understood: Understood;
  readonly intent: IntentJson;
  /** Only for intents of the dialog model: STARTED, IN_PROGRESS, COMPLETED. */
  readonly dialogState?: 'STARTED' | 'IN_PROGRESS' | 'COMPLETED';
}

/** What hearing needs: the understanding, and how intents are written. */
export interface Ear extends IntentWriter {
  readonly understanding: Understanding;
}

const FALLBACK: Understood = { intent: 'AMAZON.FallbackIntent', slots: {} };

/** A built-in phrase inside an elicitation (「やめる」, 「ヘルプ」) is itself; a bare unknown word is an answer. */
function understandAnswer(utterance: string, step: DialogStep, { understanding }: Ear): Understood {
  const asked = { intent: step.intent.name, slot: step.slot };
  return (
    understanding.answerOf(utterance, asked, 'known') ??
    understanding.intentOf(utterance, 'known') ??
    understanding.intentOf(utterance, 'guess') ??
    understanding.answerOf(utterance, asked, 'guess') ??
    FALLBACK
  );
}

function confirmed(step: DialogStep, status: 'CONFIRMED' | 'DENIED'): IntentJson {
  const { intent, slot } = step;
  if (step.kind === 'confirmIntent') return { ...intent, confirmationStatus: status };
  const asked = intent.slots[slot] ?? { name: slot };
  return { ...intent, slots: { ...intent.slots, [slot]: { ...asked, confirmationStatus: status } } };
}

function continueDialog(
  understood: Understood,
  intent: IntentJson,
  ear: Ear & { delegated: boolean },
): HeardRequest {
  // The device announces the end of a dialog only when it leads it; a skill that elicits by itself sees it in the slots.
  const done = ear.delegated && delegate(intent, ear.model).kind === 'completed';
  return { understood, intent, dialogState: done ? 'COMPLETED' : 'IN_PROGRESS' };
}

/** Hears an utterance outside of a dialog. */
function hearFreshly(understood: Understood, ear: Ear): HeardRequest {
  const inDialogModel = ear.model.dialogIntents.some(({ name }) => name === understood.intent);
  const intent = writeIntent(understood, ear);
  return inDialogModel ? { understood, intent, dialogState: 'STARTED' } : { understood, intent };
}

/** The intent of an utterance outside of a dialog; AMAZON.FallbackIntent when nothing fits. */
export function understandFreshly(utterance: string, understanding: Understanding): Understood {
  return understanding.intentOf(utterance, 'known') ?? understanding.intentOf(utterance, 'guess') ?? FALLBACK;
}

/**
 * Hears an utterance in a session. Inside a dialog (`step`) it is first tried as the answer; other explicit
 * requests still win over an unknown word; the values of earlier turns are kept.
 */
export function hear(utterance: string, step: DialogStep | undefined, ear: Ear): HeardRequest {
  if (step === undefined) return hearFreshly(understandFreshly(utterance, ear.understanding), ear);
  const leading = { ...ear, delegated: step.delegated };
  if (step.kind !== 'elicitSlot') {
    const understood = understandFreshly(utterance, ear.understanding);
    if (understood.intent === 'AMAZON.YesIntent') {
      return continueDialog(
        { ...understood, intent: step.intent.name },
        confirmed(step, 'CONFIRMED'),
        leading,
      );
    }
    if (understood.intent === 'AMAZON.NoIntent') {
      return continueDialog({ ...understood, intent: step.intent.name }, confirmed(step, 'DENIED'), leading);
    }
    return hearFreshly(understood, ear);
  }
  const understood = understandAnswer(utterance, step, ear);
  if (understood.intent !== step.intent.name) return hearFreshly(understood, ear);
  return continueDialog(understood, writeIntent(understood, ear, step.intent), leading);
}
