import { Annotation, NotedThing, type Person } from '#contract/annotations.ts';
import type { AnnotationRow } from './annotation-row.ts';

/** A stored note as screens and programs read it. */
export function toAnnotation(row: AnnotationRow, people: ReadonlyMap<string, Person>): Annotation {
  const { start, end, prefix, exact, suffix } = row;
  const on = thingOf(row);
  const by = row.personId === null ? undefined : (people.get(row.personId) ?? { id: row.personId, name: '' });
  return Annotation.parse({
    id: row.id,
    caseId: row.caseId,
    language: row.language,
    kind: row.kind,
    colour: row.colour,
    body: row.body,
    tags: row.tags,
    target: {
      source: sourceOf(row),
      section: row.section === '' ? null : row.section,
      textHash: row.textHash,
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', prefix, exact, suffix },
      ],
    },
    status: row.status,
    range: row.spot,
    replyTo: row.replyTo,
    createdAt: row.createdAt,
    modifiedAt: row.modifiedAt,
    ...(on ? { on } : {}),
    ...(by ? { by } : {}),
    ...(row.deletedAt === null ? {} : { removedAt: row.deletedAt }),
  });
}

/** The address of what a note stands on. */
export function sourceOf({ thing, thingId, caseId, language }: AnnotationRow): string {
  if (thing === 'cell') return `urn:okm:comparison:${thingId}/${caseId}`;
  if (thing === 'figure') return `urn:okm:case:${caseId}#figure/${thingId}`;
  return `urn:okm:case:${caseId}:${language}`;
}

function thingOf({ thing, thingId }: AnnotationRow): NotedThing | undefined {
  if (thing === 'text' || thingId === null) return undefined;
  if (thing === 'figure') return NotedThing.parse({ kind: 'figure', figureId: thingId });
  const [comparisonId, row] = thingId.split('#');
  return NotedThing.parse({ kind: 'cell', comparisonId, row });
}
