import { escapeMarkup } from '../text/markup.ts';
import type { ReportDocument, ReportTable } from './report-document.ts';

/** The report as Markdown with GFM tables. */
export function reportMarkdown({ title, lead, parts }: ReportDocument): string {
  const lines = [`# ${title}`, ...lead.flatMap((text) => ['', text])];
  for (const { heading, before, table, after } of parts) {
    lines.push('', `## ${heading}`, ...before.flatMap((text) => ['', text]), '', ...tableLines(table));
    lines.push(...after.flatMap((text) => ['', text]));
  }
  return `${lines.join('\n')}\n`;
}

function tableLines({ head, rows, numeric }: ReportTable): string[] {
  const row = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  const rule = head.map((_, index) => (numeric.includes(index) ? '---:' : '---'));
  return [row(head), `| ${rule.join(' | ')} |`, ...rows.map(row)];
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

const style = `
  :root { color-scheme: light dark; --line: #8886; --quiet: #666; }
  @media (prefers-color-scheme: dark) { :root { --quiet: #aaa; } }
  body { max-inline-size: 72rem; margin: 0 auto; padding: 2rem; font: 16px/1.65 system-ui, "Noto Sans CJK SC", sans-serif; }
  h1, h2 { line-height: 1.35; text-wrap: balance; }
  h2 { margin-block-start: 2.5em; }
  p { max-inline-size: 44em; }
  .table { overflow-x: auto; }
  table { border-collapse: collapse; font-size: 14px; line-height: 20px; font-variant-numeric: tabular-nums; }
  th, td { padding: 6px 12px 6px 0; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); }
  thead th { color: var(--quiet); font-weight: 500; vertical-align: bottom; }
  tbody th { font-weight: 500; }
  .number { text-align: end; }
`;

/** The report as one HTML file, without script or anything from outside. */
export function reportHtml({ language, title, lead, parts }: ReportDocument): string {
  const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${words(text)}</p>`).join('\n');
  const body = parts.map(
    ({ heading, before, table, after }) =>
      `<section>\n<h2>${words(heading)}</h2>\n${paragraphs(before)}\n${tableHtml(table, heading)}\n${paragraphs(after)}\n</section>`,
  );
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${words(title)}</h1>
${paragraphs(lead)}
${body.join('\n')}
</main>
</body>
</html>
`;
}

function tableHtml({ head, rows, numeric }: ReportTable, name: string): string {
  const kind = (index: number) => (numeric.includes(index) ? ' class="number"' : '');
  const heads = head.map((text, index) => `<th scope="col"${kind(index)}>${words(text)}</th>`);
  const body = rows.map(
    (cells) =>
      `<tr>${cells
        .map((text, index) =>
          index === 0 ? `<th scope="row">${words(text)}</th>` : `<td${kind(index)}>${words(text)}</td>`,
        )
        .join('')}</tr>`,
  );
  return `<div class="table" tabindex="0" role="region" aria-label="${escapeMarkup(name)}"><table>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

/** Text of a paragraph or cell; the one piece of Markdown in the texts is code. */
function words(text: string): string {
  return escapeMarkup(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
