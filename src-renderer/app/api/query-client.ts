import { QueryClient } from '@tanstack/react-query';

/**
 * Answers stay until the program says that something changed; nothing is tried again by itself, since the
 * services are on this machine and an error is an answer. `networkMode` is always on, or a machine without
 * network would pause every call.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Number.POSITIVE_INFINITY,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
