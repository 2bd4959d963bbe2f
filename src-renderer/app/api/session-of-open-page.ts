const channelName = 'okm-session';
/** How long a new tab waits for an open one, milliseconds; both are pages of one browser on one machine. */
const patienceMs = 400;

interface Message {
  readonly type: 'ask' | 'session';
  readonly session?: string;
}

/** Answers new tabs of this origin (the port is part of it) that ask for the session. */
export function openPageAnswers(session: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', (event: MessageEvent<Message>) => {
    if (event.data.type === 'ask') channel.postMessage({ type: 'session', session } satisfies Message);
  });
}

/** The session that an open page of the program has, or undefined when none answers. */
export function askOpenPage(): Promise<string | undefined> {
  const channel = new BroadcastChannel(channelName);
  return new Promise((resolve) => {
    const close = (session?: string) => {
      clearTimeout(timer);
      channel.close();
      resolve(session);
    };
    const timer = setTimeout(() => close(), patienceMs);
    channel.addEventListener('message', (event: MessageEvent<Message>) => {
      if (event.data.type === 'session' && event.data.session !== undefined) close(event.data.session);
    });
    channel.postMessage({ type: 'ask' } satisfies Message);
  });
}
