import type { BriefOptions } from '#contract/exports.ts';
import type { TextRun } from '#domain/citation/text-run.ts';
import type { Brief, BriefCell, BriefRow } from '#domain/comparison/brief.ts';
import { notesOfBrief } from '#domain/comparison/brief.ts';
import type { BriefRun } from '#domain/comparison/brief-runs.ts';
import type { BriefReference } from '#domain/comparison/number-references.ts';
import { briefCss } from './brief-css.ts';
import { type BriefFurnishing, unfurnished } from './brief-furnishing.ts';
import type { PlacedPicture } from './brief-pictures.ts';
import { type HtmlNode, h, toHtml } from './html-tree.ts';
import { countRows, legendLines, silenceLines } from './legend-lines.ts';
import { splitLinks } from './links.ts';
import { type BriefTexts, briefTexts } from './texts.ts';

// Nothing is fetched and nothing runs: the page is read where it lies.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A brief as one HTML file: no script, no request, tables with scoped heads, styles for paper. */
export function writeBriefHtml(
  brief: Brief,
  options: BriefOptions,
  furnishing: BriefFurnishing = unfurnished,
): Uint8Array {
  const texts = briefTexts[brief.language];
  const lang = brief.language === 'zh' ? 'zh-Hans' : 'en';
  const page = h(
    'html',
    { lang },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'generator', content: texts.program }),
      h('title', {}, brief.title),
      h('style', {}, briefCss),
    ),
    h(
      'body',
      {},
      head(brief, texts, furnishing),
      ...(options.cover ? [contents(brief, texts, furnishing)] : []),
      h('main', {}, ...sections(brief, texts, options, furnishing)),
    ),
  );
  return new TextEncoder().encode(`<!DOCTYPE html>\n${toHtml(page)}\n`);
}

function head(brief: Brief, texts: BriefTexts, { logo }: BriefFurnishing): HtmlNode {
  const mark =
    logo === undefined
      ? []
      : [h('img', { src: dataUri(`image/${logo.type === 'png' ? 'png' : 'jpeg'}`, logo.bytes), alt: '' })];
  return h(
    'header',
    {},
    mark.length === 0 && brief.organisation === ''
      ? []
      : h('p', { class: 'from' }, mark, brief.organisation === '' ? [] : h('span', {}, brief.organisation)),
    h('p', { class: 'kicker' }, texts.kicker(brief.cases.length, countRows(brief))),
    h('h1', {}, brief.title),
    h(
      'p',
      { class: 'for' },
      [brief.audience === '' ? '' : texts.audience(brief.audience), texts.date(brief.date)]
        .filter((part) => part !== '')
        .join(texts.gap),
    ),
  );
}

/** The parts of the page by name, for the eye and for a screen reader's list. */
function contents(brief: Brief, texts: BriefTexts, { pictures }: BriefFurnishing): HtmlNode {
  const parts: [string, string][] = [
    ...(brief.findings.length > 0
      ? [['findings', texts.findings(brief.findings.length)] as [string, string]]
      : []),
    ['cases', texts.casesTable(brief.cases.length)],
    ['rows', texts.rowsTable(countRows(brief))],
    ...(pictures.length > 0 ? [['pictures', texts.pictures] as [string, string]] : []),
    ...(brief.notes.length > 0 ? [['own-notes', texts.ownNotes] as [string, string]] : []),
    ...(brief.references.length > 0 ? [['references', texts.references] as [string, string]] : []),
  ];
  const items = parts.map(([id, title]) => h('li', {}, h('a', { href: `#${id}` }, title)));
  return h('nav', { 'aria-label': texts.contents }, h('h2', {}, texts.contents), h('ul', {}, ...items));
}

function sections(
  brief: Brief,
  texts: BriefTexts,
  options: BriefOptions,
  { pictures }: BriefFurnishing,
): HtmlNode[] {
  const parts: HtmlNode[] = [];
  if (brief.findings.length > 0) {
    parts.push(
      h(
        'section',
        { class: 'findings', id: 'findings' },
        h('h2', {}, texts.findings(brief.findings.length)),
        brief.findings.map(({ lead, rest }) => h('p', {}, h('strong', {}, runs(lead)), ...runs(rest))),
      ),
    );
  }
  parts.push(h('section', { id: 'cases' }, casesTable(brief, texts)));
  const silences = silenceLines(brief, texts);
  if (silences.length > 0) {
    parts.push(
      h(
        'section',
        { class: 'silences' },
        h('h2', {}, texts.silences),
        h('ul', {}, ...silences.map((line) => h('li', {}, line))),
      ),
    );
  }
  const across = options.orientation === 'landscape' ? 'wide across' : 'wide';
  parts.push(
    h(
      'section',
      { class: across, id: 'rows' },
      h('div', { class: 'scroll' }, rowsTable(brief, texts)),
      legend(brief, texts),
    ),
  );
  if (pictures.length > 0) {
    parts.push(
      h(
        'section',
        { class: 'pictures', id: 'pictures' },
        h('h2', {}, texts.pictures),
        ...pictures.map((one, index) => figure(one, texts.picture(index + 1, one.title))),
      ),
    );
  }
  if (brief.notes.length > 0) {
    parts.push(
      h(
        'section',
        { class: 'own-notes', id: 'own-notes' },
        h('h2', {}, texts.ownNotes),
        ...brief.notes.flatMap(({ about, quote, lines }) => [
          h('h3', {}, about),
          ...(quote === '' ? [] : [h('blockquote', {}, h('p', {}, quote))]),
          ...lines.map((line) => h('p', {}, line)),
        ]),
      ),
    );
  }
  const notes = notesOfBrief(brief);
  if (notes.length > 0) {
    parts.push(
      h(
        'section',
        { class: 'list' },
        h('h2', {}, texts.notes),
        h('ol', { class: 'references' }, ...notes.map((one) => noteItem(one, texts))),
      ),
    );
  }
  if (brief.references.length > 0) {
    parts.push(
      h(
        'section',
        { class: 'list', id: 'references' },
        h('h2', {}, texts.references),
        h(
          'ol',
          { class: brief.citing === 'numbers' ? 'references' : 'references unnumbered' },
          ...brief.references.map((one) => reference(one, texts, brief.citing === 'numbers')),
        ),
      ),
    );
  }
  return parts;
}

