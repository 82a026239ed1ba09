import { type ServerRow } from './server-row';

/** Who moves an object: Amazon, the passing of time, the merchant's call, or the buyer. */
type Mover = 'amazon' | 'clock' | 'merchant' | 'buyer';

/**
 * One way an object may go. `from: 'New'` is its first state. `reason`: the reason code of the new state, `-` for none.
 * `operation`: the merchant's call, where it is one. `mode`: only in this mode of authorizing.
 */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly by: Mover;
  readonly operation?: string;
  readonly mode?: 'synchronous' | 'asynchronous';
}

/** One state: what the merchant may call in it, and a row for each reason code (`-`: without one). */
interface MachineState {
  readonly operations: readonly string[];
  readonly reasons: Readonly<Record<string, ServerRow>>;
}

/**
 * The life of one kind of object. `aliases`: other spellings of reason codes, by the table's spelling.
 * @see seed 003; amazon-pay-server-apis.md, sections 6 and 14.5
 */
export interface Machine {
  readonly object: string;
  readonly states: Readonly<Record<string, MachineState>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly arrows: readonly Arrow[];
}

/** State and reason of an object as it was read last; both are Amazon's words. */
export interface SeenState {
  readonly state?: string | undefined;
  readonly reasonCode?: string | undefined;
}

/** Why an operation is not sent. `allowed`: what may be called instead. */
export interface OperationRefusal {
  readonly object: string;
  readonly operation: string;
  readonly state: string;
  readonly reasonCode: string | undefined;
  readonly allowed: readonly string[];
}

/**
 * The row of a state and its reason, or undefined when the table has none: then it is never a success.
 * State words are compared without regard to case, reason codes in both spellings.
 * @see outcome-table.md, section 6 (rules 5 and 7)
 */
export function machineRow(machine: Machine, seen: SeenState): ServerRow | undefined {
  const reasons = findState(machine, seen.state)?.reasons ?? {};
  const reason = canonicalReason(machine, seen.reasonCode);
  return Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
}

/**
 * Decides whether an operation may be sent in the state that was read: undefined when it may, else the refusal with
 * state and reason. In an unknown state only reading is allowed.
 * @see seed 003, 「許可されている処理」
 */
export function refuseOperation(
  machine: Machine,
  seen: SeenState,
  operation: string,
): OperationRefusal | undefined {
  const allowed = findState(machine, seen.state)?.operations ?? readsOf(machine);
  if (allowed.includes(operation)) return undefined;
  return {
    object: machine.object,
    operation,
    state: seen.state ?? '(none)',
    reasonCode: seen.reasonCode,
    allowed,
  };
}

/** Operations that every state allows: the reads. */
function readsOf(machine: Machine): readonly string[] {
  const [first = [], ...others] = Object.values(machine.states).map(({ operations }) => operations);
  return first.filter((operation) => others.every((operations) => operations.includes(operation)));
}

/**
 * The state that was read, in the table's own spelling; undefined when the table has none of this name, or none was read.
 * @see outcome-table.md, section 6 (rule 5)
 */
export function stateOf<Of extends Machine>(
  { states }: Of,
  state: string | undefined,
): keyof Of['states'] | undefined {
  const wanted = state?.toLowerCase();
  return Object.keys(states).find((name) => name.toLowerCase() === wanted);
}

function findState(machine: Machine, state: string | undefined): MachineState | undefined {
  const name = stateOf(machine, state);
  return name === undefined ? undefined : machine.states[name];
}

function canonicalReason({ aliases }: Machine, reasonCode: string | undefined): string {
  if (reasonCode === undefined || reasonCode === '') return '-';
  const alias = Object.entries(aliases).find(([spelling]) => spelling === reasonCode);
  return alias === undefined ? reasonCode : alias[1];
}
