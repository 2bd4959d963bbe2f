import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { act, cleanup, configure, render } from '@testing-library/react';
import type { z } from 'zod';
import type { Annotation, NewAnnotation } from '#contract/annotations.ts';
import { OkmError } from '#contract/errors.ts';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { openLibrary } from '#services/library/library.ts';
import { createLibraryService } from '#services/library/library-service.ts';
import { createPictureService } from '#services/pictures/picture-service.ts';
import { createPrecedentService } from '#services/precedents/precedent-service.ts';
import { readGlossary } from '#services/search/read-glossary.ts';
import { createSearchService } from '#services/search/search-service.ts';
import { createWorksheetService } from '#services/worksheets/worksheet-service.ts';
import { createRouter, type RouterServices } from '#shells/router.ts';
import { createApi } from '../../src-renderer/app/api/use-api.tsx';
import { openWindow } from '../../src-renderer/app/open-window.tsx';
import { withLayout } from './layout.ts';

/** Cases that the tests read; all have both texts. */
export const caseIds = [
  'project/beijing-jinsong-model',
  'community-engagement/beijing-qinghe-community-planners',
  'community-engagement/shanghai-knowledge-innovation-garden',
  'plan-coordination/beijing-haidian-1-1-n',
  'event-driven/chengdu-wenjiang-design-call',
] as const;

// A screen is loaded when it is first shown, which may take a second on a busy machine.
configure({ asyncUtilTimeout: 6000 });

const library = await openLibrary({ casesDir: copyOfCases() });
const glossary = await readGlossary('cases/glossary.yaml');
const search = createSearchService({ library, glossary: [], inProcess: true });

function copyOfCases(): string {
  const folder = mkdtempSync(join(tmpdir(), 'okm-ui-cases-'));
  for (const id of caseIds) {
    for (const ending of ['.md', '.en.md']) cpSync(`cases/${id}${ending}`, join(folder, `${id}${ending}`));
  }
  return folder;
}

/** The case under an id, as the screens get it. */
export const caseOf = (id: string) => library.get(id);

const notHere = () => {
  throw new Error('not part of these screens');
};
// Whatever is asked of the comparisons here is a mistake, whichever procedures they have.
const comparisons = new Proxy({}, { get: () => notHere }) as RouterServices['comparisons'];

/** A note as the service makes it of what a screen asks for. */
export function toAnnotation(wanted: z.output<typeof NewAnnotation>): Annotation {
  const { section, start, end, language, caseId, id, kind, colour, body, tags } = wanted;
  const text = library.get(caseId).texts[language]?.sections.find((one) => one.id === section);
  if (text === undefined) throw new OkmError('TARGET_NOT_FOUND', { id: caseId, section, start, end });
  const now = '2026-11-24T08:00:00.000Z';
  return {
    id,
    caseId,
    language,
    kind,
    colour,
    body,
    tags,
    target: {
      source: `urn:okm:case:${caseId}:${language}`,
      section,
      textHash: text.textHash,
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', prefix: '', exact: text.text.slice(start, end), suffix: '' },
      ],
    },
    status: 'anchored',
    range: { section, start, end },
    replyTo: null,
    createdAt: now,
    modifiedAt: now,
  };
}

function withoutUndefined<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

export interface Program {
  readonly settings: () => Settings;
  readonly notes: () => readonly Annotation[];
  /** Ends the services: every call fails from now on as it does when the disk is full. */
  readonly fillDisk: () => void;
}

/**
 * Draws the whole window over the real library, search and router; notes and settings are kept in memory, since
 * their store has tests of its own.
 */
