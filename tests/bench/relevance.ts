// How well the search over the bundled library answers forty judged queries, by kind and by language.
// --json: the last line alone; --verbose: every query. It takes seconds, so --quick changes nothing.
import { fileURLToPath } from 'node:url';
import { toDocument } from '#domain/ranking/document.ts';
import { openLibrary } from '#services/library/library.ts';
import { buildIndexFile } from '#services/search/build-index.ts';
import { readGlossary } from '#services/search/read-glossary.ts';
import { createSearchEngine } from '#services/search/search-engine.ts';
import { type JudgedQuery, type Measures, mean, measure, readJudgements } from './_judgements.ts';

const targets = { ndcg: 0.9, mrr: 0.95, recall: 0.88 };
const say = process.argv.includes('--json') ? () => undefined : (line: string) => console.log(line);

const casesDir = fileURLToPath(new URL('../../cases', import.meta.url));
const { cases } = await openLibrary({ casesDir });
const glossary = await readGlossary(`${casesDir}/glossary.yaml`);
const documents = cases.map((value) => toDocument(value));
const engine = createSearchEngine(documents, buildIndexFile(documents, glossary), glossary);
const queries = readJudgements(new URL('../fixtures/relevance-dev.json', import.meta.url));

interface Scored extends Measures {
  readonly query: JudgedQuery;
  readonly isEmpty: boolean;
}
const scored: Scored[] = queries.map((query) => {
  const language = query.lang === 'en' ? 'en' : 'zh';
  const ids = engine.query({ query: query.query, language, limit: 10 }).hits.map(({ id }) => id);
  return { query, isEmpty: ids.length === 0, ...measure(ids, query) };
});

const round = (value: number) => Math.round(value * 1000) / 1000;
const summary = (group: readonly Scored[]) => ({
  ndcg: round(mean(group.map(({ ndcg }) => ndcg))),
  mrr: round(mean(group.map(({ mrr }) => mrr))),
  recall: round(mean(group.map(({ recall }) => recall))),
  recallOfAll: round(mean(group.map(({ recallOfAll }) => recallOfAll))),
  empty: group.filter(({ isEmpty }) => isEmpty).length,
});
const row = (name: string, group: readonly Scored[]) => {
  const { ndcg, mrr, recall, recallOfAll, empty } = summary(group);
  const numbers = [ndcg, mrr, recall, recallOfAll].map((value) => value.toFixed(3));
  return [name.padEnd(14), String(group.length).padStart(3), ...numbers, String(empty)].join('  ');
};

say(`${cases.length} cases, ${queries.length} queries`);
say(['', 'n', 'nDCG@10', 'MRR@10', 'recall', 'of all', 'empty'].join('  '));
const groups = (keyOf: (one: Scored) => string) => Map.groupBy(scored, keyOf);
for (const [kind, group] of groups(({ query }) => query.kind)) say(row(kind, group));
for (const [lang, group] of groups(({ query }) => query.lang)) say(row(lang, group));
say(row('all', scored));
if (process.argv.includes('--verbose')) {
  for (const { query, ndcg, mrr, recall } of scored) {
    say(`${ndcg.toFixed(2)} ${mrr.toFixed(2)} ${recall.toFixed(2)} ${query.id} ${query.query}`);
  }
}

const figures = { cases: cases.length, ...summary(scored) };
const ok =
  figures.ndcg >= targets.ndcg &&
  figures.mrr >= targets.mrr &&
  figures.recall >= targets.recall &&
  figures.empty === 0;
console.log(JSON.stringify({ name: 'relevance', ok, figures }));
process.exitCode = ok ? 0 : 1;
