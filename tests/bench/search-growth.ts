// How search grows: ours over own cases beside what might be used in its stead, each in a process of its own,
// on the same texts. Called by bench:search; `--engine NAME --size N` measures one and prints it as JSON.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import flexsearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { fieldNames, fieldTexts, type SearchDocument } from '#domain/ranking/document.ts';
import { openLibrary } from '#services/library/library.ts';
import { emptyIndexFile } from '#services/search/index-file.ts';
import { openOwnKeeper } from '#services/search/own-index/own-keeper.ts';
import { createSearchEngine } from '#services/search/search-engine.ts';
import { makeDocuments, seededRandom } from './_documents.ts';
import { readJudgements } from './_judgements.ts';

export const engines = [
  'ours',
  'fts5-unicode61',
  'fts5-trigram',
  'lunr',
  'minisearch',
  'flexsearch',
] as const;
export type Engine = (typeof engines)[number];

/** Sizes beyond which an engine is not measured: lunr and the others hold everything in memory. */
const most: Readonly<Record<Engine, number>> = {
  ours: Number.POSITIVE_INFINITY,
  'fts5-unicode61': Number.POSITIVE_INFINITY,
  'fts5-trigram': 10_000,
  lunr: 1000,
  minisearch: 10_000,
  flexsearch: 10_000,
};
const CUT_WORDS = 200;
const LIMIT = 20;

export interface Grown {
  readonly engine: Engine;
  readonly size: number;
  readonly indexMs: number;
  /** Of the file, or of the saved index where there is none. */
  readonly indexMb: number;
  /** Resident memory that it added, garbage collected. */
  readonly memoryMb: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Adding one more document; undefined where that means to build anew. */
  readonly addMs: number | undefined;
  /** Share of words cut from the texts for which a document is found that holds them. */
  readonly found: number;
}

interface Opened {
  readonly indexMb: () => number;
  readonly ask: (query: string) => readonly string[];
  readonly add?: (document: SearchDocument) => void;
  readonly close?: () => void;
}

const textOf = (document: SearchDocument) =>
  fieldNames.map((field) => fieldTexts(document, field).join('\n')).join('\n');
const quoted = (query: string) =>
  query
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' OR ');

