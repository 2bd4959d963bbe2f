import { z } from 'zod';
import type { Section } from './case-tree.ts';
import { CaseId, Language } from './ids.ts';
import { idsOf } from './vocabulary.ts';

export const TeachingSectionId = z.enum(idsOf('teachingSection'));
export type TeachingSectionId = z.infer<typeof TeachingSectionId>;

/** The front matter of a teaching note: `<case>.teaching.md` in Chinese, `<case>.teaching.en.md` in English. */
export const TeachingFrontMatter = z.strictObject({
  id: CaseId,
  language: Language,
  kind: z.literal('teaching'),
  title: z.string().min(1),
});
export type TeachingFrontMatter = z.infer<typeof TeachingFrontMatter>;

/** A section of a teaching note: a section's tree under another id. */
export interface TeachingSection extends Omit<Section, 'id'> {
  readonly id: TeachingSectionId;
}

/** A teaching note as it was parsed. It cites the references of its case. */
export interface TeachingNote {
  readonly front: TeachingFrontMatter;
  readonly sections: readonly TeachingSection[];
}
