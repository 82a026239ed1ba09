import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../simulator/local-dynamo';

/** A port of loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  await closeServer(server);
  return port;
}
