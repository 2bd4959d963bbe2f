import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Bridge, Client, Connection } from './connection.ts';

/** Electron: makes a channel, and gives its far end to the preload, which passes it on to the main process. */
export function connectByPort(bridge: Bridge): Connection {
  const { port1, port2 } = new MessageChannel();
  window.postMessage('okm:port', window.location.origin, [port2]);
  const client: Client = createORPCClient(new RPCLink({ port: port1 }));
  port1.start();
  return {
    client,
    deliver: (delivery) => bridge.save(delivery.ticket),
    copyPicture: async (make) => {
      const { copied } = await bridge.copyPicture((await make()).ticket);
      if (!copied) throw new Error('the clipboard took nothing');
    },
  };
}
