import type { Language } from '#contract/ids.ts';
import type { Chip } from '#contract/search.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { stem } from '../../analyser/analyse.ts';
import { fold } from '../../analyser/fold.ts';
import { isTraditional } from '../../analyser/simplify.ts';
import { isStopWord } from '../../analyser/stop-words.ts';
import type { Clause, ParsedQuery } from '../clause.ts';
import { findKey, listOfKey, nearestValues } from '../keys.ts';
import { wordsOfProblem } from '../parse-query.ts';
import { printClause } from '../print-query.ts';
import { printYears } from '../years.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import { coversLetters, readPinyin } from './pinyin.ts';
import { hasQuestionWord, withoutQuestionWords } from './question-words.ts';
import { splitRuns } from './runs.ts';
import { repairChinese } from './typo.ts';
import type { FilterClause, Understood } from './understood.ts';

/** What a repaired or transcribed word, and what the glossary adds, weigh beside a word of the user's. */
const REPAIR_WEIGHT = 0.8;
const GLOSSARY_WEIGHT = 0.3;
/** Words that a glossary chip names, of those that the library holds. */
const MAX_SHOWN = 8;
/** Fewer syllables may be English words that chance to be ones; more are no name. */
const LEAST_SYLLABLES = 3;
const MAX_SYLLABLES = 24;
/** Words looked up as pinyin or mistyped; a query with more of them is no query. */
const MAX_LOOKUPS = 8;

export interface UnderstandOptions {
  /** Chips that the user took away: their step is left out. */
  readonly without?: ReadonlySet<string>;
  readonly language?: Language;
  /** What only a case's promoter says is set aside. */
  readonly independent?: boolean;
}

interface Context {
  readonly knowledge: Knowledge;
  readonly draft: Draft;
  readonly isWanted: (chip: string) => boolean;
  readonly language: Language;
  lookups: number;
}

/**
 * Understands a parsed query: simplifies it, takes question words out, reads pinyin, repairs typing errors,
 * adds what the glossary knows; and says on chips what it did, each of which can be taken away by its id.
 */
export function understand(
  query: ParsedQuery,
  knowledge: Knowledge,
  { without = new Set(), language = 'zh', independent = false }: UnderstandOptions = {},
): Understood {
  const draft = createDraft(knowledge.lexicon);
  const isWanted = (chip: string) => !without.has(chip);
  const context: Context = { knowledge, draft, isWanted, language, lookups: 0 };
  const kept = query.clauses.filter((clause) => isWanted(chipOf(clause, language).id));
  for (const part of groupLatin(kept, knowledge)) {
    if (Array.isArray(part)) addLatin(part, context);
    else addClause(part as Clause, context);
  }
  hearRepaired(kept, context);
  addGlossary(context);
  for (const cut of query.cut) draft.chips.push({ id: `cut:${cut}`, kind: 'cut', text: cut });
  return { ...draft.finish(), independent };
}

/**
 * Lets the glossary hear English words as they were meant: a word whose stem the library knows is searched as
 * it stands, but the glossary knows it in its right spelling only.
 */
function hearRepaired(clauses: readonly Clause[], { draft, knowledge }: Context): void {
  const words = clauses.flatMap((clause) =>
    clause.kind === 'word' && clause.mode !== 'exclude' ? [fold(clause.text).text] : [],
  );
  const meant = words.map((word) =>
    /^[a-z]+$/.test(word) && !isStopWord(word) && !knowledge.latin.has(word)
      ? (knowledge.latin.nearest(word, 1)[0] ?? word)
      : word,
  );
  if (meant.some((word, at) => word !== words[at])) draft.heard.push(meant.join(' '));
}

/** Parts a query into clauses, those unknown Latin words together that follow one another. */
function groupLatin(clauses: readonly Clause[], knowledge: Knowledge): (Clause | string[])[] {
  const parts: (Clause | string[])[] = [];
  let next = 0;
  for (const [at, clause] of clauses.entries()) {
    if (at < next) continue;
    const spelled = spelledRun(clauses.slice(at, at + MAX_SYLLABLES), knowledge);
    if (spelled.length > 0) {
      parts.push(spelled);
      next = at + spelled.length;
      continue;
    }
    const word = unknownLatin(clause, knowledge);
    const last = parts.at(-1);
    if (word === undefined) parts.push(clause);
    else if (Array.isArray(last)) last.push(word);
    else parts.push([word]);
  }
  return parts;
}

/**
 * A name typed syllable by syllable (`ze ren gui hua shi`): words that are each a syllable and together are read
 * as terms of the table, though some of them may be English words or surnames. The longest such run.
 */
