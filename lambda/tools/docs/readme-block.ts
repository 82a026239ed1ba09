/** The pages that show the transcript. */
export const READMES = ['README.md', 'README.ja.md'] as const;

const BEGIN = '<!-- transcript: written by npm run docs -->';
const END = '<!-- end of transcript -->';

/** A page without the two lines between which the transcript belongs. */
class MissingBlockError extends Error {
  readonly code = 'missingBlock';
}

/**
 * The page with the transcript between its two markers, whatever stood there before.
 * @throws MissingBlockError when a marker is missing or they stand in the wrong order
 */
export function withTranscript(page: string, transcript: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new MissingBlockError(`no lines ${BEGIN} and ${END}`);
  const block = ['', '', '```text', transcript, '```', '', ''].join('\n');
  return page.slice(0, begin + BEGIN.length) + block + page.slice(end);
}
