import { createScheduledHandler } from './worker/scheduled-handler';

/** The background's Lambda handler, called by an EventBridge schedule once a minute. */
export const handler = createScheduledHandler(process.env);