function spelledRun(clauses: readonly Clause[], knowledge: Knowledge): string[] {
  const words: string[] = [];
  for (const clause of clauses) {
    if (clause.kind !== 'word' || clause.mode !== 'any' || clause.prefix) break;
    const word = fold(clause.text).text;
    if (!knowledge.readings.isSyllable(word)) break;
    words.push(word);
  }
  for (let length = words.length; length >= LEAST_SYLLABLES; length--) {
    const run = words.slice(0, length);
    if (coversLetters(run.join(''), knowledge)) return run;
  }
  return [];
}

function unknownLatin(clause: Clause, { lexicon }: Knowledge): string | undefined {
  if (clause.kind !== 'word' || clause.mode !== 'any' || clause.prefix) return undefined;
  const word = fold(clause.text).text;
  if (!/^[a-z]+$/.test(word) || isStopWord(word)) return undefined;
  return lexicon.has(stem(word)) ? undefined : word;
}

function addClause(clause: Clause, context: Context): void {
  const { draft, language } = context;
  const chip = chipOf(clause, language);
  draft.chips.push(chip);
  switch (clause.kind) {
    case 'word':
      if (clause.mode === 'exclude') {
        draft.exclude({
          text: fold(clause.text).text,
          kind: clause.prefix ? 'prefix' : 'word',
          chip: chip.id,
        });
        return;
      }
      if (clause.mode === 'require') {
        draft.require({
          text: fold(clause.text).text,
          kind: clause.prefix ? 'prefix' : 'word',
          chip: chip.id,
        });
      }
      if (clause.prefix) draft.addPrefix(fold(clause.text).text);
      else addWord(clause.text, context, clause.mode === 'require');
      return;
    case 'phrase':
      if (clause.mode === 'exclude') {
        draft.exclude({ text: fold(clause.text).text, kind: 'phrase', chip: chip.id });
        return;
      }
      draft.require({ text: fold(clause.text).text, kind: 'phrase', chip: chip.id });
      draft.addWord(fold(clause.text).text, 1, 'own');
      draft.whole.push(fold(clause.text).text);
      return;
    case 'problem':
      for (const word of wordsOfProblem(clause.text)) addWord(word, context, false);
      return;
    case 'filter':
    case 'years':
    case 'has':
      draft.filters.push({ clause, chip: chip.id });
      return;
  }
}

/** Takes a word as typed: each run of one script by itself. */
function addWord(typed: string, context: Context, exact: boolean): void {
  const { draft, isWanted } = context;
  const folded = fold(typed).text;
  draft.whole.push(folded);
  if ([...typed].some(isTraditional)) {
    const id = chipId('traditional', typed);
    if (!isWanted(id)) {
      draft.addWord(typed.toLowerCase(), 1, 'own');
      return;
    }
    draft.chips.push({ id, kind: 'traditional', text: typed, added: [folded] });
  }
  for (const run of splitRuns(folded)) {
    if (run.kind === 'han') addChinese(run.text, context, exact);
    else {
      draft.addWord(run.text, 1, 'own');
      addPlace(run.text, context);
    }
  }
}

/** A place written in letters is looked for in Chinese as well, though English texts know it too. */
function addPlace(word: string, { draft, knowledge, isWanted }: Context): void {
  const place = knowledge.table.byReading.get(word)?.find(({ kind }) => kind === 'place');
  const id = chipId('pinyin', word);
  if (!place || !isWanted(id)) return;
  draft.chips.push({ id, kind: 'pinyin', text: word, added: [place.text] });
  draft.addWord(fold(place.text).text, REPAIR_WEIGHT, 'added');
}

function addChinese(run: string, context: Context, exact: boolean): void {
  const { draft, knowledge, isWanted } = context;
  draft.heard.push(run);
  const parts =
    !exact && hasQuestionWord(run) && knowledge.countDocuments(run) === 0 ? withoutQuestionWords(run) : [run];
  for (const part of parts) {
    draft.addWord(part, 1, 'own');
    if (exact || context.lookups >= MAX_LOOKUPS || !draft.hasUnknownPair(part)) continue;
    context.lookups++;
    for (const { typed, meant } of repairChinese(part, knowledge)) {
      const id = chipId('typo', typed);
      if (!isWanted(id)) continue;
      draft.chips.push({ id, kind: 'typo', text: typed, added: [meant] });
      draft.addWord(meant, REPAIR_WEIGHT, 'added');
      draft.heard.push(meant);
    }
  }
}

