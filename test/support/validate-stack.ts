import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';
import * as z from 'zod';

const REPORT = z.object({
  diagnostics: z.array(z.looseObject({ severity: z.string(), ruleId: z.string(), message: z.string() })),
});

/** AWS's own validator of templates, with its rules compiled once. */
export interface StackValidator {
  /** What it says of a template file, without its remarks (INFO); empty: no error and no warning. */
  complaints(file: string): readonly string[];
  /** Gives back the memory that no garbage collector sees. */
  free(): void;
}

/** Makes one; offline, from the package's own rules and resource schemas. */
export function createStackValidator(): StackValidator {
  const engine = new RegoEngine();
  return {
    complaints: (file) =>
      REPORT.parse(engine.validateStandard(new TemplateFile(file)))
        .diagnostics.filter(({ severity }) => severity.toUpperCase() !== 'INFO')
        .map(({ ruleId, message }) => `${ruleId}: ${message}`),
    free: () => {
      engine.free();
    },
  };
}
