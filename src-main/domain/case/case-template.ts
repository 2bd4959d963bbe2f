import { stringify } from 'yaml';
import type { Bilingual, Language } from '#contract/ids.ts';
import { vocabulary } from '#contract/vocabulary.ts';

export interface NewCase {
  readonly id: string;
  readonly type: string;
  readonly title: Bilingual;
  /** The day on which the case is begun, ISO 8601. */
  readonly today: string;
}

/**
 * The two files of a case that is still to be written: front matter whose unknown values say so, the fixed
 * sections, empty. What is left to do is what `okm check` finds wrong with them.
 */
export function caseTemplate({
  id,
  type,
  title,
  today,
}: NewCase): Readonly<Record<'main' | 'translation', string>> {
  const references = [
    {
      id: 'S1',
      type: 'webpage',
      title: title.zh,
      language: 'zh-CN',
      custom: { kind: 'official', undated: true },
    },
  ];
  const front = {
    id,
    language: 'zh',
    title,
    type,
    place: { country: 'CN' },
    level: 'community',
    period: { start: 'not-stated', status: 'not-stated' },
    challenges: 'not-stated',
    dimensions: 'not-stated',
    lifecycle: 'not-stated',
    space: 'not-stated',
    actors: 'not-stated',
    tools: 'not-stated',
    funding: 'not-stated',
    participation: 'not-stated',
    concerns: { role: 'not-stated', capability: 'not-stated', sustainability: 'not-stated' },
    figures: [],
    events: [],
    transfer: [],
    related: [],
    references,
    inSeed: false,
    reviewed: today,
  };
  return {
    main: fileOf(front, 'zh'),
    translation: fileOf({ id, language: 'en', title: title.en, references }, 'en'),
  };
}

function fileOf(front: unknown, language: Language): string {
  const yaml = stringify(front, { lineWidth: 0 });
  const sections = vocabulary.section.map((section) => `## ${section[language]}\n`);
  return `---\n${yaml}---\n\n${sections.join('\n')}`;
}
