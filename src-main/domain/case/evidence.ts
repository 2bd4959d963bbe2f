import { type CslItem, SourceKind } from '#contract/case.ts';
import type { Evidence, Section } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { statesAbsence } from '../markdown/sentences.ts';

/** How well a case is evidenced: its sources by kind, how many voices they are, how much of the text cites one. */
export function evidenceOf(
  references: readonly CslItem[],
  sections: readonly Section[],
  language: Language,
): Evidence {
  const factual = sections.flatMap((section) => factualSentences(section, language));
  const years = references.flatMap(({ issued }) =>
    issued === undefined ? [] : [Number(String(issued).slice(0, 4))],
  );
  return {
    sources: countByKind(references),
    independent: countByKind(independentOf(references)),
    sentences: {
      total: sections.reduce((sum, section) => sum + section.sentences.length, 0),
      factual: factual.length,
      cited: factual.filter((sentence) => sentence.refs.length > 0).length,
    },
    newest: years.length > 0 ? Math.max(...years) : null,
  };
}

/** Sentences of a section that state facts: all but those that only state an absence; questions state none. */
export function factualSentences(section: Section, language: Language): Section['sentences'] {
  if (section.id === 'questions') return [];
  return section.sentences.filter(
    ({ start, end }) => !statesAbsence(section.text.slice(start, end), language),
  );
}

function countByKind(references: readonly CslItem[]): Record<SourceKind, number> {
  const counts = Object.fromEntries(SourceKind.options.map((kind) => [kind, 0])) as Record<
    SourceKind,
    number
  >;
  for (const item of references) counts[item.custom.kind]++;
  return counts;
}

/**
 * One source for each voice: of several items of one kind by one author, or without an author from one
 * publication or site, the first. Two articles of one newspaper by two reporters are two voices.
 */
function independentOf(references: readonly CslItem[]): CslItem[] {
  const heard = new Set<string>();
  return references.filter((item) => {
    const voices = voicesOf(item).map((voice) => `${item.custom.kind} ${voice}`);
    const isNew = voices.every((voice) => !heard.has(voice));
    for (const voice of voices) heard.add(voice);
    return isNew;
  });
}

function voicesOf(item: CslItem): string[] {
  if (item.author) {
    return item.author.map((name) =>
      'literal' in name ? name.literal : `${name.family}, ${name.given ?? ''}`,
    );
  }
  const host = item.URL === undefined ? undefined : hostOf(item.URL);
  return [item['container-title'] ?? item.publisher ?? host ?? item.title];
}

function hostOf(url: string): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(url)?.[1];
}
