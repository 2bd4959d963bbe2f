import type { CslItem } from '#contract/case.ts';

type CslType = CslItem['type'];

/** How each type of source is called in RIS, and its entry type in BibLaTeX. */
export const typeNames: Readonly<Record<CslType, { readonly ris: string; readonly bib: string }>> = {
  'article-journal': { ris: 'JOUR', bib: 'article' },
  'article-newspaper': { ris: 'NEWS', bib: 'article' },
  'article-magazine': { ris: 'MGZN', bib: 'article' },
  webpage: { ris: 'ELEC', bib: 'online' },
  report: { ris: 'RPRT', bib: 'report' },
  book: { ris: 'BOOK', bib: 'book' },
  chapter: { ris: 'CHAP', bib: 'incollection' },
  thesis: { ris: 'THES', bib: 'thesis' },
  'paper-conference': { ris: 'CPAPER', bib: 'inproceedings' },
  legislation: { ris: 'STAT', bib: 'legislation' },
  regulation: { ris: 'STAT', bib: 'legislation' },
  standard: { ris: 'STAND', bib: 'standard' },
  dataset: { ris: 'DATA', bib: 'dataset' },
};

/** Other names of RIS for the same, as reference managers write them. */
const risAliases: Readonly<Record<string, CslType>> = {
  EJOUR: 'article-journal',
  JFULL: 'article-journal',
  WEB: 'webpage',
  BLOG: 'webpage',
  GEN: 'webpage',
  EBOOK: 'book',
  EDBOOK: 'book',
  ECHAP: 'chapter',
  CONF: 'paper-conference',
  LEGAL: 'legislation',
  LAW: 'legislation',
  BILL: 'legislation',
  GOVDOC: 'report',
  AGGR: 'dataset',
};

/** The type of source that a RIS type names; undefined for one that has no counterpart. */
export function typeOfRis(name: string): CslType | undefined {
  const known = Object.entries(typeNames).find(([, { ris }]) => ris === name);
  return known === undefined ? risAliases[name] : (known[0] as CslType);
}

/** Of what kind a source of a type mostly is: a first guess, for the author to put right. */
export function usualKind(type: CslType): CslItem['custom']['kind'] {
  switch (type) {
    case 'article-journal':
    case 'book':
    case 'chapter':
    case 'thesis':
    case 'paper-conference':
    case 'dataset':
      return 'scholarly';
    case 'article-newspaper':
    case 'article-magazine':
    case 'webpage':
      return 'press';
    case 'legislation':
    case 'regulation':
    case 'standard':
      return 'law';
    case 'report':
      return 'official';
  }
}
