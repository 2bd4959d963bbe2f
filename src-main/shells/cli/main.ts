import { join } from 'node:path';
import { dataFolder } from '../data-folder.ts';
import type { Places } from '../places.ts';
import { type Arguments, readArguments, UsageError } from './arguments.ts';
import { backup } from './backup.ts';
import { brief } from './brief.ts';
import { briefOfCases } from './brief-of-cases.ts';
import { storedId } from './brief-sources.ts';
import { check } from './check.ts';
import { checkBrief } from './check-brief.ts';
import { compare } from './compare.ts';
import { compareFrom } from './compare-from.ts';
import { doctor } from './doctor.ts';
import { exportNotes } from './export-notes.ts';
import { sayFailure } from './failure.ts';
import { importNotes } from './import-notes.ts';
import { newCase } from './new-case.ts';
import { newEdition } from './new-edition.ts';
import { listPackets, writePacket } from './packet.ts';
import { diff, importPack, isZip, pack, unpack, verify } from './packs.ts';
import { picture } from './picture.ts';
import { exportAll, importAll } from './plain.ts';
import { precedents } from './precedents.ts';
import { references } from './references.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { search } from './search.ts';
import { type Serve, serveByCommand } from './serve.ts';
import type { Session } from './session.ts';
import { sheet, transfer } from './sheets.ts';
import { show } from './show.ts';
import type { Terminal } from './terminal.ts';

export interface CliHost {
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly places: Places;
  /** The web shell, which the program's entry brings. */
  readonly serve: Serve;
}

/** Exit codes: 0 done, 1 nothing found or check failed, 2 wrong usage, 3 input refused, 4 disk, lock or unexpected. */
const USAGE = 2;
const UNEXPECTED = 4;

/** Runs one command line and answers its exit code. */
export async function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  const { env, terminal, places } = host;
  let args: Arguments;
  try {
    args = readArguments(argv, env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(error.message);
    return USAGE;
  }
  if (args.version) {
    terminal.out(places.version);
    return 0;
  }
  if (args.help || args.command === 'help') {
    terminal.out(args.say('help'));
    return 0;
  }
  try {
    return await runCommand(args, host);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(error.message);
      return USAGE;
    }
    const known = sayFailure(error, args, terminal);
    if (known !== undefined) return known;
    terminal.err(args.say('unexpected', { message: error instanceof Error ? error.message : String(error) }));
    return UNEXPECTED;
  }
}

function runCommand(args: Arguments, { env, terminal, places, serve }: CliHost): number | Promise<number> {
  const { command, words, say } = args;
  const dataDir = dataFolder(args.dataDir, env);
  const usage = (
    what: 'query' | 'id' | 'ids' | 'out' | 'importFile' | 'exportWhat' | 'packIds' | 'packFile' | 'packetId',
  ): never => {
    throw new UsageError(say('usage', { reason: say('missing', { what: say(what) }) }));
  };
  // Loaded when needed: a command without the user's data starts in half the time.
  const run = async (work: (session: Session) => number | Promise<number>) => {
    const { withProgram } = await import('./session.ts');
    return withProgram(args, places, dataDir, async (session) => work(session));
  };
  switch (command) {
    case '':
      terminal.err(say('help'));
      return USAGE;
    case 'search':
      if (words.join('').trim() === '') return usage('query');
      return run((session) => search(args, terminal, session));
    case 'precedents':
      return run((session) => precedents(args, terminal, session));
    case 'show': {
      const [id, ...more] = words;
      if (id === undefined || more.length > 0) return usage('id');
      return run((session) => show(args, id, terminal, session));
    }
    case 'check':
      if (args.briefFile !== undefined) return checkBrief(args, args.briefFile, terminal, places);
      return check(args, terminal, places.casesDir);
    case 'compare':
      if (args.fromFile !== undefined) {
        const { fromFile } = args;
        return run((session) => compareFrom(args, fromFile, terminal, session));
      }
      if (words.length === 0) return usage('ids');
      return run((session) => compare(args, terminal, session));
    case 'brief': {
      const { outFile } = args;
      if (words.length === 0 && args.fromFile === undefined) return usage('ids');
      if (outFile === undefined) return usage('out');
      if (storedId(args) === undefined) return briefOfCases(args, outFile, terminal, places);
      return run(({ program: { services } }) => {
        const { library, press, comparisons, annotations, drawPictures } = services;
        return brief(args, outFile, terminal, {
          library: library.library,
          press,
          comparisons,
          annotations,
          drawPictures,
        });
      });
    }
    case 'references':
      if (words.length === 0 && args.fromFile === undefined) return usage('id');
      return run((session) => references(args, terminal, session));
    case 'picture': {
      const { outFile } = args;
      if (outFile === undefined) return usage('out');
      return run((session) => picture(args, outFile, terminal, session));
    }
    case 'import':
      if (words[0] === 'all' && words.length === 2) {
        const [, folder = ''] = words;
        return run((session) => importAll(args, folder, terminal, session));
      }
      if (words.length === 0 || words.length > 2) return usage('importFile');
      return run(async (session) =>
        (await isZip(words[0] ?? ''))
          ? importPack(args, terminal, session)
          : importNotes(args, terminal, session),
      );
    case 'export': {
      const { outFile } = args;
      if (words.join(' ') === 'all' && outFile !== undefined) {
        return run((session) => exportAll(args, outFile, terminal, session));
      }
      if (words.join(' ') !== 'notes' || outFile === undefined) return usage('exportWhat');
      return run((session) => exportNotes(args, outFile, terminal, session));
    }
    case 'interview':
    case 'exercise': {
      const [id, ...more] = words;
      if (id === undefined || more.length > 0) return usage('id');
      return run((session) => sheet(args, id, terminal, session));
    }
    case 'transfer':
      return run((session) => transfer(args, terminal, session));
    case 'pack': {
      const { outFile } = args;
      if (words.length === 0) return usage('packIds');
      if (outFile === undefined) return usage('out');
      return run((session) => pack(args, outFile, terminal, session));
    }
    case 'unpack':
      return words.length === 1 ? unpack(args, terminal) : usage('packFile');
    case 'verify':
      return words.length === 1 ? verify(args, terminal) : usage('packFile');
    case 'diff':
      if (words.length === 0 || words.length > 2) return usage('packFile');
      return run((session) => diff(args, terminal, session));
    case 'packet': {
      const { outFile } = args;
      if (words.length === 0) return run((session) => listPackets(args, terminal, session));
      if (words.length > 1) return usage('packetId');
      if (outFile === undefined) return usage('out');
      return run((session) => writePacket(args, outFile, terminal, session));
    }
    case 'report':
      return report(args, terminal, places.casesDir);
    case 'new':
      if (words[0] === 'edition') {
        const [, id, ...more] = words;
        if (id === undefined || more.length > 0) return usage('id');
        return run((session) => newEdition(args, id, terminal, session));
      }
      return newCase(args, terminal, async (value) => {
        let files: string[] = [];
        await run(async ({ program: { services } }) => {
          const { key } = await services.ownCases.create(value);
          files = [`${key}.md`, `${key}.en.md`].map((file) => join(dataDir, 'cases', file));
          return 0;
        });
        return files;
      });
    case 'backup':
      return run((session) => backup(args, terminal, session));
    case 'restore':
      return restore(args, terminal, places, dataDir);
    case 'doctor':
      return run((session) => doctor(args, terminal, session));
    case 'serve':
      return serveByCommand(args, terminal, dataDir, serve);
    default:
      terminal.err(say('unknownCommand', { command }));
      return USAGE;
  }
}
