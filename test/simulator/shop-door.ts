import { createServer, type RequestListener } from 'node:http';
import { closeServer, listenOnLoopback } from './local-dynamo';

/** The shop's port on loopback. */
export interface ShopDoor {
  readonly port: number;
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  /** From now on requests are answered, those that wait first. */
  open(app: RequestListener): void;
  close(): Promise<void>;
}

/**
 * Takes the shop's port before there is a shop: its address is a setting of what stands behind it. Requests that come too
 * early wait. `port`: 0 takes a free one.
 * @throws Error of the system when the port is taken
 */
export async function openShopDoor(port: number): Promise<ShopDoor> {
  let open: (app: RequestListener) => void = () => undefined;
  const opened = new Promise<RequestListener>((resolve) => {
    open = resolve;
  });
  const server = createServer((request, response) => {
    void opened.then((app) => {
      app(request, response);
    });
  });
  const boundPort = await listenOnLoopback(server, port);
  return {
    port: boundPort,
    url: `http://127.0.0.1:${boundPort}`,
    open,
    close: () => closeServer(server),
  };
}
