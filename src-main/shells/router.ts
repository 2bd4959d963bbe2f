import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import { implement } from '@orpc/server';
import { type Contract, contract } from '#contract/index.ts';
import type { About, Change } from '#contract/settings.ts';
import { type DoorContext, toContractError } from './error-boundary.ts';

type Answer<P> =
  P extends ContractProcedure<infer I, infer O, infer _Errors, infer _Meta>
    ? (input: InferSchemaOutput<I>) => InferSchemaInput<O> | Promise<InferSchemaInput<O>>
    : never;
type Answers<G extends keyof Contract> = { readonly [P in keyof Contract[G]]: Answer<Contract[G][P]> };

/** The services as the contract asks for them, whichever shell has opened them. */
export interface RouterServices {
  readonly about: () => About | Promise<About>;
  readonly diagnostics: Answer<Contract['app']['diagnostics']>;
  readonly changes: { follow(signal?: AbortSignal): AsyncGenerator<Change, void> };
  readonly library: Answers<'library'>;
  readonly search: Answers<'search'>;
  readonly precedents: Answers<'precedents'>;
  readonly annotations: Answers<'annotations'>;
  readonly acts: Answers<'acts'>;
  readonly tags: Answers<'tags'>;
  readonly collections: Answers<'collections'>;
  readonly exchange: Answers<'exchange'>;
  readonly comparisons: Answers<'comparisons'>;
  readonly ownRows: Answers<'ownRows'>;
  readonly versions: Answers<'versions'>;
  readonly returnDoor: Answers<'returns'>;
  readonly packets: Answers<'packets'>;
  readonly ownCases: Answers<'ownCases'>;
  readonly packs: Answers<'packs'>;
  readonly pictures: Answers<'pictures'>;
  readonly transfer: Answers<'transfer'>;
  readonly worksheets: Answers<'worksheets'>;
  readonly study: Answers<'study'>;
  readonly exports: Answers<'exports'>;
  readonly settings: Answers<'settings'>;
  readonly data: Answers<'data'>;
}

/** A call that takes longer is written to the log, so that slowness can be found later. */
const SLOW_MS = 1000;

/**
 * The one place where procedures meet services. Every call passes the boundary: it is counted, timed, and
 * what it throws leaves as an error of the contract through every door alike.
 */
