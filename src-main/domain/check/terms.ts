import type { Case, CaseText, Problem } from '#contract/case-tree.ts';
import type { Glossary } from '#contract/glossary.ts';
import { problem } from '../case/problems.ts';
import { createLocator, type Locator, type SourceText } from './locate.ts';

/** Names of actors that the library puts into English in two ways. */
export function checkActorNames(
  cases: readonly Case[],
  locatorOf: (value: Case) => Locator | undefined,
): Problem[] {
  const english = new Map<string, string>();
  return cases.flatMap((value): Problem[] => {
    const { actors } = value.front;
    if (typeof actors === 'string') return [];
    return actors.flatMap(({ name }): Problem[] => {
      const known = english.get(name.zh);
      if (known === undefined) english.set(name.zh, name.en);
      const locator = locatorOf(value);
      if (known === undefined || plain(known) === plain(name.en) || !locator || isGeneric(name.zh)) return [];
      const details = { detail: name.zh, actual: name.en, expected: [known] };
      return [problem('term-two-ways', locator.ofWords(name.zh), details, 'warning')];
    });
  });
}

/** Words of the glossary that stand for two terms, or a term twice. */
export function checkGlossary(glossary: Glossary, source: SourceText): Problem[] {
  const locator = createLocator(source);
  const owner = new Map<string, string>();
  return glossary.flatMap((term): Problem[] =>
    [term.zh, term.en, ...(term.aliases?.zh ?? []), ...(term.aliases?.en ?? [])].flatMap(
      (word): Problem[] => {
        const key = plain(word);
        const known = owner.get(key);
        if (known === undefined) owner.set(key, term.id);
        if (known === undefined || known === term.id) return [];
        const details = { detail: word, actual: term.id, expected: [known] };
        return [problem('term-two-ways', locator.ofWords(`id: ${term.id}`), details)];
      },
    ),
  );
}

/** A shorter Chinese word has many English ones, and rightly. */
const SHORTEST_TERM = 4;
/** The library has a way of saying a term where so many cases use it, and so large a share of them agree. */
const LEAST_USES = 4;
const AGREEING_SHARE = 0.75;

/**
 * Cases whose English says a term otherwise than the glossary and nearly all other cases do. A term is looked
 * for only outside longer terms (总规划师 holds no 规划师).
 */
export function checkTermUse(
  cases: readonly Case[],
  glossary: Glossary,
  locatorOf: (value: Case) => Locator | undefined,
): Problem[] {
  const terms = glossary
    .filter(({ zh }) => zh.length >= SHORTEST_TERM)
    .sort((a, b) => b.zh.length - a.zh.length);
  const uses = new Map(terms.map((term) => [term, { agree: 0, differ: [] as Case[] }]));
  for (const value of cases) {
    const { zh, en } = value.texts;
    if (!zh || !en) continue;
    let chinese = wordsOf(zh);
    const english = plain(wordsOf(en));
    for (const [term, use] of uses) {
      if (!chinese.includes(term.zh)) continue;
      chinese = chinese.replaceAll(term.zh, ' ');
      if ([term.en, ...(term.aliases?.en ?? [])].some((word) => english.includes(plain(word)))) use.agree++;
      else use.differ.push(value);
    }
  }
  return [...uses].flatMap(([{ zh, en }, { agree, differ }]) => {
    const all = agree + differ.length;
    if (all < LEAST_USES || agree / all < AGREEING_SHARE) return [];
    return differ.flatMap((value): Problem[] => {
      const locator = locatorOf(value);
      if (!locator) return [];
      const text = value.texts.zh;
      const section = text?.sections.find((candidate) => candidate.text.includes(zh));
      const place = section ? locator.inSection(section, section.text.indexOf(zh)) : locator.ofWords(zh);
      return [problem('term-use', place, { actual: zh, expected: [en] }, 'warning')];
    });
  });
}

function wordsOf({ sections }: CaseText): string {
  return sections.map(({ text }) => text).join('\n');
}

/** Common nouns name another body in every place: 居民, 设计团队. */
function isGeneric(name: string): boolean {
  return !/[省市县区乡镇街]|大学|学院|公司|集团/.test(name);
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll('’', "'").replace(/^the /, '').trim();
}
