import type { ServeNews, ServeOptions } from '../serve-news.ts';
import type { Arguments } from './arguments.ts';
import { sayFailure } from './failure.ts';
import type { Terminal } from './terminal.ts';

export type Serve = (options: ServeOptions) => Promise<number>;

/** `okm serve`: the web shell. Its address alone goes to standard output, so that a script can read it. */
export function serveByCommand(
  args: Arguments,
  terminal: Terminal,
  dataDir: string,
  serve: Serve,
): Promise<number> {
  const { say } = args;
  const announce = (news: ServeNews) => {
    switch (news.kind) {
      case 'address':
        if (news.opened) terminal.err(say('opened'));
        else {
          if (news.wanted) terminal.err(say('noBrowser'));
          terminal.err(say('address'));
        }
        return terminal.out(news.url);
      case 'runs-already':
        return terminal.err(say('runsAlready'));
      case 'read-only':
      case 'fault':
        sayFailure(news.reason, args, terminal);
        return undefined;
      case 'port-taken':
        return terminal.err(say('portTaken', { port: news.port }));
      case 'gone':
      case 'unused':
      case 'besieged':
        return terminal.err(say(news.kind));
    }
  };
  return serve({ dataDir, systemLanguage: args.language, open: args.open, port: args.port, announce });
}
