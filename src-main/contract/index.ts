import { acts } from './acts.ts';
import { annotations } from './annotations.ts';
import { collections } from './collections.ts';
import { comparisons } from './comparisons.ts';
import { data } from './data.ts';
import { exchange } from './exchange.ts';
import { exports_ } from './exports.ts';
import { library } from './library.ts';
import { ownCases } from './own-cases.ts';
import { packets } from './packets.ts';
import { packs } from './packs.ts';
import { pictures } from './pictures.ts';
import { precedents } from './precedents.ts';
import { returns } from './returns.ts';
import { ownRows } from './rows.ts';
import { search } from './search.ts';
import { app, settings } from './settings.ts';
import { study } from './study.ts';
import { tags } from './tags.ts';
import { transfer } from './transfer.ts';
import { versions } from './versions.ts';
import { worksheets } from './worksheets.ts';

/** Every procedure of the product. The doors (Electron, web, command line) are adapters over this object. */
export const contract = {
  app,
  library,
  search,
  precedents,
  annotations,
  acts,
  tags,
  collections,
  exchange,
  comparisons,
  ownRows,
  versions,
  returns,
  packets,
  ownCases,
  packs,
  pictures,
  transfer,
  worksheets,
  study,
  exports: exports_,
  settings,
  data,
};
export type Contract = typeof contract;
