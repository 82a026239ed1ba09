/** Defects that are put into the product to see whether the judge finds them. */
import type { Variant } from './variant';

/** Every variant, by the name on the command line. */
export const VARIANTS: readonly Variant[] = [
  { name: 'worker-off', what: 'The background never runs.', isWorkerOff: true },
];

/**
 * Finds a variant by its name.
 * @throws Error naming those that exist
 */
export function findVariant(name: string): Variant {
  const variant = VARIANTS.find((one) => one.name === name);
  if (variant === undefined)
    throw new Error(`There is no defect "${name}". There are: ${VARIANTS.map((one) => one.name).join(', ')}`);
  return variant;
}
