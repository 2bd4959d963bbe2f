import { oc } from '@orpc/contract';
import { z } from 'zod';
import { SectionId } from './case.ts';
import { contractErrors } from './errors.ts';
import { Delivery } from './exports.ts';
import { Bilingual, CaseId, Language } from './ids.ts';
import { FacetId } from './search.ts';

/** The controlled lists that a picture can set against each other, group by, or narrow the cases by. */
export const PictureList = FacetId.extract([
  'type',
  'level',
  'dimension',
  'challenge',
  'stage',
  'space',
  'actor',
  'tool',
  'funding',
  'participation',
]);
export type PictureList = z.infer<typeof PictureList>;

/** Values ticked by list: any of a list, and all of the lists. The same as the library's filters. */
export const PictureFilters = z.partialRecord(PictureList, z.array(z.string().max(80)).max(40));
export type PictureFilters = z.infer<typeof PictureFilters>;

/** A case in a cell, with the sentence that puts it there where the case names one. */
export const CellCase = z.object({
  id: CaseId,
  quote: Bilingual.optional(),
  at: SectionId.optional(),
});
export type CellCase = z.infer<typeof CellCase>;

/** Two lists set against each other. */
export const Matrix = z.object({
  rows: z.array(z.object({ id: z.string(), count: z.number().int() })),
  columns: z.array(z.object({ id: z.string(), group: z.string().optional() })),
  /** `cells[row][column]`: the cases that stand there. A case may stand in several. */
  cells: z.array(z.array(z.array(CellCase))),
  /** What a cell is coloured by, 0 to 5, and the values that each colour stands for: cases, or per cent. */
  heats: z.array(z.array(z.number().int())),
  ranges: z.array(z.object({ heat: z.number().int(), from: z.number().int(), to: z.number().int() })),
  /** Cases looked at. */
  total: z.number().int(),
  /** Of those, the ones that say nothing about a list and so stand nowhere. */
  silentRows: z.number().int(),
  silentColumns: z.number().int(),
});
export type Matrix = z.infer<typeof Matrix>;

const MatrixInput = z.strictObject({
  rows: PictureList,
  columns: PictureList,
  /** Coloured by the share of the row's cases, not by their number. */
  share: z.boolean().default(false),
  filters: PictureFilters.optional(),
});

export const PictureName = z.enum([
  'matrix',
  'timeline',
  'places',
  'life-cycle',
  'actors',
  'accounts',
  'silence',
]);
export type PictureName = z.infer<typeof PictureName>;

/** What to draw. What a picture has no use for is passed over. */
export const PictureInput = z.strictObject({
  name: PictureName,
  language: Language,
  filters: PictureFilters.optional(),
  /** Of these cases only; those that are not there are passed over. */
  cases: z.array(CaseId).max(500).optional(),
  /** A table of ten thousand rows is made and sent only when somebody reads it. */
  withTable: z.boolean().default(true),
  /** CSS px. */
  width: z.number().int().min(320).max(2400).default(904),
  /** Matrix only. */
  rows: PictureList.default('type'),
  columns: PictureList.default('dimension'),
  share: z.boolean().default(false),
  /** Timeline: the list that cases are grouped by. */
  by: PictureList.default('type'),
  /** Timeline: first and last year drawn. */
  years: z.strictObject({ from: z.number().int(), to: z.number().int() }).optional(),
  /** Map: the whole world, or as much of it as the cases need. */
  view: z.enum(['world', 'cases']).default('world'),
  /** Map: magnification about a point, degrees. */
  zoom: z.number().min(1).max(64).default(1),
  centre: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
});
export type PictureInput = z.infer<typeof PictureInput>;

/**
 * A mark of a drawing: an element of SVG with nothing in it but marks or words. `fill` and `stroke` name tokens
 * of the interface (`heat-3`), so that one drawing serves every theme.
 */
export interface Mark {
  readonly tag: 'g' | 'path' | 'rect' | 'circle' | 'line' | 'text';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly Mark[];
  /** Words of a `text`. */
  readonly words?: string;
  /** Cases that a press on it shows. */
  readonly cases?: readonly string[];
}

export interface Drawing {
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A picture of the library: the drawing, the same as a table, and what is not in it. */
export interface Picture {
  readonly title: string;
  /** Where it comes from: cases, edition. */
  readonly source: string;
  /** What is to be seen, in words. */
  readonly alt: string;
  readonly drawing: Drawing;
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly {
      readonly cells: readonly string[];
      readonly cases: readonly string[];
      /** Where single cells have cases of their own: those of each cell. */
      readonly cellCases?: readonly (readonly string[])[];
    }[];
  };
  /** Sentences on what is not shown, with counts. */
  readonly notShown: readonly string[];
  /** Timeline: the first and last year of all its cases. Map: longitude and latitude of its middle. */
  readonly years?: { readonly from: number; readonly to: number };
  readonly centre?: readonly [number, number];
  /** Timeline: where its first year begins and its last one ends, CSS px. */
  readonly axis?: {
    readonly left: number;
    readonly right: number;
    readonly from: number;
    readonly to: number;
  };
  /** Map: degrees east and north that a CSS px stands for about its middle. */
  readonly degrees?: readonly [number, number];
}

/** The colours that a drawing is written with. */
export const PictureTheme = z.enum(['light', 'dark', 'contrast-light', 'contrast-dark']);
export type PictureTheme = z.infer<typeof PictureTheme>;

const procedure = oc.errors(contractErrors);

export const pictures = {
  matrix: procedure.input(MatrixInput).output(Matrix),
  draw: procedure.input(PictureInput).output(z.custom<Picture>()),
  /** The picture as a file, its words as outlines so that they look the same everywhere. */
  export: procedure
    .input(
      z.strictObject({
        picture: PictureInput,
        format: z.enum(['svg', 'png']),
        theme: PictureTheme.default('light'),
      }),
    )
    .output(Delivery),
};
