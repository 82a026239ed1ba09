import * as z from 'zod';
import { DialogFileError } from './file-fault';
import { parseLocated, readBySchema, type LocatedDocument } from './located-document';

/** What `ask dialog --replay` reads. `utterances` ends before the first dot command. */
export interface Replay {
  readonly skillId: string;
  readonly utterances: readonly string[];
  /** False: without `.quit` the real ask waits on its standard input at the end. */
  readonly quits: boolean;
}

const NOT_BLANK = z.string('a text is missing').refine((text) => text.trim() !== '', 'must not be blank');

const REPLAY = z.object({
  skillId: NOT_BLANK,
  locale: NOT_BLANK.refine((locale) => locale === 'ja-JP', 'the skill speaks ja-JP only'),
  userInput: z
    .array(NOT_BLANK, 'a list of utterances is missing')
    .min(1, 'at least one utterance is needed; ask would say "undefined" to the skill'),
});

/**
 * Reads an `ask dialog` replay file: `type` and unknown fields are not looked at, as in ask. Where ask itself gives
 * up, says "undefined" or drops the rest of the utterances (any dot command but a `.quit` at the end), the file is
 * refused.
 * @throws DialogFileError naming file, line and field
 * @see ask-cli.md, section 3.2
 */
export function parseReplay(file: string, text: string): Replay {
  checkJson(file, text);
  const document = parseLocated(file, text);
  const { skillId, userInput } = readBySchema(document, REPLAY);
  const end = userInput.findIndex((utterance) => utterance.startsWith('.'));
  refuseDeadCommands(document, userInput, end);
  return { skillId, utterances: end === -1 ? userInput : userInput.slice(0, end), quits: end !== -1 };
}

/** YAML takes more than JSON does; ask reads JSON. */
function checkJson(file: string, text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    const before = position === undefined ? text : text.slice(0, Number(position));
    throw new DialogFileError([{ file, line: before.split('\n').length, field: '', message }]);
  }
}

function refuseDeadCommands(document: LocatedDocument, userInput: readonly string[], end: number): void {
  const command = userInput[end];
  if (command === undefined || (command === '.quit' && end === userInput.length - 1)) return;
  const message =
    command === '.quit'
      ? 'what follows .quit is never said'
      : `ask ends the dialog at ${command} and drops the rest; only .quit at the end is of use`;
  throw new DialogFileError([
    {
      file: document.file,
      line: document.lineOf(['userInput', end]),
      field: `userInput[${end}]`,
      message,
    },
  ]);
}
