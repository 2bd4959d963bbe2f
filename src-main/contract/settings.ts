import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { AnnotationColour } from './annotations.ts';
import { contractErrors } from './errors.ts';
import { Delivery } from './exports.ts';
import { CaseId, Language } from './ids.ts';

export const Theme = z.enum(['system', 'light', 'dark', 'contrast-light', 'contrast-dark']);
export type Theme = z.infer<typeof Theme>;

/** Everything that the program remembers of how its user likes it. */
export const Settings = z.strictObject({
  language: z.union([Language, z.literal('system')]),
  theme: Theme,
  /** Size of the reading text, CSS pixels. */
  readSize: z.number().int().min(15).max(24),
  readFace: z.enum(['serif', 'sans']),
  /** Whether single letters act as keys (WCAG 2.1.4 wants a way to switch them off). */
  singleKeys: z.boolean(),
  highlight: AnnotationColour,
  /** What the user calls his colours, where he has given them names. */
  colourNames: z.partialRecord(AnnotationColour, z.string().trim().max(40)),
  /** The cases waiting to be compared. */
  tray: z.array(CaseId).max(6),
  /** Widths of panes by their name, per cent of the window. */
  panes: z.record(z.string().max(40), z.array(z.number().min(0).max(100)).max(6)),
  /** Address shown last, so that a start goes back to it. */
  address: z.string().max(2000),
  recent: z.array(CaseId).max(20),
  /** What was searched for lately, as it was typed, the last first. */
  recentSearches: z.array(z.string().max(200)).max(12),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  readSize: 17,
  readFace: 'serif',
  singleKeys: true,
  highlight: 'yellow',
  colourNames: {},
  tray: [],
  panes: {},
  address: '',
  recent: [],
  recentSearches: [],
};

export const About = z.object({
  version: z.string(),
  shell: z.enum(['electron', 'web', 'cli']),
  /** What it runs on, for a report of a fault. */
  versions: z.array(z.object({ name: z.string(), version: z.string() })),
  dataFolder: z.string(),
  sizeBytes: z.number(),
  /** Why nothing can be written, when nothing can. */
  readOnly: z
    .enum(['SCHEMA_NEWER', 'FOLDER_IN_USE', 'FOLDER_READONLY', 'DISK_FULL', 'DISK_ERROR'])
    .nullable(),
  systemLanguage: Language,
});
export type About = z.infer<typeof About>;

/** Something stored has changed, in whichever window or program; screens ask anew. */
export const Change = z.object({
  what: z.enum(['annotations', 'comparisons', 'packets', 'settings', 'library', 'indexing', 'transfer']),
});
export type Change = z.infer<typeof Change>;

const procedure = oc.errors(contractErrors);

export const settings = {
  get: procedure.output(Settings),
  update: procedure.input(Settings.partial()).output(Settings),
};

export const app = {
  about: procedure.output(About),
  /** The log and the versions as one file, without a word of the user's. */
  diagnostics: procedure.output(Delivery),
  changes: procedure.output(eventIterator(Change)),
};
