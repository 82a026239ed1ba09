/** dynalite ships no types: the two calls the simulator makes. */
declare module 'dynalite' {
  import { type Server } from 'node:http';

  interface DynaliteOptions {
    /** Folder of the database; absent: in memory. */
    readonly path?: string;
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }

  /** A server speaking the DynamoDB protocol; `listen` and `close` as of any HTTP server. */
  function dynalite(options?: DynaliteOptions): Server;
  export = dynalite;
}