/** Takes Latin words that the library does not know, one after another: pinyin, typing errors, or just unknown. */
function addLatin(words: readonly string[], context: Context): void {
  const { draft, language } = context;
  for (const word of words)
    draft.chips.push(chipOf({ kind: 'word', text: word, mode: 'any', prefix: false }, language));
  draft.whole.push(...words);
  if (words.length > 1 && addPinyin(words.join(''), words.join(' '), context)) return;
  for (const word of words) {
    if (context.lookups++ >= MAX_LOOKUPS) draft.addWord(word, 1, 'own');
    else if (!addPinyin(word, word, context)) addRepaired(word, context);
  }
}

function addPinyin(letters: string, typed: string, { draft, knowledge, isWanted }: Context): boolean {
  const id = chipId('pinyin', typed);
  if (!isWanted(id)) return false;
  const readings = readPinyin(letters, knowledge);
  if (readings.length === 0) return false;
  draft.chips.push({ id, kind: 'pinyin', text: typed, added: readings.map((words) => words.join(' ')) });
  draft.spelled.push(...readings.map((words) => ({ typed, name: words.join('') })));
  for (const word of new Set(readings.flat())) {
    draft.addWord(word, 1, 'own');
    draft.heard.push(word);
  }
  return true;
}

function addRepaired(word: string, { draft, knowledge, isWanted }: Context): void {
  draft.addWord(word, 1, 'own');
  const id = chipId('typo', word);
  const [meant] = knowledge.latin.nearest(word, 1);
  draft.heard.push(meant ?? word);
  if (meant === undefined || !isWanted(id)) return;
  draft.chips.push({ id, kind: 'typo', text: word, added: [meant] });
  draft.addWord(meant, REPAIR_WEIGHT, 'added');
}

function addGlossary({ draft, knowledge, isWanted }: Context): void {
  for (const match of knowledge.glossary.match(draft.heardText())) {
    const id = `glossary:${match.term.id}`;
    const added = knowledge.glossary.additions(match);
    if (added.length === 0 || !isWanted(id)) continue;
    const shown = added.filter((word) => knowledge.countDocuments(fold(word).text) > 0).slice(0, MAX_SHOWN);
    // Where the library has none of them, their parts would find only chance.
    if (shown.length === 0) continue;
    for (const word of added) draft.addWord(fold(word).text, GLOSSARY_WEIGHT, 'added');
    draft.chips.push({ id, kind: 'glossary', text: match.entry, added: shown });
  }
}

function chipId(kind: Chip['kind'], text: string): string {
  return `${kind}:${text.slice(0, 150)}`;
}

/** The chip of a clause; its id is the same whenever the clause is typed again. */
export function chipOf(clause: Clause, language: Language): Chip {
  const text = printClause(clause);
  switch (clause.kind) {
    case 'word': {
      const kind =
        clause.mode === 'exclude'
          ? 'exclude'
          : clause.mode === 'require'
            ? 'require'
            : clause.prefix
              ? 'prefix'
              : 'word';
      return { id: chipId(kind, text), kind, text: clause.text };
    }
    case 'phrase': {
      const kind = clause.mode === 'exclude' ? 'exclude' : 'phrase';
      return { id: chipId(kind, text), kind, text: clause.text };
    }
    case 'problem': {
      const meant = meantBy(text);
      return {
        id: chipId('problem', text),
        kind: 'problem',
        text,
        ...(meant.length > 0 ? { added: meant } : {}),
      };
    }
    case 'filter':
    case 'years':
    case 'has':
      return { id: chipId('filter', text), kind: 'filter', ...filterWords(clause, language) };
  }
}

/** What a condition with an unknown value may have meant, as it would be typed. */
function meantBy(text: string): string[] {
  const match = /^([+\-－＋]?)([^:：]{1,16})[:：]([^:：,，、]{1,40})$/u.exec(text);
  const key = match?.[2] === undefined ? undefined : findKey(match[2]);
  if (!match || key === undefined) return [];
  return nearestValues(key, match[3] ?? '').map((value) => `${match[1]}${match[2]}:${value}`);
}

function filterWords(clause: FilterClause, language: Language): { key: string; text: string } {
  const sign = clause.exclude ? '-' : '';
  if (clause.kind === 'years') return { key: 'year', text: sign + printYears(clause) };
  if (clause.kind === 'has') return { key: 'has', text: sign + clause.what };
  const list = clause.key === 'collection' ? undefined : listOfKey(clause.key);
  const labels = clause.values.map((value) => {
    const entry =
      list && (findEntry(list, value) ?? findEntry('nothing', value) ?? findEntry('dimensionGroups', value));
    return entry?.[language] ?? value;
  });
  return { key: clause.key, text: sign + labels.join(language === 'zh' ? '、' : ', ') };
}
