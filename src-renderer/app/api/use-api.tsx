import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { Client, Connection } from './connection.ts';

/** TanStack Query's options and keys for every procedure of the contract. */
export function createApi({ client, deliver, copyPicture }: Connection) {
  return { client, deliver, copyPicture, query: createTanstackQueryUtils<Client>(client) };
}
export type Api = ReturnType<typeof createApi>;

const ApiContext = createContext<Api | null>(null);

/** Gives the services to all parts below. */
export function ApiProvider({ api, children }: { readonly api: Api; readonly children: ReactNode }) {
  return <ApiContext value={api}>{children}</ApiContext>;
}

/**
 * The services: `query.library.get.queryOptions({ input })` for screens, `client` for single calls, `deliver`
 * for finished documents.
 */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('useApi is used outside ApiProvider');
  return api;
}
