import type { Case, Problem } from '#contract/case-tree.ts';
import type { Glossary } from '#contract/glossary.ts';
import { problem } from '../case/problems.ts';
import type { Locator, SourceText } from './locate.ts';
import { createLocator } from './locate.ts';

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

/** Common nouns name another body in every place: 居民, 设计团队. */
function isGeneric(name: string): boolean {
  return !/[省市县区乡镇街]|大学|学院|公司|集团/.test(name);
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll('’', "'").replace(/^the /, '').trim();
}
