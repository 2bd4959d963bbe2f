import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from '#contract/ids.ts';
import type { IndexProgress } from '#contract/search.ts';
import type { About } from '#contract/settings.ts';
import { createAboutService } from './about/about-service.ts';
import { createActService } from './acts/act-service.ts';
import { createAnnotationService } from './annotations/annotation-service.ts';
import { createApart, type StartProcess } from './backup/apart.ts';
import { createBackupService } from './backup/backup-service.ts';
import { openMended } from './backup/open-mended.ts';
import { type Changes, createChanges } from './changes.ts';
import { createCollectionService } from './collections/collection-service.ts';
import { createComparisonService } from './comparisons/comparison-service.ts';
import { createOwnRowsService } from './comparisons/own-rows-service.ts';
import { createVersionService } from './comparisons/version-service.ts';
import { createExchangeService } from './exchange/exchange-service.ts';
import { createBriefPictures } from './exports/brief-pictures.ts';
import { createDeliveries } from './exports/deliveries.ts';
import { createExportService } from './exports/export-service.ts';
import { createPress } from './exports/pdf/press.ts';
import { createReturnDoor } from './exports/return-door.ts';
import { createReturnService } from './exports/return-service.ts';
import { joinLibraries } from './library/joined-library.ts';
import { openLibrary } from './library/library.ts';
import { createLibraryService } from './library/library-service.ts';
import { openOwnCaseFolder } from './own-cases/own-case-folder.ts';
import { createOwnCaseService } from './own-cases/own-case-service.ts';
import { createPacketService } from './packets/packet-service.ts';
import { createPackService } from './packs/pack-service.ts';
import { createParsePool } from './parse-pool/parse-pool.ts';
import { createPictureService } from './pictures/picture-service.ts';
import { createPrecedentService } from './precedents/precedent-service.ts';
import { openGlossary } from './search/open-glossary.ts';
import { ownDocuments } from './search/own-documents.ts';
import { createSearchService, type SearchService } from './search/search-service.ts';
import { createSettingsService } from './settings/settings-service.ts';
import { createStudyService } from './study/study-service.ts';
import { createTagService } from './tags/tag-service.ts';
import { createTransferService } from './transfer/transfer-service.ts';
import { createWorksheetService } from './worksheets/worksheet-service.ts';

export interface ServicePlaces {
  readonly version: string;
  readonly casesDir: string;
  /** Folder of `cases.json` and `index.json`, as the build made them. */
  readonly compiledDir: string;
  /** Folder of the fonts that documents are printed with. */
  readonly fontsDir: string;
  readonly dataDir: string;
}

interface Host {
  readonly shell: About['shell'];
  readonly systemLanguage: Language;
  /** Does nothing in the background: for a command, and for a start after trouble. */
  readonly isQuiet?: boolean;
  /** Starts a process of the shell's own kind; Node's where none is given. */
  readonly startProcess?: StartProcess | undefined;
  readonly now?: () => Date;
}

/**
 * Opens everything that a shell needs, wired once. The library is read while the store opens.
 *
 * @throws OkmError STORE_DAMAGED
 */
