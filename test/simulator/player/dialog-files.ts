import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DialogFileError } from './file-fault';
import { parseLocated, readBySchema, type LocatedDocument } from './located-document';
import { parseReplay, type Replay } from './replay-file';
import { SIDECAR, type Sidecar } from './sidecar-schema';

/** The expectations of a dialog, and where each of them stands. */
interface Expectations {
  readonly file: string;
  readonly sidecar: Sidecar;
  lineOf(path: readonly PropertyKey[]): number;
}

/** A replay file with its sidecar, if there is one. */
export interface Dialog {
  /** The file name without its ending. */
  readonly name: string;
  readonly file: string;
  readonly replay: Replay;
  readonly expectations?: Expectations;
}

/**
 * Reads a replay file and the sidecar beside it.
 * @throws DialogFileError naming file, line and field of each fault, also when the file cannot be read
 */
export function readDialog(file: string): Dialog {
  const replay = parseReplay(file, readText(file));
  const name = basename(file).replace(/\.json$/, '');
  const sidecarFile = sidecarFileOf(file);
  if (!existsSync(sidecarFile)) return { name, file, replay };
  return { name, file, replay, expectations: parseExpectations(sidecarFile, readText(sidecarFile), replay) };
}

/** `NAME.expect.yaml` for `NAME.json`. */
export function sidecarFileOf(file: string): string {
  return `${file.replace(/\.json$/, '')}.expect.yaml`;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DialogFileError([{ file, line: 1, field: '', message }]);
  }
}

/**
 * Reads a sidecar, which has to say the same utterances as its replay.
 * @throws DialogFileError
 */
export function parseExpectations(file: string, text: string, replay: Replay): Expectations {
  const document = parseLocated(file, text);
  const sidecar = readBySchema(document, SIDECAR);
  checkUtterances(document, sidecar, replay.utterances);
  return { file, sidecar, lineOf: (path) => document.lineOf(path) };
}

function checkUtterances(document: LocatedDocument, { turns }: Sidecar, spoken: readonly string[]): void {
  const { file } = document;
  const faults = turns.flatMap(({ say }, index) => {
    const path = ['turns', index, 'say'];
    if (say === spoken[index]) return [];
    const there = spoken[index];
    const message =
      there === undefined ? 'the replay file has no such turn' : `the replay file says 「${there}」`;
    return [{ file, line: document.lineOf(path), field: `turns[${index}].say`, message }];
  });
  const missing = spoken[turns.length];
  if (missing !== undefined) {
    const message = `no block for 「${missing}」: the replay file has ${spoken.length} utterances`;
    faults.push({ file, line: document.lineOf(['turns']), field: 'turns', message });
  }
  if (faults.length > 0) throw new DialogFileError(faults);
}