function openFts(file: string, documents: readonly SearchDocument[], tokenizer: string): Opened {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize="${tokenizer}")`);
  const insert = db.prepare('INSERT INTO t(rowid, body) VALUES (?, ?)');
  db.transaction(() => {
    documents.forEach((document, at) => {
      insert.run(at, textOf(document));
    });
  })();
  const match = db.prepare(`SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT ${LIMIT}`).pluck();
  return {
    indexMb: () => {
      db.pragma('wal_checkpoint(TRUNCATE)');
      return statSync(file).size / 1e6;
    },
    ask: (query) => (match.all(quoted(query)) as number[]).flatMap((at) => documents[at]?.id ?? []),
    add: (document) => insert.run(documents.length, textOf(document)),
    close: () => db.close(),
  };
}

const openers: Readonly<Record<Engine, (documents: readonly SearchDocument[], file: string) => Opened>> = {
  ours(documents, file) {
    const engine = createSearchEngine([], emptyIndexFile(), []);
    const keeper = openOwnKeeper(file, { readOnly: false, onReplaced: engine.setOwnIndex });
    for (let at = 0; at < documents.length; at += 16) keeper.put(documents.slice(at, at + 16));
    keeper.settle();
    engine.learnOwnNames();
    return {
      indexMb: () => {
        keeper.answering?.db.pragma('wal_checkpoint(TRUNCATE)');
        return statSync(file).size / 1e6;
      },
      ask: (query) => engine.query({ query, limit: LIMIT }).hits.map(({ id }) => id),
      add(document) {
        keeper.put([document]);
        keeper.settle();
      },
      close: () => keeper.close(),
    };
  },
  'fts5-unicode61': (documents, file) => openFts(file, documents, 'unicode61'),
  'fts5-trigram': (documents, file) => openFts(file, documents, 'trigram'),
  lunr(documents) {
    const index = lunr(function (this: lunr.Builder) {
      this.ref('id');
      this.field('body');
      for (const document of documents) this.add({ id: document.id, body: textOf(document) });
    });
    return {
      indexMb: () => JSON.stringify(index).length / 1e6,
      ask: (query) =>
        index
          .query((builder) => {
            for (const token of lunr.tokenizer(query)) builder.term(token.toString(), {});
          })
          .slice(0, LIMIT)
          .map(({ ref }) => ref),
    };
  },
  minisearch(documents) {
    const index = new MiniSearch<{ id: string; body: string }>({ fields: ['body'] });
    for (const document of documents) index.add({ id: document.id, body: textOf(document) });
    return {
      indexMb: () => JSON.stringify(index).length / 1e6,
      ask: (query) =>
        index
          .search(query)
          .slice(0, LIMIT)
          .map(({ id }) => String(id)),
      add: (document) => index.add({ id: document.id, body: textOf(document) }),
    };
  },
  flexsearch(documents) {
    const index = new flexsearch.Index({ tokenize: 'strict', encoder: flexsearch.Charset.CJK });
    documents.forEach((document, at) => {
      index.add(at, textOf(document));
    });
    return {
      indexMb: () => Number.NaN,
      ask: (query) =>
        (index.search(query, { limit: LIMIT }) as number[]).flatMap((at) => documents[at]?.id ?? []),
      add: (document) => void index.add(documents.length, textOf(document)),
    };
  },
};

/** Words of two to eight characters cut from the documents, and Latin words of four letters or more. */
function cutWords(documents: readonly SearchDocument[]): string[] {
  const random = seededRandom(5);
  const words: string[] = [];
  while (words.length < CUT_WORDS) {
    const document = documents[Math.floor(random() * documents.length)];
    const section = document?.sections[Math.floor(random() * document.sections.length)];
    const pattern = random() < 0.75 ? /\p{Script=Han}{2,}/gu : /[A-Za-z]{4,}/g;
    const runs = section?.text.match(pattern) ?? [];
    const run = runs[Math.floor(random() * runs.length)];
    if (run === undefined) continue;
    const length = 2 + Math.floor(random() * 7);
    const from = Math.floor(random() * Math.max(1, run.length - length));
    words.push(/^[A-Za-z]/.test(run) ? run : run.slice(from, from + length));
  }
  return words;
}

async function measure(engine: Engine, size: number): Promise<Grown> {
  const folder = mkdtempSync(join(tmpdir(), 'okm-growth-'));
  try {
    const casesDir = fileURLToPath(new URL('../../cases', import.meta.url));
    const { cases } = await openLibrary({ casesDir });
    const all = makeDocuments(cases, size + 1).map((document) => ({ ...document, origin: 'own' as const }));
    const documents = all.slice(0, size);
    const extra = all[size];
    const queries = readJudgements(new URL('../fixtures/relevance-dev.json', import.meta.url));
    const words = cutWords(documents);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let started = performance.now();
    const opened = openers[engine](documents, join(folder, 'index.db'));
    const indexMs = performance.now() - started;
    globalThis.gc?.();
    const memoryMb = (process.memoryUsage().rss - before) / 1e6;
    const byId = new Map<string, SearchDocument>(documents.map((document) => [document.id, document]));
    const holds = (id: string, word: string) => {
      const document = byId.get(id);
      return document !== undefined && textOf(document).toLowerCase().includes(word.toLowerCase());
    };
    let found = 0;
    const times: number[] = [];
    const ask = (query: string) => {
      started = performance.now();
      const ids = opened.ask(query);
      times.push(performance.now() - started);
      return ids;
    };
    for (const { query } of queries) opened.ask(query);
    for (const word of words) {
      if (ask(word).some((id) => holds(id, word))) found++;
    }
    for (const { query } of queries) ask(query);
    times.sort((a, b) => a - b);
    let addMs: number | undefined;
    if (opened.add && extra) {
      started = performance.now();
      opened.add(extra);
      addMs = performance.now() - started;
    }
    const indexMb = opened.indexMb();
    opened.close?.();
    return {
      engine,
      size,
      indexMs,
      indexMb,
      memoryMb,
      p50Ms: times[times.length >> 1] ?? 0,
      p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
      addMs,
      found: found / words.length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures engines at sizes, one after the other, each in a process of its own. */
export async function grow(sizes: readonly number[], say: (line: string) => void): Promise<Grown[]> {
  const all: Grown[] = [];
  say(
    ['', 'size', 'index s', 'index MB', 'memory MB', 'p50 ms', 'p95 ms', 'add ms', 'found']
      .map((head, at) => head.padEnd(at === 0 ? 15 : 10))
      .join(''),
  );
  for (const size of sizes) {
    for (const engine of engines) {
      if (size > most[engine]) continue;
      const args = [
        '--expose-gc',
        fileURLToPath(import.meta.url),
        '--engine',
        engine,
        '--size',
        String(size),
      ];
      const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 });
      const grown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Grown;
      all.push(grown);
      const shown = [
        size,
        (grown.indexMs / 1000).toFixed(2),
        grown.indexMb === null || Number.isNaN(grown.indexMb) ? '–' : grown.indexMb.toFixed(1),
        grown.memoryMb.toFixed(0),
        grown.p50Ms.toFixed(1),
        grown.p95Ms.toFixed(1),
        grown.addMs === undefined ? '–' : grown.addMs.toFixed(1),
        `${Math.round(grown.found * 100)} %`,
      ];
      say(engine.padEnd(15) + shown.map((value) => String(value).padEnd(10)).join(''));
    }
  }
  return all;
}

const at = process.argv.indexOf('--engine');
if (at > 0) {
  const engine = engines.find((one) => one === process.argv[at + 1]);
  const size = Number(process.argv[process.argv.indexOf('--size') + 1]);
  if (engine) console.log(JSON.stringify(await measure(engine, size)));
}
