import type { SearchOutput, Snippet } from '#contract/search.ts';
import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const DEFAULT_LIMIT = 20;

/** `okm search QUERY`: cases that match, best first. Exit code 1 when there are none. */
export async function search(args: Arguments, terminal: Terminal, { api }: Session): Promise<number> {
  const found = await api.search.query({
    query: args.words.join(' '),
    limit: args.limit ?? DEFAULT_LIMIT,
    language: args.language,
  });
  if (args.json) printJson(found, terminal);
  else printText(found, args, terminal);
  return found.hits.length > 0 ? 0 : 1;
}

function printJson({ query, total, hits }: SearchOutput, terminal: Terminal): void {
  const plain = hits.map(({ id, title, type, tier, score, snippets }) => ({
    id,
    title,
    type,
    tier,
    score,
    snippets: snippets.map(({ section, text, ranges }) => ({ section, text, ranges })),
  }));
  terminal.json({ query, total, hits: plain });
}

function printText(found: SearchOutput, { say }: Arguments, terminal: Terminal): void {
  if (found.hits.length === 0) {
    terminal.out(say('nothingFound'));
    for (const { chip, total } of found.relax) {
      const text = found.understood.find((one) => one.id === chip)?.text ?? chip;
      terminal.out(say('relax', { chip: text, total }));
    }
    if (found.nearest.length > 0) terminal.out(say('nearest', { terms: found.nearest.join(' · ') }));
    return;
  }
  const related = found.related > 0 ? say('foundRelated', { related: found.related }) : '';
  terminal.out(`${say('found', { total: found.total })}${related}`);
  for (const { id, title, tier, snippets } of found.hits) {
    terminal.out('');
    terminal.out(`${title}${tier === 'related' ? `  (${say('related')})` : ''}`);
    terminal.out(`  ${id}`);
    for (const snippet of snippets) terminal.out(`  … ${marked(snippet)} …`);
  }
}

/** A snippet with its hits between marks that a plain terminal can show. */
function marked({ text, ranges }: Snippet): string {
  let out = '';
  let from = 0;
  for (const [start, end] of ranges) {
    out += `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
  }
  return `${out}${text.slice(from)}`.replace(/\s+/g, ' ');
}
