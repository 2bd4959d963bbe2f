import { isChinese, textOf } from '../item.ts';
import { typeNames } from './csl-types.ts';
import { type ExportedItem, invertedName, pageSpan } from './fields.ts';

/** Writes sources as BibLaTeX in UTF-8; names that must not be divided stand in double braces. */
export function writeBibtex(items: readonly ExportedItem[]): string {
  return items.map(entry).join('\n');
}

function entry({ key, item }: ExportedItem): string {
  const fields: [string, string][] = [];
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') fields.push([name, value]);
  };
  const text = (value: string | number | undefined) => {
    const words = textOf(value);
    return words === undefined ? undefined : escaped(words);
  };
  const names = (list: typeof item.author) =>
    list
      ?.map((name) => ('literal' in name ? `{${escaped(name.literal)}}` : escaped(invertedName(name))))
      .join(' and ');
  const pages = pageSpan(item);
  const inPeriodical = item.type.startsWith('article-');
  add('author', names(item.author));
  add('editor', names(item.editor));
  add('translator', names(item.translator));
  add('title', text(item.title));
  add(
    inPeriodical ? 'journaltitle' : item.type === 'webpage' ? 'organization' : 'booktitle',
    text(item['container-title']),
  );
  add(
    'entrysubtype',
    inPeriodical && item.type !== 'article-journal' ? item.type.slice('article-'.length) : undefined,
  );
  add('date', textOf(item.issued));
  add('volume', text(item.volume));
  add('number', text(item.issue ?? item.number));
  add(
    'pages',
    pages
      ?.filter((page) => page !== undefined)
      .map(escaped)
      .join('--'),
  );
  add('edition', text(item.edition));
  add('type', text(item.genre));
  add(item.type === 'thesis' || item.type === 'report' ? 'institution' : 'publisher', text(item.publisher));
  add('location', text(item['publisher-place']));
  add('isbn', text(item.ISBN));
  add('issn', text(item.ISSN));
  add('doi', item.DOI);
  add('url', item.URL?.replaceAll('{', '%7B').replaceAll('}', '%7D'));
  add('urldate', textOf(item.accessed));
  add('langid', isChinese(item) ? 'chinese' : item.language.startsWith('en') ? 'english' : undefined);
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('');
  return `@${typeNames[item.type].bib}{${key},\n${lines}}\n`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '#': '\\#',
  $: '\\$',
  '&': '\\&',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  _: '\\_',
};

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}%#$&~^_]/g, (mark) => escapes[mark] ?? mark);
}
