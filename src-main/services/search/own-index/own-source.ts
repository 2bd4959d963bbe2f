import { analyse, tokens } from '#domain/analyser/analyse.ts';
import { fold } from '#domain/analyser/fold.ts';
import { splitRuns } from '#domain/query/understand/runs.ts';
import type { Condition, Understood, WeightedTerm } from '#domain/query/understand/understood.ts';
import { type Frequencies, fieldBoosts } from '#domain/ranking/bm25f.ts';
import { type DocumentHead, fieldNames, fieldTexts, type SearchDocument } from '#domain/ranking/document.ts';
import { findWord } from '#domain/ranking/find-word.ts';
import type { Lexicon } from '#domain/ranking/lexicon.ts';
import { unpackCounts } from '#domain/ranking/packed-counts.ts';
import { holdsCondition } from '../conditions.ts';
import type { FoldedTexts } from '../folded-texts.ts';
import type { SearchSource } from '../search-source.ts';
import { allOf, allTerms, anyOf, isIndexable, withoutClaims } from './match-expression.ts';
import type { OwnIndex } from './own-index.ts';

/** Documents ranked of each of the two questions that are asked: the own words, and these with what was added. */
const RANKED = 80;
/** From here on an added word that stands in more than a quarter of the documents is no longer asked for. */
const LARGE = 2000;
const COMMON_SHARE = 0.25;
/** Documents whose text is read to verify a condition; of more, the index's word is taken (97 to 99 in 100 right). */
const MAX_VERIFIED = 1000;
/** Documents kept open: those of a page of results. */
const MAX_OPEN = 60;
const MAX_LITERAL = 500;
const CLAIM = fieldNames.indexOf('claim');

/** The user's own cases as a source of the one search. */
export function createOwnSource(index: OwnIndex, texts: FoldedTexts): SearchSource {
  const { db, entries } = index;
  const boosts = fieldNames.map((field) => fieldBoosts[field]).join(', ');
  const best = db.prepare(
    `SELECT rowid FROM terms WHERE terms MATCH ? ORDER BY bm25(terms, ${boosts}) LIMIT ?`,
  );
  const inOrder = db.prepare(`SELECT rowid FROM terms WHERE terms MATCH ? ORDER BY bm25(terms, ${boosts})`);
  const any = db.prepare('SELECT rowid FROM terms WHERE terms MATCH ?').pluck();
  best.pluck();
  inOrder.pluck();
  const bodyOf = db.prepare('SELECT body FROM documents WHERE row = ?').pluck();
  const countsOf = db.prepare('SELECT counts FROM documents WHERE row = ?').pluck();
  const lexicon = createLexicon(index);
  let openAt = index.generation;
  const opened = new Map<number, SearchDocument>();
  let known = { generation: -1, heads: [] as readonly DocumentHead[] };

  const open = (row: number): SearchDocument | undefined => {
    if (openAt !== index.generation || opened.size > MAX_OPEN) opened.clear();
    openAt = index.generation;
    const found = opened.get(row) ?? index.read(row);
    if (found) opened.set(row, found);
    return found;
  };
  const countsAt = (row: number): Uint8Array => {
    const bytes = countsOf.get(row);
    return bytes instanceof Uint8Array ? bytes : new Uint8Array();
  };
  const hasTerm = (row: number, term: string, independent: boolean) =>
    unpackCounts(countsAt(row), [[term]]).some((fields) =>
      fields.some((count, place) => count > 0 && !(independent && place === CLAIM)),
    );
  const holds = (row: number, condition: Pick<Condition, 'kind' | 'text'>, independent: boolean) => {
    // Most that the index offers for a run of Chinese do hold it: seen in the stored text, nothing need be parsed.
    const body = isHan(condition.text) && !independent ? bodyOf.get(row) : undefined;
    if (typeof body === 'string' && body.includes(condition.text)) return true;
    const document = index.read(row);
    return (
      document !== undefined &&
      holdsCondition(condition, {
        texts: independent ? texts.independent(document) : texts.all(document),
        hasTerm: (term) => hasTerm(row, term, independent),
      })
    );
  };

  /** Rows that a condition may hold for: all that do, and a few besides. Undefined where the index cannot say. */
  const suspects = ({ kind, text }: Condition): Set<number> | undefined => {
    const terms = splitRuns(text)
      .filter(({ kind: script }) => kind !== 'prefix' || script === 'han')
      .flatMap((run) => tokens(run.text).map(({ term }) => term));
    const expression = allTerms(terms);
    return expression === undefined ? undefined : new Set(any.all(expression) as number[]);
  };
  /** Leaves out the rows that conditions forbid, the first of them looked at in full. */
  const allowed = (rows: readonly number[], { required, excluded, independent }: Understood): number[] => {
    let left = [...rows];
    for (const condition of required) {
      const may = suspects(condition);
      if (may) left = left.filter((row) => may.has(row));
      const isSure = isExact(condition) && !independent;
      if (!isSure) left = left.filter((row, at) => at >= MAX_VERIFIED || holds(row, condition, independent));
    }
    for (const condition of excluded) {
      const may = suspects(condition);
      let verified = 0;
      left = left.filter((row) => {
        if (may && !may.has(row)) return true;
        if ((isExact(condition) && !independent) || verified++ >= MAX_VERIFIED) return false;
        return !holds(row, condition, independent);
      });
    }
    return left;
  };

  const wanted = (terms: readonly WeightedTerm[]) => {
    if (entries.size < LARGE) return terms;
    return terms.filter(
      ({ why, terms: alternatives }) =>
        why === 'own' ||
        alternatives.every((term) => lexicon.documentsOf(term) < COMMON_SHARE * entries.size),
    );
  };
  const headOf = (row: number) => entries.get(row)?.head;

  return {
    heads() {
      if (known.generation !== index.generation)
        known = { generation: index.generation, heads: [...entries.values()].map(({ head }) => head) };
      return known.heads;
    },
    lengthSums: index.lengthSums,
    lexicon,
    offer(understood, passes) {
      const { terms, names } = understood;
      const within = understood.independent ? withoutClaims : (expression: string | undefined) => expression;
      const own = within(allOf(terms.filter(({ why }) => why === 'own')));
      const widened = within(anyOf(wanted(terms)));
      const all = own === undefined ? [] : (inOrder.all(own) as number[]);
      const top = widened === undefined ? [] : (best.all(widened, RANKED) as number[]);
      const picked = passes && widened !== undefined ? firstPassing(inOrder, widened, passes) : [];
      const whole = names.flatMap((name) => index.rowsNamed(name));
      const isPicked = (row: number) => {
        const head = headOf(row);
        return head !== undefined && passes?.(head) === true;
      };
      const asked = new Set([
        ...whole,
        ...all.slice(0, RANKED),
        ...(passes ? all.filter(isPicked).slice(0, RANKED) : []),
        ...top,
        ...picked,
      ]);
      const ranked = allowed([...asked], understood);
      const candidates = ranked.flatMap((row) => {
        const entry = entries.get(row);
        if (!entry) return [];
        return [{ document: entry.head, frequencies: frequenciesOf(row, terms), lengths: entry.lengths }];
      });
      const tail = allowed(
        all.filter((row) => !asked.has(row)),
        understood,
      );
      return { candidates, rest: tail.flatMap((row) => headOf(row) ?? []) };
    },
    findLiteral(runs, understood) {
      // Words that are not indexed are looked for in the texts; conditions alone are not.
      const rows =
        runs.length === 0
          ? [...entries.keys()]
          : (db
              .prepare(
                `SELECT row FROM documents WHERE ${runs.map(() => 'instr(lower(body), ?) > 0').join(' AND ')}
                 ORDER BY row DESC LIMIT ${MAX_LITERAL}`,
              )
              .pluck()
              .all(...runs) as number[]);
      const literal = rows.filter((row) =>
        runs.every((text) => holds(row, { kind: 'phrase', text }, understood.independent)),
      );
      return allowed(literal, understood).flatMap((row) => headOf(row) ?? []);
    },
    find(head) {
      const row = index.findRow(head.id);
      return row === undefined ? undefined : open(row);
    },
    countDocuments(run) {
      const expression = allTerms(analyse(run));
      return expression === undefined ? 0 : any.get(expression) === undefined ? 0 : 1;
    },
    findByReading: () => [],
  };

  function firstPassing(
    statement: typeof inOrder,
    expression: string,
    passes: (document: DocumentHead) => boolean,
  ): number[] {
    const found: number[] = [];
    for (const row of statement.iterate(expression) as IterableIterator<number>) {
      const head = headOf(row);
      if (head && passes(head)) found.push(row);
      if (found.length === RANKED) break;
    }
    return found;
  }

  function frequenciesOf(row: number, terms: readonly WeightedTerm[]): Frequencies[] {
    const found = unpackCounts(
      countsAt(row),
      terms.map((term) => term.terms),
    );
    return terms.map(({ around }, at) => {
      if (around === undefined) return found[at] ?? none;
      const document = open(row);
      return document ? occurrences(document, around) : none;
    });
  }
}

