import type { Database } from 'better-sqlite3';
import * as acts from '../acts/acts.sql.ts';
import * as annotations from '../annotations/annotations.sql.ts';
import { find } from '../annotations/find-notes.sql.ts';
import { versions } from '../annotations/history.sql.ts';
import * as reports from '../annotations/reports.sql.ts';
import * as collections from '../collections/collections.sql.ts';
import * as comparisonEdits from '../comparisons/comparison-edits.sql.ts';
import * as comparisons from '../comparisons/comparisons.sql.ts';
import * as ownRows from '../comparisons/own-rows.sql.ts';
import * as comparisonVersions from '../comparisons/versions.sql.ts';
import * as exchange from '../exchange/exchange.sql.ts';
import * as packets from '../packets/packets.sql.ts';
import { takeInPack } from '../packs/packs.sql.ts';
import { ownWords } from '../search/own-words.sql.ts';
import * as settings from '../settings/settings.sql.ts';
import * as study from '../study/study.sql.ts';
import * as tags from '../tags/tags.sql.ts';
import * as ownPlaces from '../transfer/own-places.sql.ts';

// biome-ignore lint/suspicious/noExplicitAny: each operation has its own input; the table only holds them
type Operation = (db: Database, input: any) => unknown;

/** What may be asked of the store without writing. */
export const reads = {
  listAnnotations: annotations.list,
  getAnnotations: annotations.get,
  countAnnotations: annotations.counts,
  findAnnotations: find,
  listUnseenAnnotations: annotations.listUnseen,
  listNotedTexts: annotations.notedTexts,
  listUnfoldedAnnotations: annotations.listUnfolded,
  listAnnotationVersions: versions,
  lastAnchorReport: reports.lastReport,
  peekActs: acts.peek,
  listTagUses: tags.uses,
  listNotesWearing: tags.notesWearing,
  readOwnWords: ownWords,
  listCollections: collections.list,
  listCollectionItems: collections.items,
  listSavedSearchLooks: collections.looks,
  listCollectionsHolding: collections.holding,
  listPeople: exchange.people,
  findOwner: exchange.findOwner,
  getAnnotationsWithBin: exchange.getWithBin,
  listComparisons: comparisons.list,
  getComparison: comparisons.get,
  listComparisonBaselines: comparisons.baselines,
  listComparisonVersions: comparisonVersions.list,
  getComparisonVersion: comparisonVersions.getVersion,
  listOwnRows: ownRows.listRows,
  listOwnPresets: ownRows.listPresets,
  listPackets: packets.list,
  getPacket: packets.get,
  listPacketVersions: packets.versions,
  readPacketVersion: packets.version,
  listOwnPlaces: ownPlaces.list,
  findOwnPlace: ownPlaces.find,
  listOwnPlaceAnswers: ownPlaces.answers,
  listStudyCards: study.cards,
  countStudyReviews: study.reviewCounts,
  listStudyAnswers: study.answers,
  readSettings: settings.read,
  /** A whole copy in a file that is not there yet, of one moment, however much is written meanwhile. */
  copyStore: (db: Database, { file }: { file: string }) => {
    db.prepare('VACUUM INTO ?').run(file);
    return Number(db.prepare('SELECT commit_seq FROM meta').pluck().get());
  },
  storeInfo: (db: Database, _input: undefined) => ({
    synchronous: db.pragma('synchronous', { simple: true }),
    commitSeq: Number(db.prepare('SELECT commit_seq FROM meta').pluck().get()),
  }),
} satisfies Record<string, Operation>;

/** What writes: each is one transaction, begun IMMEDIATE, wholly there or not at all. */
export const writes = {
  createAnnotation: annotations.create,
  updateAnnotation: annotations.update,
  updateAnnotations: annotations.updateMany,
  removeAnnotations: annotations.remove,
  restoreAnnotations: annotations.restore,
  purgeAnnotations: annotations.purge,
  writeAnnotationOutcomes: annotations.writeOutcomes,
  writeAnnotationFolded: annotations.writeFolded,
  addAnchorReport: reports.addReport,
  markAnchorReport: reports.markReport,
  undoAct: acts.undo,
  redoAct: acts.redo,
  replaceTagPath: tags.replacePath,
  setTagColour: tags.setColour,
  changeCaseTags: tags.changeCases,
  createCollection: collections.create,
  updateCollection: collections.update,
  removeCollection: collections.remove,
  moveCollection: collections.move,
  lookAtSavedSearch: collections.look,
  addToCollection: collections.add,
  takeFromCollection: collections.take,
  moveInCollection: collections.moveItems,
  ensureOwner: exchange.ensureOwner,
  takeInAnnotations: exchange.takeIn,
  createComparison: comparisonEdits.create,
  updateComparison: comparisonEdits.update,
  editComparisonCells: comparisonEdits.editCells,
  editComparisonFinding: comparisonEdits.editFinding,
  removeComparison: comparisonEdits.remove,
  restoreComparison: comparisonEdits.restore,
  setComparisonBaselines: comparisons.setBaselines,
  keepComparisonVersion: comparisonVersions.keep,
  renameComparisonVersion: comparisonVersions.rename,
  setComparisonVersionRemoved: comparisonVersions.setRemoved,
  bringComparisonBack: comparisonVersions.bringBack,
  writeOwnRow: ownRows.writeRow,
  takeInOwnRows: ownRows.takeInRows,
  writeOwnPreset: ownRows.writePreset,
  removeOwn: ownRows.remove,
  createPacket: packets.create,
  savePacket: packets.save,
  removePacket: packets.remove,
  restorePacket: packets.restore,
  keepPacketVersion: packets.keepVersion,
  createOwnPlace: ownPlaces.create,
  updateOwnPlace: ownPlaces.update,
  removeOwnPlace: ownPlaces.remove,
  answerOwnPlace: ownPlaces.answer,
  takeInPack,
  rateStudyCard: study.rate,
  takeBackStudyReview: study.takeBack,
  addStudyAnswer: study.answer,
  writeSettings: settings.write,
} satisfies Record<string, Operation>;

export type Operations = typeof reads & typeof writes;
