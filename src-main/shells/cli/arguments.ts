import type { Language } from '#contract/ids.ts';
import { type Languages, languagesOf, type Say, speak } from './texts.ts';

export interface Arguments {
  readonly command: string;
  readonly words: readonly string[];
  readonly json: boolean;
  readonly limit: number | undefined;
  readonly languages: Languages;
  readonly language: Language;
  /** Whether the languages were asked for, or are the system's. */
  readonly languageGiven: boolean;
  readonly dataDir: string | undefined;
  readonly outFile: string | undefined;
  /** A brief to be checked. */
  readonly briefFile: string | undefined;
  /** A brief or recipe to begin from. */
  readonly fromFile: string | undefined;
  /** A Word document whose styles are taken over. */
  readonly referenceDoc: string | undefined;
  readonly style: string | undefined;
  /** How a brief is to be made, as it was typed. */
  readonly briefOptions: BriefFlags;
  /** Carry out what is otherwise only shown. */
  readonly yes: boolean;
  /** A second place for backups. */
  readonly toFolder: string | undefined;
  /** How findings are printed, as the command reads it. */
  readonly format: string | undefined;
  readonly type: string | undefined;
  /** All options with a value, as given, by their names. */
  readonly values: ReadonlyMap<string, string>;
  /** Whose edition of a packet or pack. */
  readonly edition: 'student' | 'trainer' | undefined;
  readonly titles: { readonly zh: string | undefined; readonly en: string | undefined };
  /** A place of the user's own, by its name. */
  readonly place: string | undefined;
  /** The trainer's copy. */
  readonly withAnswers: boolean;
  readonly open: boolean;
  readonly port: number | undefined;
  readonly help: boolean;
  readonly version: boolean;
  readonly say: Say;
}

export interface BriefFlags {
  readonly orientation: string | undefined;
  readonly order: string | undefined;
  /** Names parted by commas. */
  readonly pictures: string | undefined;
  readonly organisation: string | undefined;
  readonly audience: string | undefined;
  /** A file. */
  readonly logo: string | undefined;
  readonly cover: boolean;
  readonly notes: boolean;
}

/** The command line cannot be understood; the message says why, in the user's language. Exit code 2. */
export class UsageError extends Error {}

const flags = new Set([
  '--cover',
  '--notes',
  '--json',
  '--no-open',
  '--yes',
  '--with-answers',
  '--help',
  '-h',
  '--version',
  '-V',
]);
const valued = new Set([
  '--limit',
  '--lang',
  '--data',
  '--out',
  '--to',
  '--brief',
  '--from',
  '--reference-doc',
  '--style',
  '--orientation',
  '--order',
  '--pictures',
  '--organisation',
  '--audience',
  '--logo',
  '--port',
  '--format',
  '--type',
  '--level',
  '--space',
  '--challenge',
  '--lead',
  '--funding',
  '--years',
  '--edition',
  '--title',
  '--place',
  '--title-en',
]);
const MAX_HITS = 500;
const MAX_PORT = 65_535;

interface Raw {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  /** The first option that is not known, or that lacks its value or has one too many. */
  readonly wrong: { readonly option: string; readonly value: string | undefined } | undefined;
}

/**
 * Takes the command line apart. Written by hand because a query may hold `-word`, which the language of
 * queries reads as an exclusion and which any other reader takes for a row of one-letter options.
 */
function takeApart(argv: readonly string[]): Raw {
  const words: string[] = [];
  const given = new Set<string>();
  const values = new Map<string, string>();
  let wrong: Raw['wrong'];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') {
      words.push(...argv.slice(at + 1));
      break;
    }
    if (flags.has(word)) {
      given.add(word);
    } else if (!word.startsWith('--')) {
      words.push(word);
    } else {
      const equals = word.indexOf('=');
      const name = equals < 0 ? word : word.slice(0, equals);
      if (!valued.has(name)) {
        wrong ??= { option: name, value: flags.has(name) ? word.slice(equals + 1) : undefined };
        continue;
      }
      // `--out --json` has forgotten its file; one of such a name can be given as `--out=--json`.
      const next = argv[at + 1]?.startsWith('--') ? '' : (argv[at + 1] ?? '');
      if (equals < 0 && next !== '') at += 1;
      const value = equals < 0 ? next : word.slice(equals + 1);
      if (value === '') wrong ??= { option: name, value };
      values.set(name, value);
    }
  }
  return { words, flags: given, values, wrong };
}

/** Reads the command line. @throws UsageError */
export function readArguments(argv: readonly string[], env: NodeJS.ProcessEnv): Arguments {
  const { words, flags: given, values, wrong } = takeApart(argv);
  const lang = values.get('--lang');
  const languages = languagesOf(lang, env);
  const say = speak(languages ?? languagesOf(undefined, env) ?? ['zh']);
  const refuse = (option: string, value: string): never => {
    throw new UsageError(say('usage', { reason: say('badOption', { option, value }) }));
  };
  if (languages === undefined) return refuse('--lang', lang ?? '');
  if (wrong?.value !== undefined) refuse(wrong.option, wrong.value);
  if (wrong) throw new UsageError(say('usage', { reason: say('unknownOption', { option: wrong.option }) }));
  const number = (option: '--limit' | '--port', highest: number) => {
    const value = values.get(option);
    if (value === undefined) return undefined;
    const parsed = /^\d{1,6}$/.test(value) ? Number(value) : 0;
    return parsed >= 1 && parsed <= highest ? parsed : refuse(option, value);
  };
  const edition = values.get('--edition');
  if (edition !== undefined && edition !== 'student' && edition !== 'trainer')
    return refuse('--edition', edition);
  const [command = '', ...rest] = words;
  return {
    command,
    words: rest,
    json: given.has('--json'),
    limit: number('--limit', MAX_HITS),
    languages,
    language: languages[0],
    languageGiven: lang !== undefined,
    dataDir: values.get('--data'),
    outFile: values.get('--out'),
    briefFile: values.get('--brief'),
    fromFile: values.get('--from'),
    referenceDoc: values.get('--reference-doc'),
    style: values.get('--style'),
    briefOptions: {
      orientation: values.get('--orientation'),
      order: values.get('--order'),
      pictures: values.get('--pictures'),
      organisation: values.get('--organisation'),
      audience: values.get('--audience'),
      logo: values.get('--logo'),
      cover: given.has('--cover'),
      notes: given.has('--notes'),
    },
    yes: given.has('--yes'),
    toFolder: values.get('--to'),
    format: values.get('--format'),
    type: values.get('--type'),
    values,
    edition,
    titles: { zh: values.get('--title'), en: values.get('--title-en') },
    place: values.get('--place'),
    withAnswers: given.has('--with-answers'),
    open: !given.has('--no-open'),
    port: number('--port', MAX_PORT),
    help: given.has('--help') || given.has('-h'),
    version: given.has('--version') || given.has('-V'),
    say,
  };
}
