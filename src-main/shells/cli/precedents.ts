import type { Precedent, PrecedentReason, SiteAttribute } from '#contract/precedents.ts';
import { Site } from '#contract/precedents.ts';
import { findEntry, type VocabularyList } from '#contract/vocabulary.ts';
import { findValue, type QueryKey } from '#domain/query/keys.ts';
import { parseYears } from '#domain/query/years.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** The options that describe a place, and the key of the query language whose values each takes. */
const options = {
  level: 'level',
  space: 'space',
  challenge: 'challenge',
  lead: 'actor',
  funding: 'funding',
} as const satisfies Record<string, QueryKey>;

const lists: Readonly<Partial<Record<SiteAttribute, VocabularyList>>> = {
  type: 'type',
  level: 'level',
  space: 'space',
  challenge: 'challenges',
  lead: 'role',
  funding: 'funding',
};

/**
 * `okm precedents [TEXT] --level … --space …`: cases for a place, each with its reasons, and one that met the
 * like and stopped. Exit code 1 when there are none.
 */
export async function precedents(args: Arguments, terminal: Terminal, { api }: Session): Promise<number> {
  const { say, language } = args;
  const site = readSite(args);
  const found = await api.precedents.find({
    site,
    language,
    ...(args.limit === undefined ? {} : { limit: args.limit }),
  });
  if (args.json) {
    terminal.json({ site, ...found });
    return found.precedents.length > 0 ? 0 : 1;
  }
  if (found.precedents.length === 0) {
    terminal.out(say('nothingFound'));
    return 1;
  }
  terminal.out(say('precedents', { total: found.total }));
  for (const one of found.precedents) print(one, args, terminal);
  terminal.out('');
  if (found.setback === null) {
    terminal.out(say('noSetback'));
    return 0;
  }
  const { precedent, passage, how } = found.setback;
  terminal.out(say(`setback.${how}`));
  print(precedent, args, terminal);
  if (passage) terminal.out(`  “${passage.text}” [${passage.refs.join('; ')}]`);
  return 0;
}

function print({ id, title, reasons }: Precedent, args: Arguments, terminal: Terminal): void {
  terminal.out('');
  terminal.out(title);
  terminal.out(`  ${id}`);
  for (const reason of reasons) terminal.out(`  ${line(reason, args)}`);
}

function line({ attribute, verdict, found }: PrecedentReason, { say, language }: Arguments): string {
  const list = lists[attribute];
  const words = found.map((id) => (list && findEntry(list, id)?.[language]) ?? id);
  const what = words.length > 0 ? `: ${words.join(language === 'zh' ? '、' : ', ')}` : '';
  return `${say(`verdict.${verdict}`)} ${say(`attribute.${attribute}`)}${what}`;
}

/** @throws UsageError for a value that no list has, and for a place of which nothing is said */
function readSite({ words, values, type, say }: Arguments): Site {
  const refuse = (option: string, value: string): never => {
    throw new UsageError(say('usage', { reason: say('badOption', { option, value }) }));
  };
  const idsOf = (option: keyof typeof options | 'type', key: QueryKey, given: string) =>
    given
      .split(/[,，、]/)
      .filter((value) => value.trim() !== '')
      .map((value) => findValue(key, value) ?? refuse(`--${option}`, value));
  const raw: Record<string, unknown> = {};
  for (const [option, key] of Object.entries(options) as [keyof typeof options, QueryKey][]) {
    const given = values.get(`--${option}`);
    if (given === undefined) continue;
    const ids = idsOf(option, key, given);
    raw[option] = option === 'level' ? ids[0] : ids;
  }
  if (type !== undefined) raw.type = idsOf('type', 'type', type)[0];
  const years = values.get('--years');
  if (years !== undefined) {
    const { from, to } = parseYears(years) ?? refuse('--years', years);
    raw.years = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  }
  const text = words.join(' ').trim();
  if (text !== '') raw.text = text.slice(0, 500);
  const site = Site.safeParse(raw);
  if (!site.success) return refuse(`--${String(site.error.issues[0]?.path[0] ?? '')}`, '');
  if (Object.keys(site.data).length === 0)
    throw new UsageError(say('usage', { reason: say('missing', { what: say('site') }) }));
  return site.data;
}
