import { renameSync } from 'node:fs';
import type { OwnWords, SearchDocument } from '#domain/ranking/document.ts';
import type { OwnState } from '../messages.ts';
import { removeIndexFile } from './index-database.ts';
import { type OwnIndex, openOwnIndex, ownHashOf } from './own-index.ts';

/** Documents that a kill may take from the index; they are taken in again at the next start. */
const UNWRITTEN = 256;
/** From so many documents on, the pieces of the index are joined after they were taken in. */
const MANY = 500;

/** The index that answers, and where another is being made, the one that will take its place. */
export interface OwnKeeper {
  readonly answering: OwnIndex | undefined;
  compare(cases: readonly OwnState[]): string[];
  put(documents: readonly SearchDocument[]): void;
  remove(ids: readonly string[]): void;
  settle(): void;
  rebuild(): void;
  /** Takes in what the user wrote on own cases; of others nothing is kept here. */
  setOwnWords(changed: ReadonlyMap<string, OwnWords | undefined>): void;
  close(): void;
}

/**
 * Keeps the index of own cases in a file. An index of an earlier analyser answers on while its successor is
 * made beside it, and is replaced when that is complete; a half-made one is gone on with after a restart.
 *
 * @param onReplaced told whenever another index answers
 */
export function openOwnKeeper(
  file: string,
  {
    readOnly,
    onReplaced,
  }: { readonly readOnly: boolean; readonly onReplaced: (index: OwnIndex | undefined) => void },
): OwnKeeper {
  const nextFile = file.replace(/(\.\w+)?$/, '.next$1');
  const own = new Map<string, OwnWords>();
  let answering = openOwnIndex(file, { readOnly });
  let building = readOnly ? undefined : answering;
  let taken = 0;
  let unwritten = 0;

  const begin = (fresh: boolean) => {
    if (building && building !== answering) building.close();
    if (fresh) removeIndexFile(nextFile);
    building = openOwnIndex(nextFile);
    if (building?.isCurrent) return;
    building?.close();
    removeIndexFile(nextFile);
    building = openOwnIndex(nextFile);
  };
  if (answering && !readOnly && !answering.isCurrent) begin(false);
  onReplaced(answering);

  const commit = () => {
    unwritten = 0;
    building?.commit();
    answering?.commit();
  };
  const write = (work: (index: OwnIndex) => void) => {
    try {
      if (building) work(building);
      // What was saved meanwhile is found at once, not only when the new index is complete.
      if (answering && answering !== building && !readOnly && answering.isCurrent) work(answering);
    } catch (error) {
      // What was not written yet is gone with the transaction: what the memory holds of it has to go too.
      reopen();
      throw error;
    }
  };
  const reopen = () => {
    const isBeside = building !== answering;
    for (const index of new Set([building, answering])) index?.close();
    onReplaced(undefined);
    answering = openOwnIndex(file, { readOnly });
    building = readOnly ? undefined : isBeside ? openOwnIndex(nextFile) : answering;
    onReplaced(answering);
  };
  return {
    get answering() {
      return answering;
    },
    compare(cases) {
      if (!building) return [];
      const wanted = new Map(cases.map(({ id, revision }) => [id, revision]));
      const held = [...building.entries.values()];
      const gone = held.filter(({ head }) => !wanted.has(head.id)).map(({ head }) => head.id);
      if (gone.length > 0) write((index) => index.remove(gone));
      const right = new Set<string>();
      const rewritten: SearchDocument[] = [];
      for (const { head, row, ownHash } of held) {
        if (wanted.get(head.id) !== head.revision) continue;
        right.add(head.id);
        // The case is as it was; what the user wrote on it is not.
        const document = ownHash === ownHashOf(own.get(head.id)) ? undefined : building.read(row);
        if (document) rewritten.push(bare(document));
      }
      if (rewritten.length > 0) write((index) => index.put(rewritten, (id) => own.get(id)));
      return cases.map(({ id }) => id).filter((id) => !right.has(id));
    },
    put(documents) {
      taken += documents.length;
      write((index) => index.put(documents, (id) => own.get(id)));
      unwritten += documents.length;
      if (unwritten >= UNWRITTEN) commit();
    },
    remove: (ids) => write((index) => index.remove(ids)),
    settle() {
      commit();
      if (taken >= MANY) building?.optimise();
      taken = 0;
      if (!building || building === answering) return;
      building.close();
      answering?.close();
      onReplaced(undefined);
      removeIndexFile(file);
      renameSync(nextFile, file);
      answering = openOwnIndex(file);
      building = answering;
      onReplaced(answering);
    },
    rebuild() {
      if (!readOnly) begin(true);
    },
    setOwnWords(changed) {
      for (const [id, words] of changed) {
        if (words) own.set(id, words);
        else own.delete(id);
      }
      write((index) => {
        const rewritten = [...changed.keys()].flatMap((id) => {
          const row = index.findRow(id);
          const entry = row === undefined ? undefined : index.entries.get(row);
          if (!entry || entry.ownHash === ownHashOf(own.get(id))) return [];
          const document = index.read(entry.row);
          return document ? [bare(document)] : [];
        });
        if (rewritten.length > 0) index.put(rewritten, (id) => own.get(id));
      });
      commit();
    },
    close() {
      if (building && building !== answering) building.close();
      answering?.close();
    },
  };
}

/** A document without what the user wrote on its case. */
function bare(document: SearchDocument): SearchDocument {
  const { own: _, ...extra } = document.extra;
  return { ...document, noteCount: 0, extra, facets: { ...document.facets, tag: [], collection: [] } };
}
