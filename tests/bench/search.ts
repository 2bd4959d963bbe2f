// The bundled search beside its alternatives, on the same documents and in the same run: ratios, medians.
// --quick: fewer repetitions; --sizes 100,1000,10000,50000: how many own cases growth is measured at (the
// largest takes half an hour); --json: the last line alone.
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import lunr from 'lunr';
import { analyse } from '#domain/analyser/analyse.ts';
import { parseQuery } from '#domain/query/parse-query.ts';
import { understand } from '#domain/query/understand/understand.ts';
import { fieldNames, fieldTexts, type SearchDocument } from '#domain/ranking/document.ts';
import { openLibrary } from '#services/library/library.ts';
import { buildIndexFile } from '#services/search/build-index.ts';
import { buildLunr, loadLunr, SavedLunr } from '#services/search/lunr-index.ts';
import { readGlossary } from '#services/search/read-glossary.ts';
import { createSearchEngine } from '#services/search/search-engine.ts';
import { makeDocuments } from './_documents.ts';
import { mean, measure, readJudgements } from './_judgements.ts';
import { grow } from './search-growth.ts';

const isQuick = process.argv.includes('--quick');
const say = process.argv.includes('--json') ? () => undefined : (line: string) => console.log(line);
const rounds = isQuick ? 5 : 15;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const round = (value: number) => Number(value.toPrecision(3));
const time = (work: () => unknown) => {
  const before = performance.now();
  work();
  return performance.now() - before;
};

const casesDir = fileURLToPath(new URL('../../cases', import.meta.url));
const { cases } = await openLibrary({ casesDir });
const glossary = await readGlossary(`${casesDir}/glossary.yaml`);
const queries = readJudgements(new URL('../fixtures/relevance-dev.json', import.meta.url));

