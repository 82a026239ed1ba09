import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { CONSENT } from './wire';

const SETTINGS = z.strictObject({
  /** Which shopper stands before the device; 1 at the beginning. */
  shopper: z.int().min(1),
  consent: z.enum(CONSENT.options),
  /** Absent in files from before there were mails. */
  emailConsent: z.enum(CONSENT.options).default('NOT_REQUESTED'),
  recognised: z.boolean(),
  /** Absent in files from before devices had a screen. */
  hasScreen: z.boolean().default(false),
});

/** What the device remembers when the program is started again. */
export type DeviceSettings = z.infer<typeof SETTINGS>;

/** Where the settings are kept. `file` absent: nowhere. */
export interface SettingsKeeper {
  read(): DeviceSettings;
  write(settings: DeviceSettings): void;
}

/** The file is there and holds no settings; it is left as it is. */
export class CorruptSettingsError extends Error {
  readonly code = 'CORRUPT_SETTINGS';

  constructor(readonly file: string) {
    super(`The console's settings ${file} are corrupt. Delete the file to start afresh.`);
    this.name = 'CorruptSettingsError';
  }
}

/** A new shopper: recognised by voice, before a device without a screen, and never asked for a permission. */
const FIRST_SETTINGS: DeviceSettings = {
  shopper: 1,
  consent: 'NOT_REQUESTED',
  emailConsent: 'NOT_REQUESTED',
  recognised: true,
  hasScreen: false,
};

/**
 * Keeps the settings in a JSON file that is replaced whole.
 * @throws CorruptSettingsError from `read` when the file cannot be understood
 */
export function keepSettings(file: string | undefined): SettingsKeeper {
  let settings = FIRST_SETTINGS;
  return {
    read: () => {
      if (file === undefined || !existsSync(file)) return settings;
      settings = parseSettings(file);
      return settings;
    },
    write: (changed) => {
      settings = changed;
      if (file === undefined) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, `${JSON.stringify(changed)}\n`);
      renameSync(`${file}.new`, file);
    },
  };
}

function parseSettings(file: string): DeviceSettings {
  try {
    return SETTINGS.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw new CorruptSettingsError(file);
    throw error;
  }
}
