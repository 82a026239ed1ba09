/**
 * What Alexa has against an answer: an `error` makes it refuse the whole answer (the buyer hears Alexa's own
 * apology), a `warning` lets it pass although certification or good manners would object.
 */
export interface Complaint {
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** A complaint that makes Alexa refuse the answer. */
export const error = (text: string): Complaint => ({ severity: 'error', text });

/** A complaint that does not keep the answer from being played. */
export const warning = (text: string): Complaint => ({ severity: 'warning', text });

/** `severity: text`, as an Exchange carries it. */
export const printComplaint = ({ severity, text }: Complaint): string => `${severity}: ${text}`;
