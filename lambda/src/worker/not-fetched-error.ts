/** Amazon Pay could not be asked: the notification has to come again. */
export class NotFetchedError extends Error {
  readonly code = 'notFetched';
}
