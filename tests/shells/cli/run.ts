import { runCli } from '../../../src-main/shells/cli/main.ts';
import { harmless, harmlessJson } from '../../../src-main/shells/cli/terminal.ts';
import { findPlaces, type Places } from '../../../src-main/shells/places.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, as a user with an English or Chinese system would. */
export async function okm(
  argv: readonly string[],
  {
    dataDir,
    lang = 'zh_CN.UTF-8',
    places = findPlaces(),
  }: { dataDir: string; lang?: string; places?: Places },
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runCli([...argv, '--data', dataDir], {
    env: { LANG: lang },
    places,
    terminal: {
      out: (line) => {
        out += `${harmless(line)}\n`;
      },
      err: (line) => {
        err += `${harmless(line)}\n`;
      },
      json: (value) => {
        out += `${harmlessJson(value)}\n`;
      },
    },
    serve: () => Promise.resolve(0),
  });
  return { code, out, err };
}
