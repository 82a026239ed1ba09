/** One instruction of a container file: its word in capitals, and what follows it. */
export interface Instruction {
  readonly word: string;
  readonly text: string;
}

/** The stages of a container file, first to last, each beginning with its FROM. Comments are dropped. */
export function readStages(file: string): readonly (readonly Instruction[])[] {
  const lines = file.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const instructions = lines.map((line) => {
    const [word = '', ...rest] = line.split(' ');
    return { word, text: rest.join(' ') };
  });
  const starts = instructions.flatMap(({ word }, index) => (word === 'FROM' ? [index] : []));
  return starts.map((start, no) => instructions.slice(start, starts[no + 1]));
}

/** What a stage says under a word, in its order. */
export function textsOf(stage: readonly Instruction[], word: string): readonly string[] {
  return stage.filter((one) => one.word === word).map(({ text }) => text);
}

/** Sources and target of a COPY, options dropped. */
export function copyOf(text: string): { readonly from: readonly string[]; readonly to: string } {
  const paths = text.split(' ').filter((part) => !part.startsWith('--'));
  return { from: paths.slice(0, -1), to: paths.at(-1) ?? '' };
}

/** The words of a command in exec form (`["node", "server.js"]`); behind options of HEALTHCHECK as well. */
export function execOf(text: string): readonly string[] {
  return JSON.parse(text.slice(text.indexOf('['))) as readonly string[];
}
