import type { ExchangeNote } from './exchange-note.ts';

/** The contexts of an annotation of ours: the W3C's, and our own names for what it has none for. */
export const W3C_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const OKM_CONTEXT = { okm: 'urn:okm:ns#' };

export const motivations = {
  highlight: 'highlighting',
  note: 'commenting',
  question: 'questioning',
  answer: 'replying',
  bookmark: 'bookmarking',
} as const satisfies Record<ExchangeNote['kind'], string>;

interface Owner {
  readonly id: string;
  readonly name: string;
}

/**
 * Notes as a W3C `AnnotationCollection` with one page (Web Annotation Data Model, 2017). Keys in one order, so
 * that equal notes give equal bytes.
 */
export function writeJsonLd(notes: readonly ExchangeNote[], owner: Owner): unknown {
  return {
    '@context': [W3C_CONTEXT, OKM_CONTEXT],
    id: owner.id,
    type: 'AnnotationCollection',
    ...(owner.name === '' ? {} : { label: owner.name }),
    total: notes.length,
    first: {
      id: `${owner.id}:page`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: notes.map((note) => writeItem(note, owner)),
    },
  };
}

function writeItem(note: ExchangeNote, owner: Owner): unknown {
  const person = note.person ?? owner;
  const purpose =
    note.kind === 'highlight' || note.kind === 'bookmark' ? 'commenting' : motivations[note.kind];
  const body = [
    ...(note.body === ''
      ? []
      : [{ type: 'TextualBody', purpose, format: 'text/markdown', value: note.body }]),
    ...note.tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
  ];
  return {
    id: `urn:uuid:${note.id}`,
    type: 'Annotation',
    motivation: motivations[note.kind],
    creator: { id: person.id, type: 'Person', ...(person.name === '' ? {} : { name: person.name }) },
    ...(note.createdAt === null ? {} : { created: note.createdAt }),
    ...(note.modifiedAt === null ? {} : { modified: note.modifiedAt }),
    ...(body.length === 0 ? {} : { body }),
    target: note.replyTo === null ? writeTarget(note) : [`urn:uuid:${note.replyTo}`, writeTarget(note)],
  };
}

function writeTarget(note: ExchangeNote): unknown {
  const quote = {
    type: 'TextQuoteSelector',
    ...(note.prefix === '' ? {} : { prefix: note.prefix }),
    exact: note.exact,
    ...(note.suffix === '' ? {} : { suffix: note.suffix }),
  };
  const position = { type: 'TextPositionSelector', start: note.start, end: note.end };
  return {
    source: sourceOf(note),
    styleClass: `okm-${note.colour}`,
    'okm:language': note.language,
    ...(note.section === '' ? {} : { 'okm:section': note.section }),
    ...(note.textHash === '' ? {} : { 'okm:textHash': note.textHash }),
    ...(note.alike === null || note.thing !== 'text' ? {} : { 'okm:alike': note.alike }),
    selector: note.start < 0 ? [quote] : [position, quote],
  };
}

/** The address of what a note stands on. */
export function sourceOf(note: Pick<ExchangeNote, 'thing' | 'thingId' | 'caseId' | 'language'>): string {
  const { thing, thingId, caseId, language } = note;
  if (thing === 'cell') return `urn:okm:comparison:${thingId}/${caseId}`;
  if (thing === 'figure') return `urn:okm:case:${caseId}#figure/${thingId}`;
  return `urn:okm:case:${caseId}:${language}`;
}
