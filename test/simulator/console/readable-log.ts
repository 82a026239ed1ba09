import type { SkillDeps } from '../../../lambda/src/handlers/handler';
import type { LogFields } from '../../../lambda/src/telemetry/log';

/** Writes the skill's warnings and alerts as lines a person reads; the steps of ordinary turns are left out. */
export function createReadableLog(print: (line: string) => void): SkillDeps['log'] {
  return {
    info: () => undefined,
    warn: (fields) => {
      print(`${fields.step === 'countedEvent' ? '· counted' : '! warning'}  ${describe(fields)}`);
    },
    alert: (fields) => {
      print(`⚠ ALERT    ${describe(fields)}`);
      print(`           → ${fields.action}`);
      if (fields.frames !== undefined) print(fields.frames);
    },
  };
}

/** What, about which order, why: the rest of a line stays in the product's own log. */
function describe(fields: LogFields): string {
  const { step, operation, row, code, causeName, reason, orderId, parameters } = fields;
  const about = [
    step === 'countedEvent' || step === 'merchantAlert' ? undefined : step,
    operation,
    code,
    row && `(row ${row})`,
    causeName && `from ${causeName}`,
    reason,
    orderId && `order ${orderId}`,
    parameters && parameters.join(', '),
  ];
  return about.filter((part) => part !== undefined && part !== '').join(' ');
}
