// How long a brief of six cases and all rows takes in Chinese, to DOCX and to PDF, beside `pandoc --citeproc` on
// the same words as Markdown (to DOCX; to PDF through weasyprint and xelatex where they are): as whole processes,
// one after the other by turns, and inside a program that already runs. --quick: one turn instead of three.
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { stringify } from 'yaml';
import { splitCited } from '#contract/cited-text.ts';
import { BriefOptions } from '#contract/exports.ts';
import { CaseId, ComparisonId } from '#contract/ids.ts';
import { findEntry, vocabulary } from '#contract/vocabulary.ts';
import { writeCslJson } from '#domain/citation/exchange/csl-json.ts';
import { draftCell } from '#domain/comparison/draft-cell.ts';
import { shortTitle } from '#domain/comparison/short-title.ts';
import { openServices } from '#services/open-services.ts';
import { findPlaces } from '#shells/places.ts';

const isQuick = process.argv.includes('--quick');
const isJson = process.argv.includes('--json');
const turns = isQuick ? 1 : 3;
/** How many times as fast as pandoc a brief must be: from the command line, and in the running program. */
const limits = { processRatio: 1, appRatio: 3 };

const say = (text: string) => {
  if (!isJson) console.log(text);
};
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const find = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).find((folder) => existsSync(join(folder, program)));

/** Linux counts the work of processes in hundredths of a second. */
const MS_PER_TICK = 10;

interface Run {
  readonly ms: number;
  /** Work of all processors, milliseconds: what the machine's other work does not change. */
  readonly cpuMs: number;
  /** Highest resident memory, megabytes; NaN where the system does not tell. */
  readonly mb: number;
}

