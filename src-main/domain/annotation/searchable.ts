import { fold } from '../analyser/fold.ts';
import { parseQuery } from '../query/parse-query.ts';

/** What of a note can be found, folded as the search folds. */
export function searchableText(note: {
  readonly exact: string;
  readonly body: string;
  readonly tags: readonly string[];
}): string {
  return fold([note.exact, note.body, ...note.tags].join('\n')).text;
}

/** A query as texts to look for in {@link searchableText}: all of `texts` must stand there, none of `without`. */
export function toSearchTexts(query: string): {
  readonly texts: readonly string[];
  readonly without: readonly string[];
} {
  const texts: string[] = [];
  const without: string[] = [];
  for (const clause of parseQuery(query).clauses) {
    switch (clause.kind) {
      case 'word':
      case 'phrase':
        (clause.mode === 'exclude' ? without : texts).push(fold(clause.text).text);
        break;
      case 'problem':
        texts.push(fold(clause.text).text);
        break;
      case 'filter':
        // Of the keys of the library only this one says something of a note.
        if (clause.key === 'tag') texts.push(...clause.values.map((value) => fold(value).text));
        break;
      case 'years':
      case 'has':
        break;
    }
  }
  return { texts: texts.filter((text) => text !== ''), without: without.filter((text) => text !== '') };
}