export async function openServices(
  places: ServicePlaces,
  { shell, systemLanguage, isQuiet = false, startProcess, now = () => new Date() }: Host,
) {
  const apart = createApart(startProcess);
  const [bundled, glossary, store] = await Promise.all([
    openLibrary({ casesDir: places.casesDir, compiledFile: join(places.compiledDir, 'cases.json') }),
    openGlossary(join(places.casesDir, 'glossary.yaml'), join(places.compiledDir, 'glossary.json')),
    openMended(places.dataDir, shell, now().toISOString(), apart),
  ]);
  const changes = createChanges();
  const isCommand = shell === 'cli';
  const pool = createParsePool();
  const ownFolder = openOwnCaseFolder({
    folder: join(places.dataDir, 'cases'),
    catalogueFile: join(places.dataDir, 'own-cases.db'),
    pool,
    readOnly: store.readOnly !== undefined,
    watch: !isQuiet,
    now,
  });
  // A command answers once, and so from the files as they are; a screen shows what was known, and is told.
  if (isCommand) await ownFolder.ready();
  const library = joinLibraries(bundled, ownFolder);
  const ownCases = createOwnCaseService({
    own: ownFolder,
    library,
    pool,
    bundledDir: places.casesDir,
    binDir: join(places.dataDir, 'bin', 'cases'),
    readOnly: store.readOnly,
    now,
  });
  // What is not tidied today is tidied at another start.
  if (!isCommand) void ownCases.tidy().catch(() => undefined);
  const search = createSearchService({
    library,
    glossary,
    indexFile: join(places.compiledDir, 'index.json'),
    readOwnWords: (since) => store.call('readOwnWords', { since }),
    own: {
      documents: ownDocuments(library),
      file: join(places.dataDir, 'search.db'),
      readOnly: store.readOnly !== undefined,
    },
    onIndexing: tellNowAndThen(changes),
    // A command asks once and ends: a thread would cost more than it saves.
    inProcess: isCommand,
  });
  library.onChange((ids) => {
    changes.emit('library');
    // Once more when the search finds them. Where its index fails, the next start makes it good.
    void search.ownCasesChanged([...ids]).then(
      () => changes.emit('library'),
      () => undefined,
    );
  });
  const comparisons = createComparisonService({ store, library, changes, now });
  const ownRows = createOwnRowsService({ store, changes, now });
  const versions = createVersionService({ store, changes, comparisons, now });
  const returns = createReturnService({ library, comparisons, ownRows, newId: randomUUID });
  const annotations = createAnnotationService({
    store,
    library,
    changes,
    now,
    cellWords: comparisons.cellWords,
  });
  const deliveries = createDeliveries(now);
  const data = createBackupService({
    deliveries,
    store,
    dataDir: places.dataDir,
    changes,
    ownFolder,
    apart,
    now,
    isQuiet,
  });
  const closing = new AbortController();
  void followNotes(changes, search, closing.signal);
  // A command reads what it needs; a program that stays open looks after all notes, and says what it found.
  // A disk that fails here fails the next thing the user does too, and there he is told.
  const tidied = isQuiet ? undefined : annotations.tidy(closing.signal).catch(() => undefined);
  const pictures = createPictureService({ library, deliveries, fontsDir: places.fontsDir });
  const settings = createSettingsService({ store, changes });
  const press = createPress({ fontsDir: places.fontsDir });
  const collections = createCollectionService({ store, changes, now, search });
  const exchange = createExchangeService({
    store,
    library,
    changes,
    deliveries,
    comparisons,
    now,
    onPeople: annotations.forgetPeople,
  });
  const packs = createPackService({
    version: places.version,
    store,
    library,
    changes,
    comparisons,
    collections,
    exchange,
    deliveries,
    casesDir: places.casesDir,
    ownDir: ownFolder.folder,
    refreshOwn: ownFolder.refresh,
    onPeople: annotations.forgetPeople,
    now,
  });
  const drawPictures = createBriefPictures(places.fontsDir);
  const packets = createPacketService({ store, library, glossary, changes, deliveries, press, now });
  return {
    library: createLibraryService(library, glossary),
    search,
    precedents: createPrecedentService({ library, search }),
    annotations,
    acts: createActService({ store, changes, now }),
    tags: createTagService({ store, changes, now }),
    collections,
    exchange,
    data,
    comparisons,
    ownRows,
    versions,
    packs,
    exports: createExportService({
      library,
      comparisons,
      annotations,
      deliveries,
      press,
      drawPictures,
      now,
    }),
    drawPictures,
    packets,
    study: createStudyService({
      store,
      library,
      glossary,
      packets,
      annotations,
      settings,
      deliveries,
      now,
    }),
    ownCases,
    pictures,
    transfer: createTransferService({ store, library, changes, deliveries, press, now }),
    worksheets: createWorksheetService({ library, deliveries, press, now }),
    returns,
    returnDoor: createReturnDoor({ returns, versions, library, newId: randomUUID }),
    deliveries,
    press,
    settings,
    changes,
    /** Why nothing can be written, with what its sentence needs. */
    readOnly: store.readOnly,
    ...createAboutService({
      version: places.version,
      dataDir: places.dataDir,
      shell,
      systemLanguage,
      store,
      deliveries,
      now,
    }),
    async close(): Promise<void> {
      closing.abort();
      await tidied;
      await data.close();
      ownFolder.close();
      await Promise.all([packs.close(), search.close(), press.close(), pictures.close(), pool.close()]);
      await store.close();
    },
  };
}

/** A screen that shows how far it is need not hear of every step. */
const TOLD_EVERY_MS = 300;

function tellNowAndThen(changes: Changes): (progress: IndexProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return ({ state }) => {
    const now = performance.now();
    if (state === 'indexing' && now - last < TOLD_EVERY_MS) return;
    last = now;
    changes.emit('indexing');
  };
}

/** Lets the search read notes and tags again after they have changed. */
async function followNotes(changes: Changes, search: SearchService, signal: AbortSignal): Promise<void> {
  for await (const { what } of changes.follow(signal)) {
    if (what === 'annotations') search.forgetOwnWords();
  }
}

export type Services = Awaited<ReturnType<typeof openServices>>;