/** Runs a program to its end and watches its memory. */
async function runProcess(program: string, args: readonly string[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let kilobytes = Number.NaN;
  let ticks = Number.NaN;
  const watch = setInterval(() => {
    if (process.platform !== 'linux') return;
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? kilobytes);
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      const work = Number(fields[11]) + Number(fields[12]);
      if (work > 0) ticks = work;
    } catch {
      // It has just ended: the last reading stands.
    }
  }, 20);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${program} ended in ${String(code)}`);
  return { ms: performance.now() - started, cpuMs: ticks * MS_PER_TICK, mb: Math.round(kilobytes / 1024) };
}

const folder = mkdtempSync(join(tmpdir(), 'okm-bench-brief-'));
const at = (name: string) => join(folder, name);
const places = findPlaces();
const services = await openServices(
  { ...places, dataDir: at('data') },
  { shell: 'cli', systemLanguage: 'zh' },
);
const library = services.library.library;
const ids = library.cases.slice(0, 6).map(({ id }) => CaseId.parse(id));
const rows = vocabulary.row.map(({ id }) => id);
const title = '六个案例，二十五项';

writeInputs();
const okm = (ending: string) =>
  runProcess(process.execPath, [
    join('out', 'main', 'okm.js'),
    'brief',
    ...['--from', at('recipe.yaml'), '--out', at(`ours.${ending}`), '--data', at('cli')],
  ]);
const pandoc = (...args: string[]) => runProcess('pandoc', ['--citeproc', at('brief.md'), ...args]);
const rivals: Record<string, (() => Promise<Run>) | undefined> = {
  'pandoc docx': find('pandoc') ? () => pandoc('-o', at('theirs.docx')) : undefined,
  'pandoc weasyprint pdf':
    find('pandoc') && find('weasyprint')
      ? () => pandoc('--pdf-engine=weasyprint', '-o', at('weasy.pdf'))
      : undefined,
  'pandoc xelatex pdf':
    find('pandoc') && find('xelatex')
      ? () => pandoc('--pdf-engine=xelatex', '-V', 'CJKmainfont=Noto Serif CJK SC', '-o', at('tex.pdf'))
      : undefined,
};

const jobs: Record<string, () => Promise<Run>> = {
  'okm docx': () => okm('docx'),
  'okm pdf': () => okm('pdf'),
  'app docx': () => inApp('docx'),
  'app pdf': () => inApp('pdf'),
};
for (const [name, job] of Object.entries(rivals)) {
  if (job) jobs[name] = job;
  else say(`skipped  ${name}: not on this machine`);
}

const comparisonId = ComparisonId.parse(randomUUID());
await services.comparisons.create({ id: comparisonId, caseIds: ids, language: 'zh', title });
await services.comparisons.update({ id: comparisonId, rows });
// The running program has printed before: its first document of the day pays for the start of the press.
const first = await inApp('pdf');
say(`app pdf, the first      ${first.ms.toFixed(0)} ms`);

const runs = new Map<string, Run[]>();
for (let turn = 0; turn < turns; turn += 1) {
  for (const [name, job] of Object.entries(jobs)) runs.set(name, [...(runs.get(name) ?? []), await job()]);
}
await services.close();
rmSync(folder, { recursive: true, force: true });

const figures: Record<string, { ms: number; cpuMs: number; mb: number }> = {};
for (const [name, list] of runs) {
  figures[name] = {
    ms: Math.round(median(list.map(({ ms }) => ms))),
    cpuMs: Math.round(median(list.map(({ cpuMs }) => cpuMs))),
    mb: Math.max(...list.map(({ mb }) => mb)),
  };
  say(`${name.padEnd(24)}${figures[name].ms} ms, ${figures[name].cpuMs} ms of work, ${figures[name].mb} MB`);
}
const ratio = (theirs: string, ours: string) => {
  const [a, b] = [figures[theirs]?.ms, figures[ours]?.ms];
  return a === undefined || b === undefined ? undefined : Math.round((a / b) * 100) / 100;
};
const pdfRivals = ['pandoc weasyprint pdf', 'pandoc xelatex pdf'];
const ratios = {
  processDocx: ratio('pandoc docx', 'okm docx'),
  appDocx: ratio('pandoc docx', 'app docx'),
  ...Object.fromEntries(pdfRivals.map((name) => [name, ratio(name, 'okm pdf')])),
};
const reaches = (value: number | undefined, limit: number) => value === undefined || value >= limit;
const ok =
  reaches(ratios.processDocx, limits.processRatio) &&
  reaches(ratios.appDocx, limits.appRatio) &&
  pdfRivals.every((name) => reaches(ratio(name, 'okm pdf'), limits.processRatio));
for (const [name, value] of Object.entries(ratios)) {
  if (value !== undefined) say(`${name.padEnd(24)}${value} times as fast`);
}
console.log(JSON.stringify({ name: 'brief', ok, figures, ratios, limits }));
process.exitCode = ok ? 0 : 1;

async function inApp(format: 'docx' | 'pdf'): Promise<Run> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const options = BriefOptions.parse({ language: 'zh' });
  const { ticket } = await services.exports.brief({ comparisonId, format, options });
  const document = services.deliveries.take(ticket);
  if (!document) throw new Error('no document');
  const { user, system } = process.cpuUsage(cpu);
  return {
    ms: performance.now() - started,
    cpuMs: Math.round((user + system) / 1000),
    mb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  };
}

/** The same words for both: a recipe for ours, Markdown with Pandoc citations for the other. */
function writeInputs(): void {
  execFileSync(process.execPath, ['build/build.mjs', 'main', 'library'], { stdio: ['ignore', 2, 2] });
  writeFileSync(at('recipe.yaml'), stringify({ cases: ids, language: 'zh', title, rows }));
  const cases = ids.map((id) => library.get(id));
  const items = cases.flatMap(({ id, front }) =>
    front.references.map((item) => ({ key: `${id}_${item.id}`, item })),
  );
  writeFileSync(at('references.json'), writeCslJson(items));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = (id: CaseId, row: (typeof rows)[number]) =>
    splitCited(draftCell(library.get(id), row, 'zh').text)
      .map(({ text, refs }) => {
        const words = text.replace(/[|\n]/g, ' ');
        return refs.length === 0 ? words : `${words}[${refs.map((ref) => `@${id}_${ref}`).join('; ')}]`;
      })
      .join('');
  const table = [
    line(['', ...cases.map(({ front }) => shortTitle(front.title.zh))]),
    line(['', ...cases].map(() => '---')),
    ...rows.map((row) => line([findEntry('row', row)?.zh ?? row, ...ids.map((id) => cell(id, row))])),
  ];
  const head = `---\ntitle: ${title}\nlang: zh-CN\nbibliography: ${at('references.json')}\n---\n\n`;
  writeFileSync(at('brief.md'), `${head}${table.join('\n')}\n\n# 参考文献\n`);
}
