import { z } from 'zod';

/** A case's id: the slug of its file, lower case with hyphens, city first. */
export const CaseId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
  .brand('CaseId');
export type CaseId = z.infer<typeof CaseId>;

export const AnnotationId = z.uuid().brand('AnnotationId');
export type AnnotationId = z.infer<typeof AnnotationId>;

export const ComparisonId = z.uuid().brand('ComparisonId');
export type ComparisonId = z.infer<typeof ComparisonId>;

/** A text of a case is Chinese or English. */
export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;

/** Words shown to people, in both languages. */
export const Bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;
