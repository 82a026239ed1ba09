import type { RequestHandler } from 'express';
import type { Console } from './console';

/** Tells the page by server-sent events that something changed; the page then asks for the state. */
export function streamChanges(console: Console): RequestHandler {
  return (request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(': open\n\n');
    const stop = console.onChange(() => {
      response.write('data: changed\n\n');
    });
    request.on('close', stop);
  };
}
