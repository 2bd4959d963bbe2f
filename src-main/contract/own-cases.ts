import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseType, CslItem, Level, RefId } from './case.ts';
import type { Problem } from './case-tree.ts';
import { contractErrors } from './errors.ts';
import { Bilingual, CaseId, Language } from './ids.ts';

/** Names the files of one own case: `<type>/<id>`, or `<id>` for files that lie in no type's folder. */
export const OwnCaseKey = z
  .string()
  .max(100)
  .regex(/^(?:[a-z-]+\/)?[a-z0-9][a-z0-9-]{0,63}$/);
export type OwnCaseKey = z.infer<typeof OwnCaseKey>;

export const OwnCase = z.object({
  key: OwnCaseKey,
  /** Null while its files have never been read without an error. */
  id: CaseId.nullable(),
  title: Bilingual.nullable(),
  basedOn: CaseId.nullable(),
  /**
   * `ready`: in the library; `draft`: not yet; `old`: in the library as it was before its files had an error;
   * `clash`: not in the library, since another case has its id.
   */
  state: z.enum(['ready', 'draft', 'old', 'clash']),
  errors: z.number().int(),
  warnings: z.number().int(),
  modifiedAt: z.iso.datetime(),
});
export type OwnCase = z.infer<typeof OwnCase>;

export const OwnCases = z.object({
  folder: z.string(),
  /** `missing`: the folder is gone; `vanished`: many files went at once. What was known is kept in both. */
  state: z.enum(['ok', 'missing', 'vanished']),
  vanished: z.number().int(),
  /** Cases still to be read. */
  reading: z.number().int(),
  cases: z.array(OwnCase),
  /** Files in the folder that cannot be cases. */
  oddFiles: z.array(z.custom<Problem>()),
});
export type OwnCases = z.infer<typeof OwnCases>;

/** One file of a case as it was read, with what tells whether it has changed since. */
export const OwnCaseFile = z.object({ file: z.string(), text: z.string(), hash: z.string() });
export type OwnCaseFile = z.infer<typeof OwnCaseFile>;

/** What the form beside the text shows; '' where the text says nothing that the form can show. */
export const CaseForm = z.object({
  titleZh: z.string(),
  titleEn: z.string(),
  type: z.string(),
  level: z.string(),
  country: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  site: z.string(),
  start: z.string(),
  end: z.string(),
  status: z.string(),
  aliases: z.array(z.string()),
  challenges: z.array(z.string()),
  space: z.array(z.string()),
  tools: z.array(z.string()),
});
export type CaseForm = z.infer<typeof CaseForm>;

const words = z.string().trim().max(200);
const list = z.array(z.string().trim().min(1).max(120)).max(60);

/** What is changed in the form. A title goes into both files. */
export const CaseFormPatch = z.strictObject({
  titleZh: words.min(1).optional(),
  titleEn: words.min(1).optional(),
  type: CaseType.optional(),
  level: Level.optional(),
  country: words.optional(),
  province: words.optional(),
  city: words.optional(),
  district: words.optional(),
  site: words.optional(),
  start: words.optional(),
  end: words.optional(),
  status: words.optional(),
  aliases: list.optional(),
  challenges: list.optional(),
  space: list.optional(),
  tools: list.optional(),
});
export type CaseFormPatch = z.infer<typeof CaseFormPatch>;

/** A case under edit, with all that is wrong in it, place by place. */
export const OpenOwnCase = z.object({
  key: OwnCaseKey,
  main: OwnCaseFile.nullable(),
  other: OwnCaseFile.nullable(),
  /** Language of the main text; the other file is in the other one. */
  language: Language,
  problems: z.array(z.custom<Problem>()),
  /** Null where the front matter cannot be read at all. */
  form: CaseForm.nullable(),
  references: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type OpenOwnCase = z.infer<typeof OpenOwnCase>;

const MAX_TEXT = 600_000;
const text = z.string().max(MAX_TEXT);
const texts = z.strictObject({ key: OwnCaseKey, main: text, other: text.nullable() });
const checked = OpenOwnCase.pick({ problems: true, form: true, references: true });
const procedure = oc.errors(contractErrors);

export const ownCases = {
  list: procedure.output(OwnCases),
  /** Begins a case from the template. */
  create: procedure
    .input(z.strictObject({ id: CaseId, type: CaseType, title: Bilingual }))
    .output(z.object({ key: OwnCaseKey })),
  /** Begins the user's own edition of a case, beside it. */
  edition: procedure.input(z.strictObject({ id: CaseId })).output(z.object({ key: OwnCaseKey })),
  open: procedure.input(z.strictObject({ key: OwnCaseKey })).output(OpenOwnCase),
  /** What is wrong in texts that are being written; nothing is stored. */
  check: procedure.input(texts).output(checked),
  /** The same texts with what the form changes; the rest of each stays letter for letter. */
  fill: procedure
    .input(texts.extend({ patch: CaseFormPatch }))
    .output(z.object({ main: z.string(), other: z.string().nullable() })),
  /** The same texts with one more source, in both files, under the next free id. */
  addReference: procedure
    .input(texts.extend({ reference: CslItem.omit({ id: true }) }))
    .output(z.object({ main: z.string(), other: z.string().nullable(), id: RefId })),
  /**
   * Writes the files. `seen` is the hash of what the edit began from, null for a file that was not there: where
   * the file has another by now, nothing is written (FILE_CHANGED). `keepTheirs` then writes all the same and
   * moves what stood there to the bin.
   */
  save: procedure
    .input(
      z.strictObject({
        key: OwnCaseKey,
        main: z.strictObject({ text, seen: z.string().max(64).nullable() }),
        other: z.strictObject({ text, seen: z.string().max(64).nullable() }).nullable(),
        keepTheirs: z.boolean().optional(),
      }),
    )
    .output(OpenOwnCase),
  /** Moves the files of a case to the bin, which is kept for thirty days. */
  remove: procedure.input(z.strictObject({ key: OwnCaseKey })).output(z.object({ bin: z.string() })),
  /** Takes files out of the bin, to where they were. */
  restore: procedure.input(z.strictObject({ bin: z.string().max(60) })).output(z.object({ key: OwnCaseKey })),
  /** Files that vanished were deleted on purpose. */
  acceptVanished: procedure.output(z.object({})),
};
