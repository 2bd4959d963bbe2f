import { z } from 'zod';
import { PictureFilters, PictureList } from '#contract/pictures.ts';

const filters = PictureFilters.optional().catch(undefined);
const cases = z.array(z.string().max(64)).max(500).optional().catch(undefined);
const year = z.number().int().min(1000).max(2100).optional().catch(undefined);

/** The pictures that stand under Matrix, one tab each. */
export const MatrixTab = z.enum([
  'matrix',
  'timeline',
  'life-cycle',
  'actors',
  'accounts',
  'silence',
  'transfer',
]);
export type MatrixTab = z.infer<typeof MatrixTab>;

/** What Matrix shows, as its address keeps it; a part that is not understood is left out, not refused. */
export const MatrixAddress = z.object({
  show: MatrixTab.optional().catch(undefined),
  rows: PictureList.optional().catch(undefined),
  columns: PictureList.optional().catch(undefined),
  share: z.boolean().optional().catch(undefined),
  /** The cell that is picked: `row column`. */
  cell: z.string().max(160).optional().catch(undefined),
  by: PictureList.optional().catch(undefined),
  from: year,
  to: year,
  /** Years marked on the timeline, first and last. */
  marked: z.tuple([z.number().int(), z.number().int()]).optional().catch(undefined),
  filters,
  /** Cases picked in a picture. */
  cases,
  /** Transfer: the cases whose conditions are held against a place, and the place. */
  of: z.array(z.string().max(64)).max(12).optional().catch(undefined),
  place: z.uuid().optional().catch(undefined),
});
export type MatrixAddress = z.infer<typeof MatrixAddress>;

/** What Places shows. */
export const PlacesAddress = z.object({
  view: z.enum(['world', 'cases']).optional().catch(undefined),
  zoom: z.number().min(1).max(64).optional().catch(undefined),
  at: z
    .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
    .optional()
    .catch(undefined),
  filters,
  cases,
});
export type PlacesAddress = z.infer<typeof PlacesAddress>;