export function createRouter(services: RouterServices) {
  const door = implement(contract).$context<DoorContext>();
  const procedures = door.use(async ({ context, next, path }) => {
    const { log } = context;
    const procedure = path.join('.');
    const started = performance.now();
    const fail = (thrown: unknown) => {
      const error = toContractError(thrown, log, procedure);
      if (error.code !== 'UNEXPECTED') log.write({ event: 'call', procedure, code: error.code });
      return error;
    };
    let leave = () => {};
    try {
      leave = context.enter();
      const result = await next();
      if (isStream(result.output)) {
        const output: unknown = guardStream(result.output, fail, leave);
        return { ...result, output };
      }
      leave();
      return result;
    } catch (thrown) {
      leave();
      throw fail(thrown);
    } finally {
      const ms = Math.round(performance.now() - started);
      if (ms >= SLOW_MS) log.write({ event: 'call', procedure, ms });
    }
  });

  const { about, diagnostics, changes, library, search, annotations, acts, tags, collections, exchange } =
    services;
  const { transfer, worksheets, study } = services;
  const {
    comparisons,
    packets,
    packs,
    ownCases,
    ownRows,
    versions,
    returnDoor,
    pictures,
    exports,
    settings,
    data,
  } = services;
  return procedures.router({
    app: {
      about: procedures.app.about.handler(() => about()),
      diagnostics: procedures.app.diagnostics.handler(({ input }) => diagnostics(input)),
      changes: procedures.app.changes.handler(({ signal }) => changes.follow(signal)),
    },
    library: {
      list: procedures.library.list.handler(({ input }) => library.list(input)),
      get: procedures.library.get.handler(({ input }) => library.get(input)),
      cite: procedures.library.cite.handler(({ input }) => library.cite(input)),
      framework: procedures.library.framework.handler(({ input }) => library.framework(input)),
      glossary: procedures.library.glossary.handler(({ input }) => library.glossary(input)),
    },
    search: {
      query: procedures.search.query.handler(({ input }) => search.query(input)),
      suggest: procedures.search.suggest.handler(({ input }) => search.suggest(input)),
      indexing: procedures.search.indexing.handler(({ input }) => search.indexing(input)),
      stopIndexing: procedures.search.stopIndexing.handler(({ input }) => search.stopIndexing(input)),
      resumeIndexing: procedures.search.resumeIndexing.handler(({ input }) => search.resumeIndexing(input)),
    },
    precedents: { find: procedures.precedents.find.handler(({ input }) => services.precedents.find(input)) },
    annotations: {
      list: procedures.annotations.list.handler(({ input }) => annotations.list(input)),
      counts: procedures.annotations.counts.handler(({ input }) => annotations.counts(input)),
      find: procedures.annotations.find.handler(({ input }) => annotations.find(input)),
      get: procedures.annotations.get.handler(({ input }) => annotations.get(input)),
      create: procedures.annotations.create.handler(({ input }) => annotations.create(input)),
      createOn: procedures.annotations.createOn.handler(({ input }) => annotations.createOn(input)),
      update: procedures.annotations.update.handler(({ input }) => annotations.update(input)),
      change: procedures.annotations.change.handler(({ input }) => annotations.change(input)),
      place: procedures.annotations.place.handler(({ input }) => annotations.place(input)),
      confirm: procedures.annotations.confirm.handler(({ input }) => annotations.confirm(input)),
      candidates: procedures.annotations.candidates.handler(({ input }) => annotations.candidates(input)),
      remove: procedures.annotations.remove.handler(({ input }) => annotations.remove(input)),
      restore: procedures.annotations.restore.handler(({ input }) => annotations.restore(input)),
      history: procedures.annotations.history.handler(({ input }) => annotations.history(input)),
      revert: procedures.annotations.revert.handler(({ input }) => annotations.revert(input)),
      report: procedures.annotations.report.handler(({ input }) => annotations.report(input)),
      reportSeen: procedures.annotations.reportSeen.handler(({ input }) => annotations.reportSeen(input)),
    },
    acts: {
      peek: procedures.acts.peek.handler(({ input }) => acts.peek(input)),
      undo: procedures.acts.undo.handler(({ input }) => acts.undo(input)),
      redo: procedures.acts.redo.handler(({ input }) => acts.redo(input)),
    },
    tags: {
      list: procedures.tags.list.handler(({ input }) => tags.list(input)),
      rename: procedures.tags.rename.handler(({ input }) => tags.rename(input)),
      setColour: procedures.tags.setColour.handler(({ input }) => tags.setColour(input)),
      remove: procedures.tags.remove.handler(({ input }) => tags.remove(input)),
      ofCases: procedures.tags.ofCases.handler(({ input }) => tags.ofCases(input)),
      changeCases: procedures.tags.changeCases.handler(({ input }) => tags.changeCases(input)),
    },
    collections: {
      list: procedures.collections.list.handler(({ input }) => collections.list(input)),
      create: procedures.collections.create.handler(({ input }) => collections.create(input)),
      update: procedures.collections.update.handler(({ input }) => collections.update(input)),
      move: procedures.collections.move.handler(({ input }) => collections.move(input)),
      remove: procedures.collections.remove.handler(({ input }) => collections.remove(input)),
      items: procedures.collections.items.handler(({ input }) => collections.items(input)),
      holding: procedures.collections.holding.handler(({ input }) => collections.holding(input)),
      fresh: procedures.collections.fresh.handler(({ input }) => collections.fresh(input)),
      seen: procedures.collections.seen.handler(({ input }) => collections.seen(input)),
      add: procedures.collections.add.handler(({ input }) => collections.add(input)),
      take: procedures.collections.take.handler(({ input }) => collections.take(input)),
      moveItems: procedures.collections.moveItems.handler(({ input }) => collections.moveItems(input)),
    },
    exchange: {
      export: procedures.exchange.export.handler(({ input }) => exchange.export(input)),
      upload: procedures.exchange.upload.handler(({ input }) => exchange.upload(input)),
      plan: procedures.exchange.plan.handler(({ input }) => exchange.plan(input)),
      carryOut: procedures.exchange.carryOut.handler(({ input }) => exchange.carryOut(input)),
      asText: procedures.exchange.asText.handler(({ input }) => exchange.asText(input)),
      quotes: procedures.exchange.quotes.handler(({ input }) => exchange.quotes(input)),
      toCell: procedures.exchange.toCell.handler(({ input }) => exchange.toCell(input)),
    },
    comparisons: {
      list: procedures.comparisons.list.handler(({ input }) => comparisons.list(input)),
      create: procedures.comparisons.create.handler(({ input }) => comparisons.create(input)),
      get: procedures.comparisons.get.handler(({ input }) => comparisons.get(input)),
      update: procedures.comparisons.update.handler(({ input }) => comparisons.update(input)),
      passages: procedures.comparisons.passages.handler(({ input }) => comparisons.passages(input)),
      editCell: procedures.comparisons.editCell.handler(({ input }) => comparisons.editCell(input)),
      editFinding: procedures.comparisons.editFinding.handler(({ input }) => comparisons.editFinding(input)),
      resolve: procedures.comparisons.resolve.handler(({ input }) => comparisons.resolve(input)),
      figuresSeen: procedures.comparisons.figuresSeen.handler(({ input }) => comparisons.figuresSeen(input)),
      remove: procedures.comparisons.remove.handler(({ input }) => comparisons.remove(input)),
      restore: procedures.comparisons.restore.handler(({ input }) => comparisons.restore(input)),
    },
    ownRows: {
      list: procedures.ownRows.list.handler(({ input }) => ownRows.list(input)),
      write: procedures.ownRows.write.handler(({ input }) => ownRows.write(input)),
      remove: procedures.ownRows.remove.handler(({ input }) => ownRows.remove(input)),
      writePreset: procedures.ownRows.writePreset.handler(({ input }) => ownRows.writePreset(input)),
      removePreset: procedures.ownRows.removePreset.handler(({ input }) => ownRows.removePreset(input)),
    },
    returns: {
      plan: procedures.returns.plan.handler(({ input }) => returnDoor.plan(input)),
      carryOut: procedures.returns.carryOut.handler(({ input }) => returnDoor.carryOut(input)),
    },
    versions: {
      list: procedures.versions.list.handler(({ input }) => versions.list(input)),
      save: procedures.versions.save.handler(({ input }) => versions.save(input)),
      rename: procedures.versions.rename.handler(({ input }) => versions.rename(input)),
      remove: procedures.versions.remove.handler(({ input }) => versions.remove(input)),
      restore: procedures.versions.restore.handler(({ input }) => versions.restore(input)),
      difference: procedures.versions.difference.handler(({ input }) => versions.difference(input)),
      bringBack: procedures.versions.bringBack.handler(({ input }) => versions.bringBack(input)),
    },
    packets: {
      list: procedures.packets.list.handler(({ input }) => packets.list(input)),
      create: procedures.packets.create.handler(({ input }) => packets.create(input)),
      get: procedures.packets.get.handler(({ input }) => packets.get(input)),
      save: procedures.packets.save.handler(({ input }) => packets.save(input)),
      duplicate: procedures.packets.duplicate.handler(({ input }) => packets.duplicate(input)),
      remove: procedures.packets.remove.handler(({ input }) => packets.remove(input)),
      restore: procedures.packets.restore.handler(({ input }) => packets.restore(input)),
      versions: procedures.packets.versions.handler(({ input }) => packets.versions(input)),
      keepVersion: procedures.packets.keepVersion.handler(({ input }) => packets.keepVersion(input)),
      bringBack: procedures.packets.bringBack.handler(({ input }) => packets.bringBack(input)),
      material: procedures.packets.material.handler(({ input }) => packets.material(input)),
      preview: procedures.packets.preview.handler(({ input }) => packets.preview(input)),
      export: procedures.packets.export.handler(({ input }) => packets.export(input)),
    },
    transfer: {
      places: procedures.transfer.places.handler(({ input }) => transfer.places(input)),
      createPlace: procedures.transfer.createPlace.handler(({ input }) => transfer.createPlace(input)),
      updatePlace: procedures.transfer.updatePlace.handler(({ input }) => transfer.updatePlace(input)),
      removePlace: procedures.transfer.removePlace.handler(({ input }) => transfer.removePlace(input)),
      ledger: procedures.transfer.ledger.handler(({ input }) => transfer.ledger(input)),
      answer: procedures.transfer.answer.handler(({ input }) => transfer.answer(input)),
      export: procedures.transfer.export.handler(({ input }) => transfer.export(input)),
    },
    worksheets: {
      gaps: procedures.worksheets.gaps.handler(({ input }) => worksheets.gaps(input)),
      interview: procedures.worksheets.interview.handler(({ input }) => worksheets.interview(input)),
      accounts: procedures.worksheets.accounts.handler(({ input }) => worksheets.accounts(input)),
      citing: procedures.worksheets.citing.handler(({ input }) => worksheets.citing(input)),
    },
    study: {
      turn: procedures.study.turn.handler(({ input }) => study.turn(input)),
      rate: procedures.study.rate.handler(({ input }) => study.rate(input)),
      takeBack: procedures.study.takeBack.handler(({ input }) => study.takeBack(input)),
      exercise: procedures.study.exercise.handler(({ input }) => study.exercise(input)),
      answer: procedures.study.answer.handler(({ input }) => study.answer(input)),
      progress: procedures.study.progress.handler(({ input }) => study.progress(input)),
      anki: procedures.study.anki.handler(({ input }) => study.anki(input)),
    },
    ownCases: {
      list: procedures.ownCases.list.handler(({ input }) => ownCases.list(input)),
      create: procedures.ownCases.create.handler(({ input }) => ownCases.create(input)),
      edition: procedures.ownCases.edition.handler(({ input }) => ownCases.edition(input)),
      open: procedures.ownCases.open.handler(({ input }) => ownCases.open(input)),
      check: procedures.ownCases.check.handler(({ input }) => ownCases.check(input)),
      fill: procedures.ownCases.fill.handler(({ input }) => ownCases.fill(input)),
      addReference: procedures.ownCases.addReference.handler(({ input }) => ownCases.addReference(input)),
      save: procedures.ownCases.save.handler(({ input }) => ownCases.save(input)),
      remove: procedures.ownCases.remove.handler(({ input }) => ownCases.remove(input)),
      restore: procedures.ownCases.restore.handler(({ input }) => ownCases.restore(input)),
      acceptVanished: procedures.ownCases.acceptVanished.handler(({ input }) =>
        ownCases.acceptVanished(input),
      ),
    },
    packs: {
      export: procedures.packs.export.handler(({ input }) => packs.export(input)),
      upload: procedures.packs.upload.handler(({ input }) => packs.upload(input)),
      plan: procedures.packs.plan.handler(({ input }) => packs.plan(input)),
      carryOut: procedures.packs.carryOut.handler(({ input }) => packs.carryOut(input)),
    },
    pictures: {
      matrix: procedures.pictures.matrix.handler(({ input }) => pictures.matrix(input)),
      draw: procedures.pictures.draw.handler(({ input }) => pictures.draw(input)),
      export: procedures.pictures.export.handler(({ input }) => pictures.export(input)),
    },
    exports: {
      brief: procedures.exports.brief.handler(({ input }) => exports.brief(input)),
      table: procedures.exports.table.handler(({ input }) => exports.table(input)),
      preview: procedures.exports.preview.handler(({ input }) => exports.preview(input)),
    },
    settings: {
      get: procedures.settings.get.handler(({ input }) => settings.get(input)),
      update: procedures.settings.update.handler(({ input }) => settings.update(input)),
    },
    data: {
      status: procedures.data.status.handler(({ input }) => data.status(input)),
      backUp: procedures.data.backUp.handler(({ input }) => data.backUp(input)),
      previewRestore: procedures.data.previewRestore.handler(({ input }) => data.previewRestore(input)),
      restore: procedures.data.restore.handler(({ input }) => data.restore(input)),
      check: procedures.data.check.handler(({ input }) => data.check(input)),
      mendSeen: procedures.data.mendSeen.handler(({ input }) => data.mendSeen(input)),
      exportAll: procedures.data.exportAll.handler(({ input }) => data.exportAll(input)),
    },
  });
}
export type Router = ReturnType<typeof createRouter>;

type Stream = AsyncIterator<unknown, unknown> & AsyncIterable<unknown>;

function isStream(output: unknown): output is Stream {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output;
}

/** A stream is under way until it ends; what it throws on the way passes the boundary too. */
function guardStream(source: Stream, fail: (thrown: unknown) => Error, leave: () => void): Stream {
  return {
    async next() {
      try {
        const item = await source.next();
        if (item.done) leave();
        return item;
      } catch (thrown) {
        leave();
        throw fail(thrown);
      }
    },
    async return(value: unknown) {
      leave();
      return (await source.return?.(value)) ?? { done: true, value };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
