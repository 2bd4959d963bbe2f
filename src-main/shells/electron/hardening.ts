import { app, protocol, type Session, session, type WebContents } from 'electron';
import { isPageUrl } from './sender.ts';

/** Switches by which another program could look into ours or change what it runs. */
const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
];

/**
 * What must be decided before the application is ready: every renderer in the sandbox, no name resolved and
 * nothing fetched by the browser itself, our own scheme with the rights of a secure page and no more.
 * Answers false when it was started in a way that is refused.
 */
export function hardenBeforeReady(): boolean {
  app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of ['disable-background-networking', 'disable-component-update', 'no-pings']) {
    app.commandLine.appendSwitch(name);
  }
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'okm',
      privileges: {
        standard: true,
        secure: true,
        // A scheme that may be fetched and knows no origins could be read across them.
        corsEnabled: true,
        supportFetchAPI: true,
        bypassCSP: false,
        allowServiceWorkers: false,
        stream: false,
      },
    },
  ]);
  return !(app.isPackaged && refusedSwitches.some((name) => app.commandLine.hasSwitch(name)));
}

/** A session in memory that grants nothing, keeps nothing, downloads nothing and reaches nothing but our page. */
export function openSession(): Session {
  const ours = session.fromPartition('okm', { cache: false });
  ours.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  ours.setPermissionCheckHandler(() => false);
  ours.setDevicePermissionHandler(() => false);
  ours.setSpellCheckerEnabled(false);
  // Dictionaries are otherwise fetched for the languages of the system.
  ours.setSpellCheckerLanguages([]);
  ours.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !isAllowedRequest(url, app.isPackaged) }),
  );
  ours.on('will-download', (event) => event.preventDefault());
  return ours;
}

/** Whether a request may be made at all. */
export function isAllowedRequest(url: string, isPackaged: boolean): boolean {
  if (isPageUrl(url) || /^(blob:okm:\/\/ui\/|data:image\/)/.test(url)) return true;
  return !isPackaged && url.startsWith('devtools:');
}

/** Keeps a page where it is: no navigation, no window, no embedded page. Links go through `onLink`. */
export function pinDown(contents: WebContents, onLink: (url: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    onLink(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
