import { createRoot } from 'react-dom/client';
import { connect } from './api/connect.ts';
import { forgetSession } from './api/connect-by-web.ts';
import { ConnectionError } from './api/connection.ts';
import { type Api, createApi } from './api/use-api.tsx';
import { Gate } from './gate.tsx';
import { openWindow } from './open-window.tsx';

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
  root.render(await openWindow(api));
}
