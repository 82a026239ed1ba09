import { type Response } from 'ask-sdk-model';

/** Alexa counts characters of spoken text, tags included, and of a card's text. */
const MOST_CHARACTERS = 8000;
/** Of the whole answer, session attributes left out: those are ours and small. */
const MOST_BYTES = 120 * 1024;

/** An answer that Alexa would refuse whole, so that the buyer would hear nothing of it. */
class ResponseTooLargeError extends Error {
  readonly code = 'responseTooLarge';
}

/**
 * Refuses an answer that Alexa would refuse.
 * @throws ResponseTooLargeError naming the part and its size
 * @see certification-and-law.md, section 3 (outputSpeech under 8000 characters, response 120 KB)
 */
export function assertWithinLimits(response: Response): void {
  const { outputSpeech, reprompt, card } = response;
  const texts = {
    outputSpeech: ssmlOf(outputSpeech),
    reprompt: ssmlOf(reprompt?.outputSpeech),
    card: card?.type === 'Simple' ? `${card.title ?? ''}${card.content ?? ''}` : '',
  };
  for (const [part, text] of Object.entries(texts)) {
    if (text.length > MOST_CHARACTERS)
      throw new ResponseTooLargeError(`${part} has ${text.length} characters, more than ${MOST_CHARACTERS}`);
  }
  const sizeBytes = Buffer.byteLength(JSON.stringify(response));
  if (sizeBytes > MOST_BYTES)
    throw new ResponseTooLargeError(`the response has ${sizeBytes} bytes, more than ${MOST_BYTES}`);
}

function ssmlOf(speech: Response['outputSpeech']): string {
  return speech?.type === 'SSML' ? speech.ssml : '';
}