/** An FTS5 table over documents, their fields as columns, filled with whatever `toText` makes of a text. */
function fillFts(
  documents: readonly SearchDocument[],
  tokenizer: string,
  toText: (texts: readonly string[]) => string,
): Database.Database {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(${fieldNames.join(', ')}, content='', tokenize="${tokenizer}")`);
  const insert = db.prepare(
    `INSERT INTO t(rowid, ${fieldNames.join(', ')}) VALUES (?${', ?'.repeat(fieldNames.length)})`,
  );
  const fill = db.transaction(() => {
    documents.forEach((document, at) => {
      insert.run(at + 1, ...fieldNames.map((field) => toText(fieldTexts(document, field))));
    });
  });
  fill();
  return db;
}
const quoted = (terms: readonly string[]) =>
  terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');

// Speed, over a hundred documents.
const hundred = makeDocuments(cases, 100);
const buildMs = median(Array.from({ length: isQuick ? 3 : 5 }, () => time(() => buildLunr(hundred))));
const json = JSON.stringify(buildLunr(hundred));
const loadMs = median(
  Array.from({ length: rounds }, () => time(() => loadLunr(SavedLunr.parse(JSON.parse(json))))),
);
const { index, terms: known } = loadLunr(SavedLunr.parse(JSON.parse(json)));
const bigrams = fillFts(hundred, 'unicode61 remove_diacritics 0', (texts) =>
  texts.flatMap(analyse).join(' '),
);
const engine = createSearchEngine(hundred, buildIndexFile(hundred, glossary), glossary);
const asked = queries.map(({ query }) => {
  const { terms } = understand(parseQuery(query), engine.knowledge);
  return terms.flatMap((term) => term.terms).filter((term) => known.numbers.has(term));
});
const match = bigrams.prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 100');
const lunrMs: number[] = [];
const ftsMs: number[] = [];
for (let turn = 0; turn < rounds; turn++) {
  for (const terms of asked) {
    lunrMs.push(
      time(() =>
        index.query((query) => {
          for (const term of terms) query.term(term, { usePipeline: false });
        }),
      ),
    );
    ftsMs.push(time(() => match.all(quoted(terms))));
  }
}
const answerMs = queries.map(({ query }) =>
  median(Array.from({ length: 5 }, () => time(() => engine.query({ query })))),
);
bigrams.close();

// Quality, over the library itself.
const documents = makeDocuments(cases, cases.length);
const file = buildIndexFile(documents, glossary);
const bundled = createSearchEngine(documents, file, glossary);
const stock = lunr(function (this: lunr.Builder) {
  this.ref('id');
  for (const field of fieldNames) this.field(field);
  for (const document of documents) {
    const texts = fieldNames.map((field) => [field, fieldTexts(document, field).join('\n')] as const);
    this.add({ id: document.id, ...Object.fromEntries(texts) });
  }
});
const trigram = fillFts(documents, 'trigram', (texts) => texts.join('\n'));
const byTrigram = trigram.prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 10');
const askTrigram = (query: string): string[] => {
  const words = query.split(/\s+/).filter((word) => word !== '');
  const rows = byTrigram.all(quoted(words)) as { rowid: number }[];
  return rows.flatMap(({ rowid }) => documents[rowid - 1]?.id ?? []);
};
const askStock = (query: string): string[] =>
  stock
    .query((builder) => {
      for (const token of lunr.tokenizer(query)) builder.term(token.toString(), {});
    })
    .map(({ ref }) => ref);
const score = (ask: (query: string) => readonly string[]) => ({
  ndcg: mean(queries.map((one) => measure(ask(one.query), one).ndcg)),
  empty: queries.filter((one) => ask(one.query).length === 0).length,
});
const own = score((query) => bundled.query({ query, limit: 10 }).hits.map(({ id }) => id));
const lunrScore = score(askStock);
const trigramScore = score(askTrigram);
trigram.close();

// Every term of every case, by the case that holds it.
const postings = new Map(file.lunr.invertedIndex);
let missed = 0;
for (const document of documents) {
  for (const term of new Set(fieldNames.flatMap((field) => fieldTexts(document, field).flatMap(analyse)))) {
    const found = Object.values(postings.get(term) ?? {}).some(
      (documentsOf) => typeof documentsOf === 'object' && documentsOf !== null && document.id in documentsOf,
    );
    if (!found) missed += 1;
  }
}

// Growth: own cases in our index beside other engines on the same texts.
const sizesAt = process.argv.indexOf('--sizes');
const sizes =
  sizesAt > 0 ? (process.argv[sizesAt + 1] ?? '').split(',').map(Number) : isQuick ? [100] : [100, 1000];
const grown = await grow(sizes, say);
const ours = grown.filter(({ engine: name }) => name === 'ours');
const first = ours[0];
const last = ours.at(-1);
/** Adding one case to the largest index beside adding one to the smallest. */
const addGrowth = (last?.addMs ?? 0) / Math.max(0.1, first?.addMs ?? 1);

const figures = {
  queryToFts: round(median(lunrMs) / median(ftsMs)),
  loadToBuild: round(loadMs / buildMs),
  ndcg: round(own.ndcg),
  ndcgToStockLunr: round(own.ndcg / lunrScore.ndcg),
  ndcgToTrigram: round(own.ndcg / trigramScore.ndcg),
  empty: own.empty,
  missedTerms: missed,
  answerMs: round(median(answerMs)),
  indexMb: round(json.length / 1e6),
  ownFound: Math.min(...ours.map(({ found }) => found)),
  addGrowth: round(addGrowth),
  growth: grown,
};
const holds: [string, number, boolean, string][] = [
  ['index query / FTS5, same terms', figures.queryToFts, figures.queryToFts <= 5, '≤ 5'],
  ['loading / building the index', figures.loadToBuild, figures.loadToBuild <= 0.35, '≤ 0.35'],
  ['nDCG@10 / stock lunr', figures.ndcgToStockLunr, figures.ndcgToStockLunr >= 2.8, '≥ 2.8'],
  // 2.7 over thirty cases; over all of them the alternative itself reaches .34, and no ranking 3 times that.
  ['nDCG@10 / FTS5 trigram', figures.ndcgToTrigram, figures.ndcgToTrigram >= 2.5, '≥ 2.5'],
  ['queries without a result', figures.empty, figures.empty === 0, '0'],
  ['cut words that find no case (share)', 1 - figures.ownFound, figures.ownFound === 1, '0'],
  ['adding one at the largest / smallest', figures.addGrowth, figures.addGrowth <= 4, '≤ 4'],
  ['terms of a case that miss it', figures.missedTerms, figures.missedTerms === 0, '0'],
];
for (const [name, value, isHeld, bound] of holds) {
  say(`${isHeld ? 'ok    ' : 'FAILED'} ${name.padEnd(34)} ${String(value).padStart(8)}   ${bound}`);
}
say(
  `index query p50 ${round(median(lunrMs))} ms, FTS5 ${round(median(ftsMs))} ms; build ${round(buildMs)} ms, load ${round(loadMs)} ms`,
);
say(
  `whole answer p50 ${figures.answerMs} ms; stock lunr nDCG ${round(lunrScore.ndcg)} (${lunrScore.empty} empty), trigram ${round(trigramScore.ndcg)} (${trigramScore.empty} empty)`,
);
const ok = holds.every(([, , isHeld]) => isHeld);
console.log(JSON.stringify({ name: 'search', ok, figures }));
process.exitCode = ok ? 0 : 1;