export async function openProgram(options: {
  readonly at: string;
  readonly settings?: Partial<Settings>;
  readonly notes?: readonly Annotation[];
}): Promise<Program> {
  cleanup();
  withLayout();
  window.location.hash = `#${options.at}`;
  let settings: Settings = { ...defaultSettings, language: 'zh', theme: 'light', ...options.settings };
  let notes: readonly Annotation[] = options.notes ?? [];
  let removed: readonly Annotation[] = [];
  let isFull = false;
  const write = () => {
    if (isFull) throw new OkmError('DISK_FULL', { folder: '/data' });
  };
  const notKept = () => {
    throw new OkmError('FILE_REFUSED', { file: '', reason: 'missing', detail: '' });
  };
  const services: RouterServices = {
    about: () => ({
      version: '0.0.0',
      shell: 'web',
      versions: [{ name: 'Node', version: '24.0.0' }],
      dataFolder: '/data',
      sizeBytes: 4096,
      readOnly: null,
      systemLanguage: 'zh',
    }),
    diagnostics: () => Promise.reject(new OkmError('DISK_ERROR', { folder: '/data' })),
    changes: {
      async *follow(signal) {
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      },
    },
    library: createLibraryService(library, glossary),
    search,
    precedents: createPrecedentService({ library, search }),
    data: {
      status: () => ({ backups: [], mended: null, secondPlace: '', secondPlaceState: 'none' }),
      backUp: notKept,
      previewRestore: notKept,
      restore: notKept,
      check: () => ({ findings: [], notes: 0, backups: 0 }),
      exportAll: notHere,
      mendSeen: () => ({}),
    },
    settings: {
      get: () => settings,
      update: (patch) => {
        write();
        settings = { ...settings, ...withoutUndefined(patch) };
        return settings;
      },
    },
    annotations: {
      list: ({ caseId }) => notes.filter((note) => caseId === undefined || note.caseId === caseId),
      create: (wanted) => {
        write();
        const note = toAnnotation(wanted);
        notes = [...notes, note];
        return note;
      },
      update: ({ id, ...patch }) => {
        write();
        const old = notes.find((note) => note.id === id);
        if (old === undefined) throw new OkmError('ANNOTATION_NOT_FOUND', { id });
        const note = { ...old, ...withoutUndefined(patch) };
        notes = notes.map((one) => (one.id === id ? note : one));
        return note;
      },
      place: () => {
        throw new Error('not used by the screens');
      },
      remove: ({ ids }) => {
        write();
        removed = [...removed, ...notes.filter(({ id }) => ids.includes(id))];
        notes = notes.filter(({ id }) => !ids.includes(id));
        return { removed: ids.length };
      },
      restore: ({ ids }) => {
        const back = removed.filter(({ id }) => ids.includes(id));
        notes = [...notes, ...back];
        return back;
      },
      counts: () => [],
      find: ({ filter: { kinds, colours, tags, text = '' } }) => {
        const found = notes.filter(
          (note) =>
            (kinds?.includes(note.kind) ?? true) &&
            (colours?.includes(note.colour) ?? true) &&
            (tags?.some((tag) => note.tags.includes(tag)) ?? true) &&
            `${note.body} ${note.target.selector[1].exact}`.includes(text),
        );
        return { total: found.length, entries: found.map(({ id }) => [id, '']), groups: [] };
      },
      get: ({ ids }) => notes.filter(({ id }) => ids.includes(id)),
      createOn: notHere,
      change: notHere,
      confirm: notHere,
      candidates: () => [],
      history: () => [],
      revert: notHere,
      report: () => null,
      reportSeen: () => ({}),
    },
    acts: {
      peek: () => ({ undo: null, redo: null }),
      undo: () => {
        const back = removed.at(-1);
        if (back === undefined) return { undo: null, redo: null, done: null };
        removed = removed.slice(0, -1);
        notes = [...notes, back];
        const done = { seq: 1, kind: 'remove', count: 1, name: '', at: back.modifiedAt } as const;
        return { undo: null, redo: done, done };
      },
      redo: () => ({ undo: null, redo: null, done: null }),
    },
    tags: {
      list: () => [],
      rename: notHere,
      setColour: notHere,
      remove: notHere,
      ofCases: () => [],
      changeCases: notHere,
    },
    collections: {
      list: () => [],
      create: notHere,
      update: notHere,
      move: notHere,
      remove: notHere,
      items: () => [],
      fresh: () => [],
      seen: () => ({}),
      add: notHere,
      take: notHere,
      moveItems: notHere,
      holding: () => [],
    },
    exchange: {
      export: notHere,
      upload: notHere,
      plan: notHere,
      carryOut: notHere,
      asText: () => ({ text: '' }),
      quotes: notHere,
      toCell: notHere,
    },
    comparisons,
    ownRows: new Proxy({}, { get: () => notHere }) as RouterServices['ownRows'],
    study: new Proxy({}, { get: () => notHere }) as RouterServices['study'],
    returnDoor: { plan: notHere, carryOut: notHere },
    versions: new Proxy({}, { get: () => notHere }) as RouterServices['versions'],
    transfer: new Proxy({}, { get: () => notHere }) as RouterServices['transfer'],
    worksheets: createWorksheetService({
      library,
      deliveries: { put: () => 'ticket', take: () => undefined },
      press: { print: notHere, draw: notHere, close: async () => undefined },
      now: () => new Date('2026-11-25T08:00:00Z'),
    }),
    ownCases: new Proxy({}, { get: () => notHere }) as RouterServices['ownCases'],
    pictures: createPictureService({
      library,
      deliveries: { put: () => 'ticket', take: () => undefined },
      fontsDir: 'fonts',
    }),
    packs: { export: notHere, upload: notHere, plan: notHere, carryOut: notHere },
    exports: { table: notHere, brief: notHere, preview: notHere },
    packets: {
      list: notHere,
      create: notHere,
      get: notHere,
      save: notHere,
      duplicate: notHere,
      remove: notHere,
      restore: notHere,
      versions: notHere,
      keepVersion: notHere,
      bringBack: notHere,
      material: notHere,
      preview: notHere,
      export: notHere,
    },
  };
  const log = { write: () => undefined, fault: () => 'log' };
  const client = createRouterClient(createRouter(services), {
    context: { log, enter: () => () => undefined },
  });
  const api = createApi({
    client,
    deliver: async () => undefined,
    copyPicture: async (make) => void (await make()),
  });
  const tree = await openWindow(api);
  await act(async () => {
    render(tree);
    await Promise.resolve();
  });
  return {
    settings: () => settings,
    notes: () => notes,
    fillDisk: () => {
      isFull = true;
    },
  };
}
