import { fold } from '#domain/analyser/fold.ts';
import { fieldNames, fieldTexts, type SearchDocument } from '#domain/ranking/document.ts';
import type { FoldedSection } from '#domain/ranking/snippets.ts';

/** The folded texts of documents, each folded when it is first asked for, and kept as long as the document. */
export interface FoldedTexts {
  sections(document: SearchDocument): readonly FoldedSection[];
  /** All of a document's words: sections, names, facts, notes. */
  all(document: SearchDocument): readonly string[];
  /** The same, without what only the promoter says. */
  independent(document: SearchDocument): readonly string[];
}

/** Keeps the folded texts of documents; a document that was changed is another one, and the old is forgotten. */
export function createFoldedTexts(): FoldedTexts {
  const sections = new WeakMap<SearchDocument['sections'], readonly FoldedSection[]>();
  const texts = new WeakMap<SearchDocument, readonly string[]>();
  const independent = new WeakMap<SearchDocument, readonly string[]>();
  const self: FoldedTexts = {
    sections(document) {
      const found = sections.get(document.sections);
      if (found) return found;
      const made = document.sections.map((section) => ({ section, folded: fold(section.text) }));
      sections.set(document.sections, made);
      return made;
    },
    all(document) {
      const found = texts.get(document);
      if (found) return found;
      const extra = fieldNames.flatMap((field) => document.extra[field] ?? []).map((text) => fold(text).text);
      const made = [...self.sections(document).map(({ folded }) => folded.text), ...extra];
      texts.set(document, made);
      return made;
    },
    independent(document) {
      const found = independent.get(document);
      if (found) return found;
      const fields = fieldNames.filter((field) => field !== 'claim');
      const made = fields.flatMap((field) => fieldTexts(document, field)).map((text) => fold(text).text);
      independent.set(document, made);
      return made;
    },
  };
  return self;
}
