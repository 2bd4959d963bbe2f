import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { followChanges } from './api/changes.ts';
import { createQueryClient } from './api/query-client.ts';
import { type Api, ApiProvider } from './api/use-api.tsx';
import { createI18n } from './i18n/i18n.ts';
import { WordsProvider } from './i18n/use-t.tsx';
import { createKeymap } from './keys/keymap.ts';
import { KeysProvider } from './keys/use-commands.tsx';
import { Appearance } from './preferences/appearance.tsx';
import { createAppRouter } from './router.tsx';

/** The whole window over some services, with what its first screen needs already read. */
export async function openWindow(api: Api, signal = new AbortController().signal): Promise<ReactNode> {
  const queryClient = createQueryClient();
  const settingsOptions = api.query.settings.get.queryOptions();
  const [settings, about] = await Promise.all([
    queryClient.fetchQuery(settingsOptions),
    queryClient.fetchQuery(api.query.app.about.queryOptions()),
  ]);
  const i18n = createI18n(settings.language === 'system' ? about.systemLanguage : settings.language);
  const keymap = createKeymap(() => queryClient.getQueryData(settingsOptions.queryKey)?.singleKeys ?? true);
  const pulse = followChanges(api, queryClient, signal);
  const router = createAppRouter({ startAt: settings.address, pulse });
  return (
    <WordsProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <ApiProvider api={api}>
          <KeysProvider keymap={keymap}>
            <Appearance i18n={i18n} />
            <RouterProvider router={router} />
          </KeysProvider>
        </ApiProvider>
      </QueryClientProvider>
    </WordsProvider>
  );
}