const none: Frequencies = fieldNames.map(() => 0);

function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}

/** Whether the index knows for certain: one term is one term, several may stand apart. */
function isExact({ kind, text }: Condition): boolean {
  if (kind === 'prefix') return false;
  const runs = splitRuns(text);
  const terms = tokens(text);
  if (kind === 'word')
    return runs.length > 0 && runs.every((run) => run.kind === 'sign' || [...run.text].length === 2);
  return terms.length === 1 && runs.length === 1 && runs[0]?.kind === 'han' && [...text].length === 2;
}

/** How often a lone character stands in each field: in pairs, so each place counts for about two of them. */
function occurrences(document: SearchDocument, character: string): Frequencies {
  return fieldNames.map((field) =>
    fieldTexts(document, field).reduce(
      (sum, text) => sum + 2 * findWord(fold(text).text, character).length,
      0,
    ),
  );
}

function createLexicon(index: OwnIndex): Lexicon {
  const { db } = index;
  const one = db.prepare('SELECT doc FROM vocabulary WHERE term = ?').pluck();
  const range = db.prepare(
    'SELECT term FROM vocabulary WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT ?',
  );
  range.pluck();
  const counts = new Map<string, number>();
  let counted = -1;
  const documentsOf = (term: string) => {
    if (counted !== index.generation || counts.size > 20_000) counts.clear();
    counted = index.generation;
    const known = counts.get(term);
    if (known !== undefined) return known;
    const found = index.entries.size === 0 || !isIndexable(term) ? 0 : Number(one.get(term) ?? 0);
    counts.set(term, found);
    return found;
  };
  return {
    has: (term) => documentsOf(term) > 0,
    documentsOf,
    startingWith: (prefix, limit) =>
      index.entries.size === 0 || !isIndexable(prefix)
        ? []
        : (range.all(prefix, `${prefix}\u{10FFFF}`, limit) as string[]),
    // A lone character is asked for as a prefix; see `match-expression.ts`.
    around: () => [],
  };
}
