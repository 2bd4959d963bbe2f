import type { Glossary, GlossaryTerm } from '#contract/glossary.ts';
import { classAt, singular } from '../../analyser/analyse.ts';
import { fold } from '../../analyser/fold.ts';

/** A glossary term met in a query. */
export interface GlossaryMatch {
  readonly term: GlossaryTerm;
  /** The entry that was met, as the glossary writes it. */
  readonly entry: string;
}

export interface GlossaryMatcher {
  /** Terms whose entries occur in a folded text; of entries inside one another the longest alone. */
  match(folded: string): GlossaryMatch[];
  /** What a term adds to a query: its other entries in both languages, and what it expands to. */
  additions(match: GlossaryMatch): string[];
}

interface Unit {
  readonly text: string;
  readonly end: number;
}

interface Node {
  readonly next: Map<string, Node>;
  ends: GlossaryMatch[];
}

/** Compiles a glossary to one matcher, so that a query is read once whatever the glossary's size. */
export function compileGlossary(glossary: Glossary): GlossaryMatcher {
  const root: Node = { next: new Map(), ends: [] };
  const byId = new Map(glossary.map((term) => [term.id, term]));
  for (const term of glossary) {
    const asked = [...(term.asked?.zh ?? []), ...(term.asked?.en ?? [])];
    for (const entry of [...entriesOf(term), ...asked]) insert(root, entry, { term, entry });
  }
  return {
    match: (folded) => findMatches(root, folded),
    additions({ term, entry }) {
      const expanded = (term.expands ?? []).flatMap((word) => {
        const other = byId.get(word);
        return other ? [other.zh, other.en] : [word];
      });
      const all = new Set([...entriesOf(term), ...expanded]);
      all.delete(entry);
      return [...all];
    },
  };
}

/** All ways in which a glossary term is said. */
export function entriesOf(term: GlossaryTerm): string[] {
  return [...new Set([term.zh, term.en, ...(term.aliases?.zh ?? []), ...(term.aliases?.en ?? [])])];
}

function insert(root: Node, entry: string, match: GlossaryMatch): void {
  let node = root;
  for (const unit of unitsOf(fold(entry).text)) {
    const next: Node = node.next.get(unit.text) ?? { next: new Map(), ends: [] };
    node.next.set(unit.text, next);
    node = next;
  }
  if (node !== root && !node.ends.some(({ term }) => term === match.term)) node.ends.push(match);
}

function findMatches(root: Node, folded: string): GlossaryMatch[] {
  const units = unitsOf(folded);
  const found: GlossaryMatch[] = [];
  let covered = 0;
  for (let from = 0; from < units.length; from++) {
    let node: Node | undefined = root;
    let longest: Node | undefined;
    let end = from;
    for (let at = from; at < units.length; at++) {
      node = node.next.get(units[at]?.text ?? '');
      if (!node) break;
      if (node.ends.length > 0) {
        longest = node;
        end = at + 1;
      }
    }
    if (!longest || end <= covered) continue;
    covered = end;
    found.push(...longest.ends);
  }
  const seen = new Set<string>();
  return found.filter(({ term }) => !seen.has(term.id) && seen.add(term.id));
}

/** A folded text as what entries are made of: single Chinese characters, words, numbers; a blank between Chinese ones parts them. */
function unitsOf(folded: string): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  let parted = false;
  while (at < folded.length) {
    const kind = classAt(folded, at);
    const size = (folded.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    if (kind === 'other') {
      parted = true;
      at += size;
      continue;
    }
    let end = at + size;
    if (kind !== 'han') while (end < folded.length && classAt(folded, end) === kind) end++;
    const text = folded.slice(at, end);
    if (parted && kind === 'han' && units.length > 0) units.push({ text: ' ', end: at });
    // No stem: whoever asks for a park does not ask for parking.
    units.push({ text: kind === 'letter' ? singular(text) : text, end });
    parted = false;
    at = end;
  }
  return units;
}
