import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot, type Root } from 'react-dom/client';
import { followChanges } from './api/changes.ts';
import { connect } from './api/connect.ts';
import { forgetSession } from './api/connect-by-web.ts';
import { ConnectionError } from './api/connection.ts';
import { createQueryClient } from './api/query-client.ts';
import { type Api, ApiProvider, createApi } from './api/use-api.tsx';
import { Gate } from './gate.tsx';
import { createI18n } from './i18n/i18n.ts';
import { WordsProvider } from './i18n/use-t.tsx';
import { createKeymap } from './keys/keymap.ts';
import { KeysProvider } from './keys/use-commands.tsx';
import { Appearance } from './preferences/appearance.tsx';
import { createAppRouter } from './router.tsx';

/** Connects, reads what the first screen needs, and draws; or says why it cannot. */
export async function start(place: HTMLElement): Promise<void> {
  const root = createRoot(place);
  let api: Api;
  try {
    api = createApi(await connect());
    await api.client.app.about();
  } catch (error) {
    // A session that the program does not know belongs to an earlier start of it.
    forgetSession();
    root.render(<Gate why={error instanceof ConnectionError ? error.why : 'unreachable'} />);
    return;
  }
  await draw(root, api);
}

async function draw(root: Root, api: Api): Promise<void> {
  const queryClient = createQueryClient();
  const settingsOptions = api.query.settings.get.queryOptions();
  const [settings, about] = await Promise.all([
    queryClient.fetchQuery(settingsOptions),
    queryClient.fetchQuery(api.query.app.about.queryOptions()),
  ]);
  const i18n = createI18n(settings.language === 'system' ? about.systemLanguage : settings.language);
  const keymap = createKeymap(() => queryClient.getQueryData(settingsOptions.queryKey)?.singleKeys ?? true);
  const pulse = followChanges(api, queryClient, new AbortController().signal);
  const router = createAppRouter({ startAt: settings.address, pulse });
  root.render(
    <WordsProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <ApiProvider api={api}>
          <KeysProvider keymap={keymap}>
            <Appearance i18n={i18n} />
            <RouterProvider router={router} />
          </KeysProvider>
        </ApiProvider>
      </QueryClientProvider>
    </WordsProvider>,
  );
}
