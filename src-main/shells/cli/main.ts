import { join } from 'node:path';
import { dataFolder } from '../data-folder.ts';
import type { Places } from '../places.ts';
import { type Arguments, readArguments, UsageError } from './arguments.ts';
import { sayFailure } from './failure.ts';
import { type Serve, serveByCommand } from './serve.ts';
import type { Session } from './session.ts';
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

/** Each command is loaded when it is called: what the others need would double the time of most. */
async function runCommand(args: Arguments, { env, terminal, places, serve }: CliHost): Promise<number> {
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
      return run(async (session) => (await import('./search.ts')).search(args, terminal, session));
    case 'precedents':
      return run(async (session) => (await import('./precedents.ts')).precedents(args, terminal, session));
    case 'show': {
      const [id, ...more] = words;
      if (id === undefined || more.length > 0) return usage('id');
      return run(async (session) => (await import('./show.ts')).show(args, id, terminal, session));
    }
    case 'check':
      if (args.briefFile !== undefined)
        return (await import('./check-brief.ts')).checkBrief(args, args.briefFile, terminal, places);
      return (await import('./check.ts')).check(args, terminal, places.casesDir);
    case 'compare':
      if (args.fromFile !== undefined) {
        const { fromFile } = args;
        return run(async (session) =>
          (await import('./compare-from.ts')).compareFrom(args, fromFile, terminal, session),
        );
      }
      if (words.length === 0) return usage('ids');
      return run(async (session) => (await import('./compare.ts')).compare(args, terminal, session));
    case 'brief': {
      const { outFile } = args;
      if (words.length === 0 && args.fromFile === undefined) return usage('ids');
      if (outFile === undefined) return usage('out');
      if ((await import('./brief-sources.ts')).storedId(args) === undefined)
        return (await import('./brief-of-cases.ts')).briefOfCases(args, outFile, terminal, places);
      return run(async ({ program: { services } }) => {
        const { library, press, comparisons, annotations, drawPictures } = services;
        return (await import('./brief.ts')).brief(args, outFile, terminal, {
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
      return run(async (session) => (await import('./references.ts')).references(args, terminal, session));
    case 'picture': {
      const { outFile } = args;
      if (outFile === undefined) return usage('out');
      return run(async (session) => (await import('./picture.ts')).picture(args, outFile, terminal, session));
    }
    case 'import':
      if (words[0] === 'all' && words.length === 2) {
        const [, folder = ''] = words;
        return run(async (session) =>
          (await import('./plain.ts')).importAll(args, folder, terminal, session),
        );
      }
      if (words.length === 0 || words.length > 2) return usage('importFile');
      if (words[0]?.endsWith('.md')) {
        const [file] = words;
        return run(async (session) =>
          (await import('./import-case.ts')).importCase(args, file, terminal, session),
        );
      }
      return run(async (session) =>
        (await (await import('./packs.ts')).isZip(words[0] ?? ''))
          ? (await import('./packs.ts')).importPack(args, terminal, session)
          : (await import('./import-notes.ts')).importNotes(args, terminal, session),
      );
    case 'export': {
      const { outFile } = args;
      if (words.join(' ') === 'all' && outFile !== undefined) {
        return run(async (session) =>
          (await import('./plain.ts')).exportAll(args, outFile, terminal, session),
        );
      }
      if (words.join(' ') !== 'notes' || outFile === undefined) return usage('exportWhat');
      return run(async (session) =>
        (await import('./export-notes.ts')).exportNotes(args, outFile, terminal, session),
      );
    }
    case 'interview':
    case 'exercise': {
      const [id, ...more] = words;
      if (id === undefined || more.length > 0) return usage('id');
      return run(async (session) => (await import('./sheets.ts')).sheet(args, id, terminal, session));
    }
    case 'transfer':
      return run(async (session) => (await import('./sheets.ts')).transfer(args, terminal, session));
    case 'pack': {
      const { outFile } = args;
      if (words.length === 0) return usage('packIds');
      if (outFile === undefined) return usage('out');
      return run(async (session) => (await import('./packs.ts')).pack(args, outFile, terminal, session));
    }
    case 'unpack':
      return words.length === 1 ? (await import('./packs.ts')).unpack(args, terminal) : usage('packFile');
    case 'verify':
      return words.length === 1 ? (await import('./packs.ts')).verify(args, terminal) : usage('packFile');
    case 'diff':
      if (words.length === 0 || words.length > 2) return usage('packFile');
      return run(async (session) => (await import('./packs.ts')).diff(args, terminal, session));
    case 'packet': {
      const { outFile } = args;
      if (words.length === 0)
        return run(async (session) => (await import('./packet.ts')).listPackets(args, terminal, session));
      if (words.length > 1) return usage('packetId');
      if (outFile === undefined) return usage('out');
      return run(async (session) =>
        (await import('./packet.ts')).writePacket(args, outFile, terminal, session),
      );
    }
    case 'report':
      return (await import('./report.ts')).report(args, terminal, places.casesDir);
    case 'new':
      if (words[0] === 'edition') {
        const [, id, ...more] = words;
        if (id === undefined || more.length > 0) return usage('id');
        return run(async (session) =>
          (await import('./new-edition.ts')).newEdition(args, id, terminal, session),
        );
      }
      return (await import('./new-case.ts')).newCase(args, terminal, async (value) => {
        let files: string[] = [];
        await run(async ({ program: { services } }) => {
          const { key } = await services.ownCases.create(value);
          files = [`${key}.md`, `${key}.en.md`].map((file) => join(dataDir, 'cases', file));
          return 0;
        });
        return files;
      });
    case 'backup':
      return run(async (session) => (await import('./backup.ts')).backup(args, terminal, session));
    case 'restore':
      return (await import('./restore.ts')).restore(args, terminal, places, dataDir);
    case 'doctor':
      return run(async (session) => (await import('./doctor.ts')).doctor(args, terminal, session));
    case 'serve':
      return serveByCommand(args, terminal, dataDir, serve);
    default:
      terminal.err(say('unknownCommand', { command }));
      return USAGE;
  }
}