function figure({ svg, alt, source }: PlacedPicture, caption: string): HtmlNode {
  return h(
    'figure',
    {},
    h('img', { src: dataUri('image/svg+xml', new TextEncoder().encode(svg)), alt }),
    h('figcaption', {}, h('strong', {}, caption), h('span', { class: 'note' }, source)),
  );
}

function dataUri(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

function casesTable(brief: Brief, texts: BriefTexts): HtmlNode {
  const { columns } = texts;
  return h(
    'table',
    { class: 'cases' },
    h('caption', {}, texts.casesTable(brief.cases.length)),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...[columns.case, columns.type, columns.place, columns.period].map((name) =>
          h('th', { scope: 'col' }, name),
        ),
      ),
    ),
    h(
      'tbody',
      {},
      ...brief.cases.map((one) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, one.title),
          h('td', {}, one.type),
          h('td', {}, one.place),
          h('td', {}, one.period),
        ),
      ),
    ),
  );
}

function rowsTable(brief: Brief, texts: BriefTexts): HtmlNode {
  const findings = brief.findings.length > 0;
  const width = brief.cases.length + 1 + (findings ? 1 : 0);
  return h(
    'table',
    { class: 'rows' },
    h('caption', {}, texts.rowsTable(countRows(brief))),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, texts.rowHead),
        ...brief.cases.map((one) =>
          h('th', { scope: 'col' }, one.short, h('span', {}, one.type + texts.dot + one.place)),
        ),
        ...(findings ? [h('th', { scope: 'col', class: 'finding' }, texts.finding)] : []),
      ),
    ),
    ...brief.groups.map((group) =>
      h(
        'tbody',
        {},
        h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colspan: String(width) }, group.title)),
        ...group.rows.map((row) => rowLine(row, texts, findings)),
      ),
    ),
  );
}

function rowLine(row: BriefRow, texts: BriefTexts, findings: boolean): HtmlNode {
  const finding = row.finding === null ? [h('span', { class: 'none' }, texts.noFinding)] : runs(row.finding);
  return h(
    'tr',
    { class: 'row-line' },
    h('th', { scope: 'row', class: 'row' }, row.title),
    ...row.cells.map((cell) => h('td', {}, ...cellNodes(cell, texts))),
    ...(findings ? [h('td', { class: 'finding' }, ...finding)] : []),
  );
}

function cellNodes(cell: BriefCell, texts: BriefTexts): HtmlNode[] {
  const words = runs(cell.runs);
  if (cell.nothing) return [h('span', { class: 'nothing' }, ...words)];
  if (cell.unsupported) {
    return [h('span', { class: 'unsupported' }, ...words), h('span', { class: 'mark' }, texts.noSource)];
  }
  if (cell.stages === null) return words;
  const strip = cell.stages.map((covered) => (covered ? '●' : '○')).join('');
  // The words beside it say the same, so a screen reader need not read five circles.
  return [h('span', { class: 'stages', 'aria-hidden': 'true' }, strip), ...words];
}

function runs(list: readonly BriefRun[]): HtmlNode[] {
  return list.flatMap((run) => {
    const nodes: HtmlNode[] = run.text === '' ? [] : [run.own ? h('u', {}, run.text) : run.text];
    const { mark } = run;
    if (mark === null) return nodes;
    if (mark.kind === 'words')
      return [...nodes, h('a', { href: `#ref-${run.cites[0]?.number}`, class: 'cite' }, mark.text)];
    const link =
      mark.kind === 'note'
        ? h('a', { href: `#note-${mark.number}`, id: `cite-${mark.number}` }, String(mark.number))
        : h('a', { href: `#ref-${run.cites[0]?.number}` }, mark.text);
    // A word joiner keeps the number from beginning a line alone.
    return [...nodes, '\u2060', h('sup', {}, link)];
  });
}

function legend(brief: Brief, texts: BriefTexts): HtmlNode {
  return h('p', { class: 'legend' }, legendLines(brief, texts).join(texts.gap));
}

function reference(
  { number, runs: text, note }: BriefReference,
  texts: BriefTexts,
  isNumbered: boolean,
): HtmlNode {
  return h(
    'li',
    { id: `ref-${number}` },
    isNumbered ? h('span', {}, `[${number}]`) : [],
    h(
      'span',
      {},
      ...formatted(text),
      ...(note === null ? [] : [h('span', { class: 'note' }, texts.note(note))]),
    ),
  );
}

function noteItem(
  { number, runs: text }: { readonly number: number; readonly runs: readonly TextRun[] },
  texts: BriefTexts,
): HtmlNode {
  return h(
    'li',
    { id: `note-${number}` },
    h('a', { href: `#cite-${number}`, 'aria-label': texts.backToNote(number) }, String(number)),
    h('span', {}, ...formatted(text)),
  );
}

function formatted(text: readonly TextRun[]): HtmlNode[] {
  return text.flatMap((run): HtmlNode[] => (run.italic ? [h('em', {}, run.text)] : linked(run.text)));
}

function linked(text: string): HtmlNode[] {
  return splitLinks(text).map((part) =>
    part.url === null ? part.text : h('a', { href: part.url }, part.text),
  );
}
