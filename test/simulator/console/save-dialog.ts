import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialogFromRecord, type ConversationRecord } from './dialog-from-record';
import type { SavedDialog } from './wire';

/** A saved dialog is never written over. */
export class DialogExistsError extends Error {
  readonly code = 'dialogExists';

  constructor(readonly file: string) {
    super(`${file} exists already; choose another name.`);
    this.name = 'DialogExistsError';
  }
}

/** Writes a conversation under a name. @throws DialogExistsError */
export type DialogSaver = (name: string, record: ConversationRecord) => SavedDialog;

/** Saves dialogs into `folder` (made when absent) as a replay file and the sidecar beside it. */
export function createDialogSaver(folder: string): DialogSaver {
  return (name, record) => {
    const { replay, sidecar, warnings } = dialogFromRecord(name, record);
    const files = [
      { path: join(folder, `${name}.json`), text: replay },
      { path: join(folder, `${name}.expect.yaml`), text: sidecar },
    ];
    const taken = files.find(({ path }) => existsSync(path));
    if (taken !== undefined) throw new DialogExistsError(taken.path);
    mkdirSync(folder, { recursive: true });
    for (const { path, text } of files) writeFileSync(path, text, { flag: 'wx' });
    return { files, warnings };
  };
}
