import { connectByPort } from './connect-by-port.ts';
import { connectByWeb } from './connect-by-web.ts';
import type { Connection } from './connection.ts';

/** Connects the page to the services by whichever way its shell offers. @throws ConnectionError */
export function connect(): Promise<Connection> {
  return window.okm === undefined ? connectByWeb() : Promise.resolve(connectByPort(window.okm));
}
