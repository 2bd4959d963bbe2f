import type { Glossary } from '#contract/glossary.ts';
import type { PacketDocument } from '#contract/packet-document.ts';

/** The glossary's terms that the pages say, in the order of the glossary. */
export function termsIn(glossary: Glossary, said: string, language: 'zh' | 'en'): PacketDocument['glossary'] {
  const words = said.toLowerCase();
  return glossary
    .filter((term) =>
      [term[language], ...(term.aliases?.[language] ?? [])].some((one) => words.includes(one.toLowerCase())),
    )
    .map((term) => ({
      term: term[language],
      other: term[language === 'zh' ? 'en' : 'zh'],
      meaning: term.define[language],
    }));
}
